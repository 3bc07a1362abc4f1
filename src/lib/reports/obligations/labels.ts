import { groupLabels, kindLabels, placeholderKinds } from "#lib/agencies/labels";
import { columnDay, printDay } from "#lib/dates";
import type { ComparedField } from "#lib/reports/obligations/difference";
import type { DutyInForce, ObligationChange, ObligationPreview } from "#lib/reports/obligations/queries";
import { tierOf } from "#lib/reports/obligations/rules";
import { printNumber } from "#lib/text";

export const changeLabels: Record<ObligationChange["change"], { title: string; told: string }> = {
  added: { title: "Thêm mới", told: "Phát sinh nghĩa vụ báo cáo" },
  changed: { title: "Thay đổi", told: "Nghĩa vụ báo cáo thay đổi" },
  withdrawn: { title: "Rút", told: "Không còn nghĩa vụ báo cáo" },
  restored: { title: "Khôi phục", told: "Lại có nghĩa vụ báo cáo" },
};

const fieldLabels: Record<ComparedField, string> = {
  dueOn: "Hạn nộp",
  originalDueOn: "Hạn trước khi gia hạn",
  opensOn: "Ngày mở",
  dueWording: "Câu chữ của văn bản",
  dueIsDefault: "Hạn mặc định",
  dutyId: "Nhiệm vụ báo cáo",
  formVersion: "Phiên bản mẫu",
  subjectGroupId: "Nhóm tiêu chí",
  recipients: "Nơi nhận",
  editorIds: "Cơ quan lập báo cáo",
  parentAgencyId: "Tổng hợp vào báo cáo của",
};

/** “Hạn nộp: 09/11/2026 → 05/11/2026”, one for each field that looks different after. `names` turns ids into names. */
export const printFields = (fields: ObligationChange["fields"], names: ReadonlyMap<string, string>): string[] =>
  (Object.entries(fields) as [ComparedField, [unknown, unknown]][])
    .map(([field, [before, after]]) => ({ field, before: printValue(before, names), after: printValue(after, names) }))
    .filter(({ before, after }) => before !== after)
    .map(({ field, before, after }) => `${fieldLabels[field]}: ${before} → ${after}`);

/** What a change says in the timeline of the report. */
export function printChange({ change, fields, reason }: ObligationChange, names: ReadonlyMap<string, string>): string {
  const said = [reason, ...printFields(fields, names)].filter(Boolean).join("; ");
  return said ? `${changeLabels[change].told}. ${said}.` : `${changeLabels[change].told}.`;
}

/** What applying did, in one sentence. */
export function printApplied({
  added,
  changed,
  withdrawn,
  restored,
}: Pick<ObligationPreview, ObligationChange["change"]>): string {
  const counts = Object.entries({ added, changed, withdrawn, restored }).filter(([, list]) => list.length > 0);
  if (counts.length === 0) return "Không có gì phải thay đổi.";
  return `Đã áp dụng: ${counts.map(([change, list]) => `${changeLabels[change as ObligationChange["change"]].title.toLowerCase()} ${printNumber(list.length)} báo cáo`).join(", ")}.`;
}

/** Ids that `printFields` will want a name for. */
export const idsIn = (changes: ObligationChange[]): string[] =>
  changes
    .flatMap(({ fields }) => Object.values(fields).flat(2))
    .filter((value): value is string => typeof value === "string" && !isDay(value));

function printValue(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return "chưa có";
  if (typeof value === "boolean") return value ? "có" : "không";
  if (Array.isArray(value))
    return value.length === 0 ? "không có" : value.map((one) => printValue(one, names)).join(", ");
  const text = String(value);
  return isDay(text) ? printDay(columnDay(text)) : (names.get(text) ?? text);
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** “Xã, phường, đặc khu – Hà Nội”; the agency itself for the report of the nation. */
export function printReporters(duty: Pick<DutyInForce, "reporterKinds" | "reportKind" | "scopeName">) {
  const { reporterKinds, scopeName } = duty;
  if (tierOf(duty) === 0 && scopeName) return scopeName;
  const kinds = reporterKinds.map((kind) => groupLabels[kind]).join("; ");
  return scopeName ? `${kinds} – ${scopeName}` : kinds;
}

/** The first recipient leads. */
export function printRecipients({ recipients, names }: Pick<DutyInForce, "recipients" | "names">) {
  if (recipients.length === 0) return "Thủ tướng Chính phủ";
  return recipients
    .map((id) => (placeholderKinds[id] ? kindLabels[placeholderKinds[id]] : (names[id] ?? id)))
    .join("; ");
}
