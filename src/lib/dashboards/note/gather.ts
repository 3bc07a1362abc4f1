import { dayOf, HOUR_MS, printDay, printInstant, printRemaining, printWeekday } from "#lib/dates";
import type { Brief, BriefBlock, BriefCell, BriefTable } from "#lib/documents/briefs/content";
import { reportKindLabels } from "#lib/reports/labels";
import { type Standing, type StandingCounts, stages, standings } from "#lib/reports/standings";
import { printNumber, printShare } from "#lib/text";
import type { Deadline } from "../counts/queries.ts";
import { finding, listAddress, sumCounts } from "../overview.ts";
import { type QualityList, qualityLists } from "../quality/rules.ts";
import { furthestBehind, lying, movedMost, waiting } from "./lists.ts";
import { outlookLines } from "./outlook-lines.ts";
import type { Movements, NoteSource } from "./source.ts";

/** One page for leaders from what was found: the counts of the dashboard, what has changed, who needs somebody. Names of agencies only. */
export function noteOf(source: NoteSource): Brief {
  const { scope, period, now, since, places, deadlines } = source;
  const counts = sumCounts(places);
  const today = dayOf(now);
  const lines = (title: string, texts: string[]): BriefBlock => ({ kind: "lines", title, lines: texts });
  return {
    title: "Bản tin sáng",
    scope: scope.name,
    asOf: `${printWeekday(today)}, ngày ${printDay(today)}, số liệu đến ${printInstant(now).slice(0, 5)}`,
    finding: finding(scope, counts, deadlines, today),
    bands: [
      [lines("Hạn báo cáo", [...deadlineLines(deadlines, today), ...requestLines(source)])],
      [stageTable(source, counts), acrossTable(source, counts)],
      [furthestBehind(source), movedMost(source)],
      [lying(source), waiting(source)],
      [qualityTable(source), lines("Tỷ lệ gửi đúng hạn", outlookLines(source.outlooks))],
    ],
    foot: `Tài liệu nội bộ, lập tự động cho kỳ báo cáo năm ${period}. Thay đổi tính từ ${printInstant(since)} (${sinceWords(now, since)}). Chỉ tính báo cáo của từng đơn vị, không tính báo cáo tổng hợp, trừ mục Hạn báo cáo. Ô thay đổi để trống là không lưu thời điểm.`,
    author: "Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”",
    madeAt: now.toISOString(),
  };
}

/** “24 giờ qua”; over a weekend it is longer. */
function sinceWords(now: Date, since: Date) {
  const hours = Math.round((now.getTime() - since.getTime()) / HOUR_MS);
  return hours === 24 ? "24 giờ qua" : `${hours} giờ qua, từ ngày làm việc trước`;
}

const MOST_DEADLINES = 4;

/** The days for which something is still to come, the nearest to today first; what is past and done is not worth a line. */
function deadlineLines(deadlines: Deadline[], today: string): string[] {
  const open = deadlines.filter(({ unsent }) => unsent > 0);
  if (open.length === 0) return ["Mọi báo cáo phải gửi đều đã gửi."];
  const urgent = [...open].sort(
    (a, b) => Number(a.dueOn < today) - Number(b.dueOn < today) || compare(a.dueOn, b.dueOn),
  );
  const shown = urgent
    .slice(0, MOST_DEADLINES)
    .map(
      ({ kind, dueOn, owed, unsent }) =>
        `${reportKindLabels[kind]}, hạn cuối ${printDay(dueOn)} (${printRemaining(today, dueOn)}): còn ${printNumber(unsent)}/${printNumber(owed)} chưa gửi.`,
    );
  const rest = open.length - shown.length;
  return rest > 0 ? [...shown, `Và ${rest} hạn khác còn báo cáo chưa gửi.`] : shown;
}

const requestLines = ({ movements: { asked } }: NoteSource) =>
  asked > 0 ? [`${printNumber(asked)} đơn vị xin gia hạn đang chờ trả lời.`] : [];

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** “+12”, or “–” when nothing has changed. */
const change = (count: number, words: string) =>
  count === 0 ? "–" : `${count > 0 ? "+" : "−"}${printNumber(Math.abs(count))} ${words}`;

type Changed = Partial<Record<Standing, (changes: Movements["changes"], counts: StandingCounts) => string>>;

/** What is known of the last hours: acts that leave a trace. How many began to fill in does not. */
const changed: Changed = {
  awaitingSignOff: ({ putUp }) => change(putUp, "trình ký"),
  submitted: ({ sent }) => change(sent, "lần đầu"),
  returned: ({ returned }) => change(returned, "trả lại"),
  correcting: ({ corrected }) => change(corrected, "mở đính chính"),
  accepted: ({ accepted }) => change(accepted, "lần đầu"),
  everSent: ({ sent }) => change(sent, "lần đầu"),
  nothing: ({ nothing }) => change(nothing, "gửi"),
  sentLate: ({ sentLate }) => change(sentLate, "gửi"),
  extended: ({ extended }) => change(extended, "cho phép"),
  overdue: ({ overdueBefore }, { overdue }) => change(overdue - overdueBefore, "so với trước"),
};

function stageTable(source: NoteSource, counts: StandingCounts): BriefTable {
  const { scope, period } = source;
  const expected = [
    { text: "Phải báo cáo" },
    { text: printNumber(counts.expected), href: listAddress(period, scope) },
    { text: "100 %" },
    { text: "" },
  ];
  return countTable("Trạng thái báo cáo", [expected, ...stages.map((name) => countRow(source, counts, name))]);
}

const across: Standing[] = ["everSent", "nothing", "sentLate", "overdue", "extended"];

const acrossTable = (source: NoteSource, counts: StandingCounts) =>
  countTable(
    "Trong số đó",
    across.map((name) => countRow(source, counts, name)),
  );

const countTable = (title: string, rows: BriefCell[][]): BriefTable => ({
  kind: "table",
  title,
  columns: [
    { head: "Trạng thái", width: 11, isText: true },
    { head: "Đơn vị", width: 4 },
    { head: "Tỷ lệ", width: 4 },
    { head: "Thay đổi", width: 7 },
  ],
  rows,
  empty: "",
});

const countRow = ({ scope, period, movements }: NoteSource, counts: StandingCounts, name: Standing): BriefCell[] => [
  { text: standings[name].label },
  { text: printNumber(counts[name]), href: listAddress(period, scope, name) },
  { text: printShare(counts[name], counts.expected) },
  { text: changed[name]?.(movements.changes, counts) ?? "" },
];

const qualityTable = ({ scope, period, quality }: NoteSource): BriefTable => ({
  kind: "table",
  title: "Chất lượng số liệu",
  columns: [
    { head: "Dấu hiệu cần xem", width: 5, isText: true },
    { head: "Đơn vị", width: 1 },
  ],
  rows: (Object.keys(qualityLists) as QualityList[]).map((list) => [
    { text: qualityLists[list].label },
    {
      text: printNumber(quality[list]),
      href: `/dashboards/${scope.id}/quality?${new URLSearchParams({ period, list })}`,
    },
  ]),
  empty: "",
});
