import type { Outcome } from "./journey.ts";
import { seeded } from "./random.ts";
import type { Unit } from "./unit.ts";

/** How far the units of a province, or the central bodies, have come on the morning the demonstration begins. */
type Pace = "done" | "nearlyDone" | "good" | "usual" | "poor" | "departments" | "central";

/** In a hundred reports. */
const shares: Record<Pace, Partial<Record<Outcome, number>>> = {
  done: { accepted: 100 },
  nearlyDone: { accepted: 98, draft: 1, notStarted: 1 },
  good: {
    accepted: 92.5,
    unread: 1.5,
    reviewing: 1.2,
    returned: 1.4,
    correcting: 0.4,
    awaitingSignOff: 0.8,
    draft: 1.4,
    notStarted: 0.8,
  },
  usual: {
    accepted: 81.5,
    unread: 2.6,
    reviewing: 2.2,
    returned: 3.8,
    correcting: 0.4,
    awaitingSignOff: 2.2,
    draft: 4.4,
    notStarted: 2.9,
  },
  poor: { accepted: 62, unread: 5, reviewing: 4, returned: 6.5, awaitingSignOff: 4.5, draft: 10, notStarted: 8 },
  departments: { accepted: 74, unread: 5, reviewing: 4, returned: 7, draft: 5, notStarted: 5 },
  central: { accepted: 36, unread: 8, reviewing: 8, returned: 3, awaitingSignOff: 8, draft: 24, notStarted: 13 },
};

/** Provinces that have consolidated and sent, with how both ministries have answered. */
export const sentProvinces: Record<string, Outcome> = {
  H57: "accepted",
  H49: "accepted",
  H20: "reviewing",
  H44: "unread",
  H12: "returned",
};

/** Provinces that have consolidated and are writing. */
export const draftingProvinces = ["H05", "H56", "H17", "H36", "H61"];

const paces: Record<string, Pace> = {
  ...{ H57: "done", H49: "done", H20: "done", H44: "nearlyDone", H12: "nearlyDone" },
  ...Object.fromEntries(draftingProvinces.map((id) => [id, "good"] as const)),
  ...{ H18: "poor", H35: "poor", H60: "poor", H15: "poor" },
};

/** The ward whose report is written before the audience's eyes: its first two sections are filled. */
export const HOAN_KIEM = "00070";
export const hoanKiemSections = ["A", "B"];

/** The department for which nothing occurred in the year, and which said so. */
export const INSPECTORATE = "H26.TTR";

export function outcomeOf2026(unit: Unit): Outcome {
  if (unit.id === HOAN_KIEM) return "draft";
  return seeded(`outcome:${unit.id}`).weighted(shares[paceOf(unit)]);
}

function paceOf({ kind, provinceId }: Unit): Pace {
  if (!provinceId) return "central";
  return kind === "commune" ? (paces[provinceId] ?? "usual") : "departments";
}

/** A few send after the last day; what has not been sent is overdue by itself. */
export const comesLate = ({ id }: Unit, period: string) => seeded(`late:${period}:${id}`).chance(0.035);
