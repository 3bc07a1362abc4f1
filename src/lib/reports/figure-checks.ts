import { type Day, printDay } from "#lib/dates";
import { printNumber } from "#lib/text";
import type { Check, Checked, Severity } from "./checks.ts";
import { type Blank, isAnswered } from "./document.ts";
import {
  enteredIndicators,
  type FormChecks,
  type FormDefinition,
  type Indicator,
  indicatorsById,
  isNumber,
} from "./form.ts";
import { printValue } from "./values.ts";

/** Quartiles of a figure among comparable units last year. */
export type Peer = { units: number; median: number; lower: number; upper: number };

type Finding = { severity: Severity; message: string } | null;

/** Every check of single figures and of groups of them, in the order of the form. */
export function figureProblems(checked: Checked): Check[] {
  const { form, unit } = checked;
  const known = indicatorsById(form);
  return form.sections.flatMap((section) =>
    enteredIndicators(section, unit).flatMap((indicator) =>
      findings(indicator, checked, known)
        .filter((finding) => finding !== null)
        .map((finding) => ({ ...finding, sectionId: section.id, field: `figures.${indicator.id}` })),
    ),
  );
}

function findings(indicator: Indicator, checked: Checked, known: Map<string, Indicator>): Finding[] {
  const { document, isConsolidated } = checked;
  const blank = document.blanks[indicator.id];
  return [
    isConsolidated ? null : missing(indicator, checked, known),
    blank ? pending(indicator, blank, checked.today) : null,
    tooLarge(indicator, checked, known),
    ...groupTooLarge(indicator, checked, known),
    ...(isConsolidated
      ? []
      : [copied(indicator, checked), changed(indicator, checked), unlikePeers(indicator, checked)]),
  ];
}

const nameOf = ({ id, label }: Indicator) => `Ô ${id} “${label}”`;

function missing(indicator: Indicator, { document }: Checked, known: Map<string, Indicator>): Finding {
  if (isAnswered(document, indicator.id)) return null;
  if (indicator.required) return block(`${nameOf(indicator)}: chưa có giá trị; đây là ô bắt buộc.`);
  if (!indicator.requiredIf || document.figures[indicator.requiredIf] !== true) return null;
  return block(
    `${nameOf(indicator)}: chưa có giá trị; bắt buộc vì ô ${indicator.requiredIf} “${known.get(indicator.requiredIf)?.label}” trả lời Có.`,
  );
}

/** A figure that is to come stays in sight; past its day it is asked for. */
function pending(indicator: Indicator, blank: Blank, today: Day): Finding {
  if (blank.reason !== "pending") return null;
  const day = printDay(blank.expectedOn);
  return blank.expectedOn < today
    ? warn(`${nameOf(indicator)}: chưa có số liệu, hẹn bổ sung ngày ${day} đã qua; hãy nhập số hoặc hẹn ngày khác.`)
    : inform(`${nameOf(indicator)}: chưa có số liệu, sẽ bổ sung ngày ${day}.`);
}

function tooLarge(indicator: Indicator, { document: { figures } }: Checked, known: Map<string, Indicator>): Finding {
  const value = figures[indicator.id];
  if (value === undefined || indicator.max === undefined) return null;
  const limit = limitOf(indicator.max, figures);
  if (limit === null || Number(value) <= limit.value) return null;
  const parts = limit.ids.map((id) => `${id} “${known.get(id)?.label}”`).join(" + ");
  return block(
    `${nameOf(indicator)}: giá trị ${printValue(indicator, value)} lớn hơn ${parts ? `${parts} (${printNumber(limit.value)})` : printNumber(limit.value)}; hãy sửa lại một trong các ô này.`,
  );
}

type Figures = Checked["document"]["figures"];

/** The value of a `max` expression; null while none of its indicators has a value (that is another problem). */
function limitOf(max: number | string, figures: Figures): { value: number; ids: string[] } | null {
  if (typeof max === "number") return { value: max, ids: [] };
  const ids = max.split("+");
  const sum = sumOf(ids, figures);
  return sum === null ? null : { value: sum, ids };
}

