import type { Tone } from "./labels.ts";

/**
 * How a report can stand, as a condition on `report r`: a list is narrowed by it and a dashboard counts by it, so that
 * a count and the list behind it are the same words. The first seven divide what is expected; the others cut across.
 */
export const standings = {
  notStarted: { label: "Chưa bắt đầu", shape: "○", tone: "still", sql: "r.status = 'notStarted'" },
  draft: { label: "Đang nhập", shape: "◐", tone: "care", sql: "r.status = 'draft'" },
  awaitingSignOff: { label: "Chờ ký", shape: "✎", tone: "care", sql: "r.status = 'awaitingSignOff'" },
  submitted: { label: "Đã gửi, chờ tiếp nhận", shape: "➤", tone: "wait", sql: "r.status = 'submitted'" },
  returned: { label: "Bị trả lại", shape: "↩", tone: "wrong", sql: "r.status = 'returned'" },
  correcting: { label: "Đang đính chính", shape: "◐", tone: "extended", sql: "r.status = 'correcting'" },
  accepted: { label: "Đã tiếp nhận", shape: "✓", tone: "good", sql: "r.status in ('accepted', 'reported')" },
  everSent: { label: "Đã từng gửi", shape: "➤", tone: "wait", sql: "r.first_sent_at is not null" },
  onTime: { label: "Gửi đúng hạn", shape: "✓", tone: "good", sql: "r.late = false" },
  sentLate: { label: "Gửi muộn", shape: "!", tone: "wrong", sql: "r.late" },
  overdue: {
    label: "Quá hạn chưa gửi",
    shape: "!",
    tone: "wrong",
    sql: "r.first_sent_at is null and r.due_on < (select campaign_today())",
  },
  extended: { label: "Được gia hạn", shape: "⧗", tone: "extended", sql: "r.original_due_on is not null" },
  nothing: { label: "Không phát sinh", shape: "–", tone: "still", sql: "r.nothing_to_report" },
} as const satisfies Record<string, { label: string; shape: string; tone: Tone; sql: string }>;

export type Standing = keyof typeof standings;

/** The day `report r` falls due by its plan, whoever has been given more time since: a few later days would hide the one all others have. */
export const plannedDay = "coalesce(r.original_due_on, r.due_on)";

export const allStandings = Object.keys(standings) as Standing[];

/** Those that divide the expected reports: every report stands in exactly one. */
export const stages: Standing[] = [
  "notStarted",
  "draft",
  "awaitingSignOff",
  "submitted",
  "returned",
  "correcting",
  "accepted",
];

/** One column of SQL for each standing, and `expected`: how many of the reports joined as `r` stand so. */
export const standingColumns = ["count(*) as expected"]
  .concat(allStandings.map((name) => `count(*) filter (where ${standings[name].sql}) as "${name}"`))
  .join(", ");

export type StandingCounts = Record<Standing | "expected", number>;
