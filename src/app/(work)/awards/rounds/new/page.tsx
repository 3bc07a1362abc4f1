import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RoundForm } from "#components/awards/round-form";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { PageHeader } from "#components/ui/page-header";
import { keepsRoundsFor } from "#lib/awards/rounds/policy";
import { findRulesOfToday } from "#lib/awards/rounds/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Mở đợt xét khen thưởng" };

export default async function NewRoundPage() {
  const actor = await requireActor();
  const agencyId = keepsRoundsFor(actor);
  if (!agencyId) notFound();
  const rules = await findRulesOfToday(agencyId);
  return (
    <>
      <PageHeader
        title="Mở đợt xét khen thưởng"
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        facts="Đợt xét mở cho mọi cơ quan trong phạm vi; hồ sơ được xét theo bộ quy định của ngày đề nghị."
      />
      <RuleWarnings warnings={rules?.warnings ?? []} missing={!rules} />
      {rules && <RoundForm awards={rules.definition.awards} />}
    </>
  );
}
