import { addDays, type Day } from "#lib/dates";
import { consolidate } from "#lib/reports/consolidation/service";
import { askExtension, grantExtension, refuseExtension, takeBackExtension } from "#lib/reports/extensions/service";
import {
  acceptReport,
  appraise,
  askSignOff,
  declareNothing,
  handBack,
  markReported,
  openCorrection,
  recallReport,
  returnReport,
  signAndSend,
  startReview,
} from "#lib/reports/service";
import { fill, save } from "../../reports/stage.ts";
import { someBlanks, someFigures } from "./cells.ts";
import type { Chance } from "./random.ts";
import { officerOf, signerOf, type Unit, writerOf } from "./units.ts";

/** What somebody may do with a report: when it is likely to succeed, how often it is tried then, and the service that does it. */
export type Act = {
  weight: number;
  fits: (unit: Unit) => boolean;
  go: (unit: Unit, chance: Chance, today: Day) => Promise<unknown>;
};

const WRITABLE = ["notStarted", "draft", "returned", "correcting"];
const isWritable = ({ status, isWithdrawn }: Unit) => WRITABLE.includes(status) && !isWithdrawn;
const stands = (status: string) => (unit: Unit) => unit.status === status && !unit.isWithdrawn;
const isOwn = ({ kind }: Unit) => kind === "own";
const isReady = (unit: Unit) =>
  unit.isFilled && (!isOwn(unit) || (unit.told.includes("B1") && unit.told.includes("A1")));

const open = ({ recipients }: Unit) => recipients.filter(({ state }) => state === "waiting" || state === "reviewing");
const awaitsAnswer = (unit: Unit) =>
  ["submitted", "returned"].includes(unit.status) && !unit.isWithdrawn && open(unit).length > 0;

/** The page as it was seen a moment ago. */
const seen = ({ id, version }: Unit, reason = "") => ({ id, version, reason });
const sentSeen = ({ id, sentNumber }: Unit) => ({ id, version: Math.max(sentNumber, 1), reason: "" });

async function recipientFor(unit: Unit, chance: Chance) {
  const [one] = open(unit).length > 0 ? [chance.pick(open(unit))] : unit.recipients;
  return officerOf(one?.agencyId ?? "G01");
}

const isUnsent = ({ sentNumber, isWithdrawn, isNation }: Unit) => sentNumber === 0 && !isWithdrawn && !isNation;
const asked = ({ extension }: Unit) => extension?.id ?? "00000000-0000-4000-8000-000000000000";

