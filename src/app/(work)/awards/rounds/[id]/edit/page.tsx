import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RoundForm } from "#components/awards/round-form";
import { PageHeader } from "#components/ui/page-header";
import { keepsRoundsFor } from "#lib/awards/rounds/policy";
import { findRound, findRulesOfToday } from "#lib/awards/rounds/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Sửa đợt xét khen thưởng" };

export default async function EditRoundPage({ params }: PageProps<"/awards/rounds/[id]/edit">) {
  const actor = await requireActor();
  const round = await findRound(actor, (await params).id);
  if (!round || round.closedAt || keepsRoundsFor(actor) !== round.agencyId) notFound();
  const rules = await findRulesOfToday(round.agencyId);
  return (
    <>
      <PageHeader
        title={`Sửa “${round.title}”`}
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: `/awards/rounds/${round.id}`, label: round.title },
        ]}
      />
      <RoundForm awards={rules?.definition.awards ?? []} round={round} />
    </>
  );
}
