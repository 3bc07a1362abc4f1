import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PlanSections } from "#components/plans/plan-sections";
import { PublicDuties } from "#components/publication/public-duties";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { findPlan, listCriteriaOfPlan, listGroups, listPassages } from "#lib/plans/queries";
import { findNationalPlanId } from "#lib/publication/public/queries";
import { listDutiesInForce } from "#lib/reports/obligations/queries";

export const metadata: Metadata = { title: "Kế hoạch của phong trào" };

/** The national plan as those who work with it see it, without plans below it and without the names of who confirmed its words. */
export default async function CampaignPage() {
  const planId = await findNationalPlanId();
  if (!planId) notFound();
  const [found, passages, groups, criteria] = await Promise.all([
    findPlan(planId),
    listPassages(planId),
    listGroups(planId),
    listCriteriaOfPlan(planId),
  ]);
  if (!found) notFound();
  const plan = { ...found, ancestors: [], children: [] };
  const year = Number(plan.today.slice(0, 4));
  const duties = (await listDutiesInForce({ id: String(year), year }, plan.holderPath)).filter(
    (duty) => duty.planId === plan.id,
  );
  return (
    <>
      <h1>{plan.title}</h1>
      {plan.unconfirmed > 0 && (
        <Tag tone="extended" shape="≈">
          {plan.unconfirmed} đoạn chưa xác minh với bản ký
        </Tag>
      )}
      {plan.metadata.document?.relation_note && <Notice tone="care">{plan.metadata.document.relation_note}</Notice>}
      <PlanSections
        reading={{ plan, mayConfirm: false }}
        agency={null}
        mayChoose={false}
        passages={passages.map((one) => ({ ...one, extendedBy: [], confirmedName: null }))}
        groups={groups}
        criteria={criteria.map((one) => ({ ...one, confirmedName: null }))}
        obligations={null}
        duties={duties.length > 0 && <PublicDuties duties={duties} />}
      />
    </>
  );
}
