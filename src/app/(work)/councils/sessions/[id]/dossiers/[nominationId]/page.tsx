import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgendaActs } from "#components/councils/agenda-acts";
import { DossierPaper } from "#components/councils/dossier-paper";
import { PageHeader } from "#components/ui/page-header";
import { subjectLabels } from "#lib/awards/labels";
import { rulesOf } from "#lib/awards/nominations/rules-of";
import { awardRule } from "#lib/awards/rule-set";
import { keepsCouncil } from "#lib/councils/policy";
import { findSessionView, listPublicity } from "#lib/councils/sessions/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Hồ sơ xét khen thưởng" };

export default async function DossierPage({ params }: PageProps<"/councils/sessions/[id]/dossiers/[nominationId]">) {
  const actor = await requireActor();
  const { id, nominationId } = await params;
  const view = await findSessionView(actor, id);
  const item = view?.items.find((one) => one.nominationId === nominationId);
  if (!view || !item) notFound();
  const { session, seats } = view;
  const [publicity, rules] = await Promise.all([listPublicity([nominationId]), rulesOf([item.nomination])]);
  const definition = rules.get(nominationId)?.definition;
  const award = definition && awardRule(definition, item.nomination.awardId);
  return (
    <>
      <PageHeader
        title={item.nomination.subjectName}
        crumbs={[
          { href: "/councils", label: "Hội đồng" },
          { href: `/councils/sessions/${session.id}`, label: session.title },
        ]}
        facts={[
          subjectLabels[item.nomination.subjectKind],
          award?.name ?? item.nomination.awardId,
          `${item.nomination.agencyName} đề nghị`,
        ]}
      />
      <DossierPaper nomination={item.nomination} award={award} publicity={publicity} />
      <AgendaActs
        session={session}
        item={item}
        ownSeat={seats.find(({ personId }) => personId === actor.personId)}
        seats={seats}
        keeps={keepsCouncil(actor, session)}
      />
    </>
  );
}