function sumOf(ids: string[], figures: Figures): number | null {
  const values = ids.map((id) => figures[id]).filter((value) => value !== undefined);
  return values.length === 0 ? null : values.reduce<number>((sum, value) => sum + Number(value), 0);
}

/** Told at the figure the group should stay within. */
function groupTooLarge(indicator: Indicator, { form, document: { figures } }: Checked, known: Map<string, Indicator>) {
  const value = figures[indicator.id];
  if (value === undefined) return [];
  return (form.checks?.sums ?? [])
    .filter(({ atMost }) => atMost === indicator.id)
    .map(({ label, parts, severity }): Finding => {
      const sum = sumOf(parts, figures);
      if (sum === null || sum <= Number(value)) return null;
      const ids = parts.filter((id) => known.has(id)).join(" + ");
      return {
        severity,
        message: `${nameOf(indicator)}: tổng ${label} (${ids} = ${printNumber(sum)}) lớn hơn ${printValue(indicator, value)}; hãy kiểm tra có mô hình nào được đếm hai lần hoặc tổng chung còn thiếu.`,
      };
    });
}

const copied = (indicator: Indicator, { document }: Checked): Finding =>
  document.copied[indicator.id]
    ? block(
        `${nameOf(indicator)}: giá trị ${printValue(indicator, document.figures[indicator.id])} chép từ năm trước, chưa được xác nhận; hãy bấm Xác nhận hoặc nhập số của năm nay.`,
      )
    : null;

function changed(indicator: Indicator, { form, document, lastYear }: Checked): Finding {
  const limits = form.checks?.change;
  const before = lastYear?.figures[indicator.id];
  const value = document.figures[indicator.id];
  if (!limits || !isNumber(indicator) || indicator.type === "percent" || before === undefined || value === undefined)
    return null;
  return isChange(limits, Number(before), Number(value))
    ? explain(
        `${nameOf(indicator)}: giá trị ${printValue(indicator, value)} ${Number(value) > Number(before) ? "tăng" : "giảm"} quá ${printNumber(limits.percent)} % so với năm trước (${printValue(indicator, before)}); hãy kiểm tra, nếu đúng thì ghi giải trình.`,
      )
    : null;
}

export const isChange = ({ percent, least }: FormChecks["change"], before: number, value: number) =>
  Math.abs(value - before) >= least && Math.abs(value - before) * 100 > percent * Math.abs(before);

function unlikePeers(indicator: Indicator, { form, document, peers }: Checked): Finding {
  const limits = form.checks?.peers;
  const peer = peers[indicator.id];
  const value = document.figures[indicator.id];
  if (!limits || !peer || !isNumber(indicator) || value === undefined || peer.units < limits.least) return null;
  const margin = (peer.upper - peer.lower) * limits.spreads;
  const [low, high] = [peer.lower - margin, peer.upper + margin];
  if (margin === 0 || (Number(value) >= low && Number(value) <= high)) return null;
  return warn(
    `${nameOf(indicator)}: giá trị ${printValue(indicator, value)} khác xa ${printNumber(peer.units)} đơn vị cùng loại năm trước (trung vị ${printNumber(peer.median)}, một nửa số đơn vị từ ${printNumber(peer.lower)} đến ${printNumber(peer.upper)}); hãy kiểm tra lại số đã nhập.`,
  );
}

const block = (message: string): Finding => ({ severity: "block", message });
const explain = (message: string): Finding => ({ severity: "explain", message });
const warn = (message: string): Finding => ({ severity: "warn", message });
const inform = (message: string): Finding => ({ severity: "info", message });

/** Indicators that may be copied from last year: allowed by the form, empty now, with a value then. */
export const copyable = (form: FormDefinition, { document, lastYear, unit }: Checked): string[] =>
  form.sections
    .flatMap((section) => enteredIndicators(section, unit))
    .filter(
      ({ id }) =>
        form.checks?.copyForward.includes(id) && !isAnswered(document, id) && lastYear?.figures[id] !== undefined,
    )
    .map(({ id }) => id);
