import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckList } from "#components/awards/check-list";
import { ClockList } from "#components/awards/clock-list";
import { ConsultationList } from "#components/awards/consultation-list";
import { DossierForm } from "#components/awards/dossier-form";
import { DossierRead } from "#components/awards/dossier-read";
import { FactTable } from "#components/awards/fact-table";
import { NominationFacts } from "#components/awards/nomination-facts";
import { NominationMoves } from "#components/awards/nomination-moves";
import { NominationTag } from "#components/awards/nomination-tag";
import { PublicityNotes } from "#components/awards/publicity-notes";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { SecretariatDesk } from "#components/awards/secretariat-desk";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Timeline } from "#components/ui/timeline";
import { listConsultations } from "#lib/awards/consultations/queries";
import { printEvent, subjectLabels } from "#lib/awards/labels";
import { checkNomination } from "#lib/awards/nominations/checks";
import { findNomination, listNominationEvents, type NominationEventRow } from "#lib/awards/nominations/queries";
import { nextHolder } from "#lib/awards/nominations/rules";
import { clocksOf } from "#lib/awards/nominations/timing";
import { isSecretariat, mayWrite, nominationMovesFor } from "#lib/awards/policy";
import { listPublicitiesOf } from "#lib/awards/publicities/queries";
import { awardName, awardRule } from "#lib/awards/rule-set";
import { dayOf, printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Hồ sơ đề nghị khen thưởng" };

export default async function NominationPage({ params }: PageProps<"/awards/nominations/[id]">) {
  const actor = await requireActor();
  const nomination = await findNomination(actor, (await params).id);
  if (!nomination) notFound();
  const { rules, checks, holidays } = await checkNomination(nomination);
  const [consultations, lists, events] = await Promise.all([
    listConsultations(nomination.id),
    listPublicitiesOf(nomination.id),
    listNominationEvents(nomination.id),
  ]);
  const today = dayOf(nomination.now);
  const award = rules && awardRule(rules.definition, nomination.awardId);
  const writes = mayWrite(actor, nomination) && ["draft", "returned"].includes(nomination.status);
  const appraises = isSecretariat(actor, nomination) && ["proposed", "appraised"].includes(nomination.status);
  const isTold = events.some(({ move }) => move === "notify");
  const clocks = rules ? clocksOf(nomination, rules.definition, { consultations, lists, holidays, isTold }) : [];
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: `/awards/rounds/${nomination.roundId}`, label: nomination.roundTitle },
        ]}
        title={`${awardName(rules?.definition, nomination.awardId)} – ${nomination.subjectName}`}
        tag={<NominationTag status={nomination.status} title={`từ ${printInstant(nomination.statusSince)}`} />}
        facts={[
          `${subjectLabels[nomination.subjectKind]}, ${nomination.subjectAgencyName}`,
          nomination.decisionId && <a href={`/awards/decisions/${nomination.decisionId}`}>Quyết định khen thưởng</a>,
          `Đang ở: ${nomination.holderName}, từ ${printInstant(nomination.statusSince)}`,
        ]}
      />
      <RuleWarnings warnings={rules?.warnings ?? []} missing={!rules} />
      {nomination.offeredAwardId && (
        <Notice tone="care" title="Cơ quan thường trực đề xuất hình thức khác">
          <p>{awardName(rules?.definition, nomination.offeredAwardId)}. Lãnh đạo cơ quan đề nghị trả lời dưới đây.</p>
        </Notice>
      )}
      <NominationMoves
        nomination={nomination}
        offered={nominationMovesFor(actor, nomination)}
        awards={rules?.definition.awards.map(({ id, name }) => ({ id, name })) ?? []}
        next={award && rules ? nextHolder(nomination, rules.definition) : null}
      />
      <NominationFacts nomination={nomination} rulesTitle={rules?.title ?? null} />
      {clocks.length > 0 && (
        <section className="section">
          <h2>Thời hạn</h2>
          <ClockList clocks={clocks} today={today} />
        </section>
      )}
      <section className="section">
        <h2>Điều kiện</h2>
        <CheckList checks={checks} />
      </section>
      {appraises && award && rules && (
        <SecretariatDesk
          nomination={nomination}
          award={award}
          rules={rules.definition}
          checks={checks}
          hasComplaint={lists.some(({ isComplaint }) => isComplaint)}
        />
      )}
      {consultations.length > 0 && (
        <section className="section">
          <h2>Hiệp y</h2>
          <ConsultationList consultations={consultations} />
        </section>
      )}
      {lists.length > 0 && (
        <section className="section">
          <h2>Công khai</h2>
          <PublicityNotes lists={lists} linked={isSecretariat(actor, nomination)} />
        </section>
      )}
      <section className="section">
        <h2>Số liệu và khen thưởng đã có</h2>
        <FactTable nomination={nomination} writes={writes} />
      </section>
      <section className="section">
        <h2>Thành tích</h2>
        {writes && award ? (
          <DossierForm
            nomination={nomination}
            award={award}
            asksWhy={(checks.find(({ id }) => id === "oneAward")?.facts.length ?? 0) > 0}
          />
        ) : (
          <DossierRead nomination={nomination} />
        )}
      </section>
      <section className="section">
        <h2>Diễn biến</h2>
        <Timeline entries={events.map(entryOf)} />
      </section>
    </>
  );
}

const tones: Record<string, "good" | "wrong"> = { sendBack: "wrong", refuse: "wrong", pass: "good", decide: "good" };

const entryOf = (event: NominationEventRow) => ({
  at: printInstant(event.at),
  who: event.personName,
  agency: event.agencyName,
  what: printEvent(event.move),
  reason: event.reason,
  tone: tones[event.move] ?? ("still" as const),
});
