import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DutyTable } from "#components/obligations/duty-table";
import { ObligationList } from "#components/obligations/obligation-list";
import { PlanSections } from "#components/plans/plan-sections";
import { Unconfirmed } from "#components/plans/unconfirmed";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Tag } from "#components/ui/tag";
import { printDay } from "#lib/dates";
import { type Actor, hasRole, overseeingRoles } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";
import { mayConfirm } from "#lib/plans/policy";
import {
  findPlan,
  findReadingAgency,
  listCriteriaOfPlan,
  listGroups,
  listPassages,
  type PlanDetail,
} from "#lib/plans/queries";
import { mayChangeDuty } from "#lib/reports/obligations/policy";
import { listDutiesInForce, listHolidays, listObligationsOf } from "#lib/reports/obligations/queries";

const planOf = cache((id: string) => findPlan(id));

export async function generateMetadata({ params }: PageProps<"/plans/[id]">): Promise<Metadata> {
  return { title: (await planOf((await params).id))?.shortTitle ?? "Kế hoạch" };
}

export default async function PlanPage({ params, searchParams }: PageProps<"/plans/[id]">) {
  const actor = await requireActor();
  const { id } = await params;
  const query = await searchParams;
  const agencyId = typeof query.for === "string" && query.for !== "" ? query.for : actor.agency.id;
  const [plan, agency, passages, groups, criteria] = await Promise.all([
    planOf(id),
    findReadingAgency(actor, agencyId),
    listPassages(id),
    listGroups(id),
    listCriteriaOfPlan(id),
  ]);
  if (!plan || (query.for && !agency)) notFound();
  const obligations = agency ? await listObligationsOf(actor, agency) : [];
  const confirming = mayConfirm(actor, plan);
  return (
    <>
      <PageHeader
        title={plan.shortTitle}
        crumbs={[
          { href: "/plans", label: "Kế hoạch" },
          ...plan.ancestors.map(({ id: above, shortTitle }) => ({ href: `/plans/${above}`, label: shortTitle })),
          { label: plan.shortTitle },
        ]}
        tag={
          plan.unconfirmed > 0 && (
            <Tag tone="extended" shape="≈">
              {plan.unconfirmed} đoạn chưa đối chiếu bản ký
            </Tag>
          )
        }
        facts={[
          plan.documentNumber ? `Số ${plan.documentNumber}` : "Chưa có số trong nguồn",
          plan.issuer,
          plan.issuedOn ? `ban hành ${printDay(plan.issuedOn)}` : "chưa có ngày ban hành trong nguồn",
          `hiệu lực từ ${printDay(plan.effectiveFrom)}`,
        ]}
      />
      {plan.metadata.document?.relation_note && <Notice tone="care">{plan.metadata.document.relation_note}</Notice>}
      <Unconfirmed plan={plan} mayConfirm={confirming} />
      <PlanSections
        reading={{ plan, mayConfirm: confirming }}
        agency={agency}
        mayChoose={hasRole(actor, ...overseeingRoles) && actor.agency.oversight !== actor.agency.path}
        passages={passages}
        groups={groups}
        criteria={criteria}
        obligations={<ObligationList obligations={obligations} />}
        duties={await dutiesOf(plan, actor)}
      />
    </>
  );
}

/** The plan's reporting duties with this year's dates; nothing for a plan that sets none. */
async function dutiesOf(plan: PlanDetail, actor: Actor) {
  const year = Number(plan.today.slice(0, 4));
  const [duties, holidays] = await Promise.all([
    listDutiesInForce({ id: String(year), year }, plan.holderPath),
    listHolidays(year),
  ]);
  const own = duties.filter(({ planId }) => planId === plan.id);
  return (
    own.length > 0 && (
      <DutyTable
        duties={own}
        periodId={String(year)}
        holidays={holidays}
        mayChange={({ scopePath }) => mayChangeDuty(actor, scopePath)}
      />
    )
  );
}
