import { type Day, printDay } from "#lib/dates";
import { type FieldProblem, refused } from "#lib/errors";
import type { Check, CheckId, CheckState } from "../eligibility/facts.ts";

type Dates = { achievedFrom: Day; achievedTo: Day; opensOn: Day; closesOn: Day };

/** @throws refused when days run backwards. */
export function checkDates({ achievedFrom, achievedTo, opensOn, closesOn }: Dates) {
  const problems: FieldProblem[] = [];
  if (achievedTo < achievedFrom)
    problems.push({
      field: "achievedTo",
      message: `Thành tích đến ngày: ${printDay(achievedTo)} sớm hơn ngày bắt đầu ${printDay(achievedFrom)}; hãy sửa.`,
    });
  if (closesOn < opensOn)
    problems.push({
      field: "closesOn",
      message: `Nhận hồ sơ đến hết ngày: ${printDay(closesOn)} sớm hơn ngày mở ${printDay(opensOn)}; hãy sửa.`,
    });
  if (problems.length > 0) throw refused("Ngày của đợt xét chưa hợp lý.", problems);
}

export type Quotas = Record<string, { most: number }>;

/** The most of each form, from what was typed; an empty field sets none. @throws refused at what is no number. */
export function readQuotas(typed: Record<string, string>, awardIds: string[]): Quotas {
  const quotas: Quotas = {};
  for (const awardId of awardIds) {
    const text = typed[awardId] ?? "";
    if (text === "") continue;
    const most = Number(text);
    if (!/^\d{1,6}$/.test(text) || most < 1)
      throw refused("Số lượng tối đa chưa đúng.", [
        { field: `most.${awardId}`, message: `Số lượng tối đa: giá trị “${text}” chưa đúng; hãy nhập số nguyên từ 1.` },
      ]);
    quotas[awardId] = { most };
  }
  return quotas;
}

export type RoundState = "notYet" | "open" | "over" | "closed";

export function roundState(
  { opensOn, closesOn, closedAt }: { opensOn: Day; closesOn: Day; closedAt: Date | null },
  today: Day,
): RoundState {
  if (closedAt) return "closed";
  if (today < opensOn) return "notYet";
  return today > closesOn ? "over" : "open";
}

/** How many dossiers have each finding of each check. */
export function countChecks(dossiers: Check[][]): Partial<Record<CheckId, Partial<Record<CheckState, number>>>> {
  const counts: Partial<Record<CheckId, Partial<Record<CheckState, number>>>> = {};
  for (const { id, state } of dossiers.flat()) {
    const found = counts[id] ?? {};
    found[state] = (found[state] ?? 0) + 1;
    counts[id] = found;
  }
  return counts;
}

/** What somebody has to do something about. */
export const inTheWay = (checks: Check[]) =>
  checks.filter(({ state }) => state === "notMet" || state === "needsEvidence");
