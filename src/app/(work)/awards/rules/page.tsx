import type { Metadata } from "next";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { DraftForm } from "#components/awards/rules/draft-form";
import { RuleSetTable } from "#components/awards/rules/rule-set-table";
import { PageHeader } from "#components/ui/page-header";
import { keptRules } from "#lib/awards/rule-sets/policy";
import { findRules, listRuleSets } from "#lib/awards/rule-sets/queries";
import { campaignClock } from "#lib/campaign/clock";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Bộ quy định khen thưởng" };

export default async function RuleSetsPage() {
  const actor = await requireActor();
  const { now } = await campaignClock();
  const [sets, inForce] = await Promise.all([listRuleSets(actor), findRules(actor.agency.id, dayOf(now))]);
  const owner = keptRules(actor);
  const national = sets.filter(({ agencyId }) => agencyId === null);
  const own = sets.filter(({ agencyId }) => agencyId !== null);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title="Bộ quy định khen thưởng"
        facts={[
          inForce && <a key="now" href={`/awards/rules/${inForce.ruleSetId}`}>{`Đang áp dụng: ${inForce.title}`}</a>,
          "Hồ sơ giữ bộ quy định của ngày đề nghị",
        ]}
      />
      <RuleWarnings isOpen warnings={inForce?.warnings ?? []} missing={!inForce} />
      <section className="section">
        <h2>Quốc gia</h2>
        <RuleSetTable sets={national} inForceIds={[inForce?.nationalId ?? ""]} />
      </section>
      <section className="section">
        <h2>Của bộ, ban, ngành, tỉnh</h2>
        <RuleSetTable sets={own} inForceIds={[inForce?.ruleSetId ?? ""]} />
      </section>
      {owner !== undefined && (
        <section className="section" id="lap-moi">
          <h2>Lập bản nháp</h2>
          <DraftForm
            from={sets.filter(({ agencyId }) => agencyId === null || agencyId === owner)}
            fromId={inForce?.ruleSetId}
          />
        </section>
      )}
    </>
  );
}
