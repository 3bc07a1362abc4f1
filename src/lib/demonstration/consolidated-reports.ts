import { startOfDay } from "#lib/dates";
import { type ReportDocument, readDocument } from "#lib/reports/document";
import { addOwn, type Totals, totalRows } from "#lib/reports/totals";
import { assessmentsOf } from "./assessments.ts";
import { momentOn } from "./calendar.ts";
import { begunDocument, type Source } from "./documents.ts";
import { figuresOf } from "./figures.ts";
import { type Journey, journeyOf, type Outcome } from "./journey.ts";
import { narrativesOf } from "./narratives.ts";
import { draftingProvinces, sentProvinces } from "./outcomes.ts";
import { seeded } from "./random.ts";
import type { Made, Owed, Told } from "./told.ts";

/** Where a consolidated report is to stand: 2025 complete, in 2026 some provinces have sent, some are writing, the nation waits. */
export function consolidatedOutcome({ periodId, agencyId }: Owed): Outcome {
  if (periodId === "2025") return "accepted";
  return sentProvinces[agencyId] ?? (draftingProvinces.includes(agencyId) ? "draft" : "notStarted");
}

/** When the totals were made: after the last part was accepted, before anything is sent. */
export function consolidatedAt({ periodId, agencyId, parentId }: Owed): Date {
  const random = seeded(`consolidation:${periodId}:${agencyId}`);
  if (parentId === null) return new Date("2025-11-29T08:15:00+07:00");
  if (periodId === "2025") return momentOn(random, random.pick(["2025-11-20", "2025-11-21"]));
  if (agencyId in sentProvinces) return momentOn(random, "2026-11-17");
  return new Date(startOfDay("2026-11-23").getTime() + random.whole(440, 520) * 60_000); // that morning, before nine
}

/** A report that counts others: what they say together, its own figures, and how far it has come; empty until it is made. */
export function tellConsolidatedReport(owed: Owed, source: Source, consolidation: Made | undefined): Told {
  if (!consolidation) return { owed, unit: source.named, journey: untouched(owed), versions: [], draft: null };
  const outcome = consolidatedOutcome(owed);
  const { document, totals } = consolidatedDocument(source, consolidation);
  const journey = owed.parentId === null ? nationJourney(owed) : provinceJourney(owed, outcome, consolidation);
  const versions = journey.versions.map(() => ({ document: { ...document, totals }, figures: totalRows(totals) }));
  const random = seeded(`draft:${owed.agencyId}`);
  const draft = outcome === "draft" ? begunDocument(document, source.form, source.unit, random) : null;
  return {
    owed,
    unit: source.named,
    journey,
    versions,
    draft,
    consolidation,
    ...(owed.parentId === null && { reported }),
  };
}

const untouched = ({ agencyId, opensOn, dueOn, recipients }: Owed) =>
  journeyOf({ reportKey: agencyId, opensOn, dueOn, recipients, outcome: "notStarted", latest: startOfDay(dueOn) });

function provinceJourney(owed: Owed, outcome: Outcome, { at }: Made): Journey {
  const { periodId, agencyId, dueOn, recipients } = owed;
  const trip = { reportKey: `${periodId}:${agencyId}:consolidated`, dueOn, recipients, outcome, isSmooth: true };
  if (periodId === "2025")
    return journeyOf({ ...trip, opensOn: "2025-11-21", latest: new Date("2025-11-28T15:00:00+07:00") });
  if (outcome === "draft")
    return {
      ...journeyOf({ ...trip, opensOn: owed.opensOn, latest: at }),
      since: at,
      savedAt: new Date(at.getTime() + 8 * 60_000),
    };
  return journeyOf({ ...trip, opensOn: "2026-11-15", latest: new Date("2026-11-20T17:00:00+07:00") });
}

const reported = { on: "2025-11-29", number: "1486/BC-BCA" };

/** The nation's report of 2025: made, signed and reported to the Prime Minister on the last day. */
function nationJourney({ recipients }: Owed): Journey {
  const sentAt = new Date("2025-11-29T09:40:00+07:00");
  const reportedAt = new Date("2025-11-29T15:05:00+07:00");
  return {
    status: "reported",
    since: reportedAt,
    savedAt: new Date("2025-11-29T08:52:00+07:00"),
    firstSentAt: sentAt,
    late: false,
    versions: [{ number: 1, sentAt, late: false }],
    acceptedNumber: 1,
    firstAcceptedAt: reportedAt,
    recipients: recipients.map((agencyId) => ({ agencyId, state: "accepted", since: sentAt, reasons: {} })),
    steps: [
      { at: new Date("2025-11-29T09:05:00+07:00"), move: "askSignOff", by: "writer", number: null },
      { at: sentAt, move: "signAndSend", by: "signer", number: 1, detail: { late: false } },
    ],
    correctionReason: null,
  };
}

function consolidatedDocument(
  { form, unit, named, year, criteria, levels }: Source,
  { totals: parts, counted }: Made,
): { document: ReportDocument; totals: Totals } {
  const figures = figuresOf(form, unit, year);
  const totals = addOwn(form, parts, figures, {});
  const numbers = Object.fromEntries(
    Object.entries(totals).flatMap(([id, options]) => (options[""] ? [[id, Number(options[""].number)]] : [])),
  );
  const narratives = narrativesOf(form, named, year, { numbers, units: counted });
  return {
    document: readDocument({ figures, narratives, assessments: assessmentsOf(criteria, levels, unit, year) }),
    totals,
  };
}
