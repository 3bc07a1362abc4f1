import { unitKindOf } from "#lib/reports/form";
import { nothingDocument, statementOf } from "#lib/reports/nothing";
import { figureRows } from "#lib/reports/totals";
import {
  begunDocument,
  completeDocument,
  correctedDocument,
  documentOfSections,
  earlierDocument,
  type Source,
} from "./documents.ts";
import { type Extension, extensionOf } from "./extensions.ts";
import { type Journey, journeyOf, type Outcome } from "./journey.ts";
import { comesLate, HOAN_KIEM, hoanKiemSections, INSPECTORATE, outcomeOf2026, sentProvinces } from "./outcomes.ts";
import { type Random, seeded } from "./random.ts";
import type { Owed, Told } from "./told.ts";
import type { Unit } from "./unit.ts";

/** About the last instant at which units and recipients moved: before their province consolidated, or before the demonstration begins. */
const LATEST = {
  commune2025: new Date("2025-11-17T17:00:00+07:00"),
  central2025: new Date("2025-11-27T17:00:00+07:00"),
  ofSentProvince: new Date("2026-11-13T17:00:00+07:00"),
  others: new Date("2026-11-20T17:00:00+07:00"),
};

/** The report of a unit for itself: in 2025 all was accepted, in 2026 it stands as on the morning of 23 November. */
export function tellOwnReport(owed: Owed, source: Source): Told {
  const { unit, named } = source;
  const outcome = owed.periodId === "2025" ? "accepted" : outcomeOf2026(unit);
  const key = `${owed.periodId}:${owed.agencyId}`;
  const extension = extensionOf(owed);
  const journey = journeyOf({
    reportKey: key,
    ...datesOf(owed, outcome, extension),
    recipients: owed.recipients,
    outcome,
    isLate: unit.provinceId !== null && comesLate(unit, owed.periodId) && !extension?.isInTime,
    latest: latestFor(unit, owed.periodId),
  });
  const random = seeded(`document:${key}`);
  return { owed, unit: named, journey, extension, ...contentOf(journey, outcome, source, random) };
}

/** Whoever was given more time sends after it was given. */
function datesOf({ opensOn, dueOn }: Owed, outcome: Outcome, extension: Extension | null) {
  const isSent = !["notStarted", "draft", "awaitingSignOff"].includes(outcome);
  return {
    opensOn: (isSent && extension?.answeredOn) || opensOn,
    dueOn: extension?.givenUntilOn ?? dueOn,
  };
}

/** “Báo cáo không phát sinh”. */
const statement = ({ form, unit, named, year }: Source) =>
  nothingDocument({ form, unit: unitKindOf(unit.kind) }, statementOf(named.name, String(year)));

function latestFor({ provinceId }: Unit, period: string) {
  if (period === "2025") return provinceId ? LATEST.commune2025 : LATEST.central2025;
  return provinceId && provinceId in sentProvinces ? LATEST.ofSentProvince : LATEST.others;
}

function contentOf(
  journey: Journey,
  outcome: Outcome,
  source: Source,
  random: Random,
): Pick<Told, "versions" | "draft"> {
  if (outcome === "notStarted") return { versions: [], draft: null };
  const { form, unit } = source;
  const document = unit.id === INSPECTORATE && source.year === 2026 ? statement(source) : completeDocument(source);
  const versions = journey.versions
    .map(({ number }) => (number < journey.versions.length ? earlierDocument(document, random) : document))
    .map((sent) => ({ document: sent, figures: figureRows(form, sent.figures, sent.blanks) }));
  if (unit.id === HOAN_KIEM && outcome === "draft")
    return { versions, draft: documentOfSections(document, form, hoanKiemSections) };
  if (outcome === "draft") return { versions, draft: begunDocument(document, form, unit, random) };
  if (outcome === "awaitingSignOff") return { versions, draft: document };
  return { versions, draft: outcome === "correcting" ? correctedDocument(document, random) : null };
}
