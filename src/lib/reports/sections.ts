import type { ReportStatus } from "#generated/prisma/enums";
import { type Checked, progressOf } from "./checks.ts";

export type SectionState = "notStarted" | "inProgress" | "complete" | "toCorrect";

export type ReportSection = {
  id: string;
  title: string;
  filled: number;
  asked: number;
  problems: number;
  state: SectionState;
  reasons: { by: string; reason: string }[];
};

export const sectionLabels: Record<
  SectionState,
  { word: string; shape: string; tone: "still" | "care" | "good" | "wrong" }
> = {
  notStarted: { word: "Chưa bắt đầu", shape: "○", tone: "still" },
  inProgress: { word: "Đang nhập", shape: "◐", tone: "care" },
  complete: { word: "Đã đủ", shape: "✓", tone: "good" },
  toCorrect: { word: "Cần sửa", shape: "↩", tone: "wrong" },
};

type Answered = { name: string; state: string; reasons: Record<string, string> };

/** The sections of a report with their own states; what a recipient returned stays to correct until it is sent again. */
export const sectionsOf = (checked: Checked, status: ReportStatus, recipients: Answered[]): ReportSection[] =>
  progressOf(checked).map((progress) => {
    const reasons = recipients
      .filter(({ state }) => state === "returned")
      .flatMap(({ name, reasons }) => (reasons[progress.id] ? [{ by: name, reason: reasons[progress.id] ?? "" }] : []));
    return { ...progress, reasons, state: stateOf(progress, reasons.length > 0 && status !== "submitted") };
  });

function stateOf(
  { filled, asked, problems }: { filled: number; asked: number; problems: number },
  isReturned: boolean,
): SectionState {
  if (isReturned) return "toCorrect";
  if (problems === 0 && filled > 0) return filled < asked ? "inProgress" : "complete";
  if (asked === 0) return "complete";
  return filled === 0 ? "notStarted" : "inProgress";
}

/** The end of an address that leads to the first control without a value. */
export const FIRST_EMPTY = "first-empty";

/**
 * Where writing goes on: the page decides which section is first, so the link stays the same. It shows that section at once,
 * because a redirect costs a thin line another round trip.
 */
export const firstUnfinishedHref = (reportId: string) => `/reports/${reportId}/sections/next#${FIRST_EMPTY}`;