export const acts: Record<string, Act> = {
  fill: {
    weight: 4,
    fits: (unit) => isWritable(unit) && !isReady(unit),
    go: async (unit, chance) => fill(await writerOf(unit), unit, await someFigures(unit, chance, 0.5, isOwn(unit))),
  },
  save: {
    weight: 2,
    fits: (unit) => isWritable(unit) && isReady(unit) && isOwn(unit),
    go: async (unit, chance) =>
      save(await writerOf(unit), unit, { figures: await someFigures(unit, chance, 0.15, false) }, unit.sections),
  },
  blank: {
    weight: 1,
    fits: (unit) => isWritable(unit) && isReady(unit) && isOwn(unit),
    go: async (unit, chance) => save(await writerOf(unit), unit, await someBlanks(unit, chance), unit.sections),
  },
  empty: {
    weight: 0.3,
    fits: (unit) => isWritable(unit) && isReady(unit) && isOwn(unit),
    go: async (unit) =>
      save(
        await writerOf(unit),
        unit,
        { figures: Object.fromEntries(unit.told.map((id) => [id, null])) },
        unit.sections,
      ),
  },
  declareNothing: {
    weight: 2,
    fits: (unit) => isWritable(unit) && isOwn(unit) && unit.told.length === 0,
    go: async (unit) => declareNothing(await writerOf(unit), { ...seen(unit), confirmed: true }),
  },
  consolidate: {
    weight: 1,
    fits: (unit) => isWritable(unit) && !isOwn(unit),
    go: async (unit) => consolidate(await writerOf(unit), seen(unit)),
  },
  askSignOff: {
    weight: 4,
    fits: (unit) => isWritable(unit) && unit.status !== "notStarted" && isReady(unit),
    go: async (unit) => askSignOff(await writerOf(unit), seen(unit)),
  },
  handBack: {
    weight: 1,
    fits: stands("awaitingSignOff"),
    go: async (unit) => handBack(await signerOf(unit), seen(unit, "Cần rà lại.")),
  },
  signAndSend: {
    weight: 5,
    fits: stands("awaitingSignOff"),
    go: async (unit) => signAndSend(await signerOf(unit), seen(unit)),
  },
  recall: {
    weight: 1.5,
    fits: (unit) => stands("submitted")(unit) && unit.recipients.every(({ state }) => state === "waiting"),
    go: async (unit) => recallReport(await writerOf(unit), seen(unit, "Gửi nhầm.")),
  },
  startReview: {
    weight: 1,
    fits: (unit) => awaitsAnswer(unit) && unit.recipients.some(({ state }) => state === "waiting"),
    go: async (unit, chance) => startReview(await recipientFor(unit, chance), sentSeen(unit)),
  },
  appraise: {
    weight: 0.5,
    fits: awaitsAnswer,
    go: async (unit, chance) => appraise(await recipientFor(unit, chance), sentSeen(unit)),
  },
  accept: {
    weight: 6,
    fits: awaitsAnswer,
    go: async (unit, chance) => acceptReport(await recipientFor(unit, chance), sentSeen(unit)),
  },
  return: {
    weight: 1.5,
    fits: awaitsAnswer,
    go: async (unit, chance) =>
      returnReport(await recipientFor(unit, chance), { ...sentSeen(unit), reasons: { B: "Số mô hình chưa khớp." } }),
  },
  openCorrection: {
    weight: 2,
    fits: stands("accepted"),
    go: async (unit) => openCorrection(await writerOf(unit), seen(unit, "Đếm sót.")),
  },
  markReported: {
    weight: 0.5,
    fits: (unit) => stands("submitted")(unit) && unit.isNation,
    go: async (unit, _, today) =>
      markReported(await signerOf(unit), { ...seen(unit), reportedOn: today, reportedNumber: "99/BC-BCA" }),
  },
  askExtension: {
    weight: 4,
    fits: (unit) => isUnsent(unit) && unit.extension === null && isOwn(unit),
    go: async (unit, chance, today) =>
      askExtension(await writerOf(unit), {
        id: unit.id,
        dueOn: unit.dueOn,
        untilOn: addDays(chance.next() < 0.5 ? unit.dueOn : today, chance.between(1, 6)),
        reason: "Mưa lũ.",
      }),
  },
  grantExtension: {
    weight: 3,
    fits: (unit) => isUnsent(unit) && unit.extension !== null,
    go: async (unit) =>
      grantExtension(await officerOf(unit.recipients[0]?.agencyId ?? "G01"), {
        id: unit.id,
        extensionId: asked(unit),
        dueOn: unit.dueOn,
        untilOn: unit.extension?.untilOn ?? addDays(unit.dueOn, 1),
        note: "",
      }),
  },
  refuseExtension: {
    weight: 3,
    fits: (unit) => isUnsent(unit) && unit.extension !== null,
    go: async (unit) =>
      refuseExtension(await officerOf(unit.recipients[0]?.agencyId ?? "G01"), {
        id: unit.id,
        extensionId: asked(unit),
        note: "Còn đủ thời gian.",
      }),
  },
  takeBackExtension: {
    weight: 3,
    fits: (unit) => unit.extension !== null,
    go: async (unit) => takeBackExtension(await writerOf(unit), { id: unit.id, extensionId: asked(unit) }),
  },
};
