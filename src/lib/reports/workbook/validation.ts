import type { Cell } from "@cj-tech-master/excelts";
import { blankReasons, type Indicator } from "../form.ts";
import { blankLabels } from "../labels.ts";
import { ruleOf } from "./layout.ts";

type Validation = NonNullable<Cell["dataValidation"]>;

/** What the office program lets a person type into the cell of an indicator; the server reads it again all the same. */
export function limit(cell: Cell, indicator: Indicator) {
  const told = {
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    promptTitle: indicator.id,
    prompt: sentence(ruleOf(indicator)).slice(0, 250),
    errorTitle: `Ô ${indicator.id}`,
    error: `Hãy nhập ${ruleOf(indicator)}.`.slice(0, 220),
  };
  const most = typeof indicator.max === "number" ? indicator.max : 999_999_999;
  const between = { operator: "between" as const, formulae: [0, most] };
  const kinds: Partial<Record<Indicator["type"], Partial<Validation>>> = {
    count: { type: "whole", ...between },
    decimal: { type: "decimal", ...between },
    percent: { type: "decimal", operator: "between", formulae: [0, Number(indicator.max ?? 100)] },
    boolean: { type: "list", formulae: ['"Có,Không"'] },
    date: { type: "date", operator: "between", formulae: [new Date("2000-01-01"), new Date("2099-12-31")] },
    text: { type: "textLength", operator: "lessThanOrEqual", formulae: [200] },
  };
  const kind = indicator.type === "choice" ? choice(indicator.options ?? []) : kinds[indicator.type];
  if (kind) cell.dataValidation = { ...told, ...kind } as Validation;
}

/** A list of words is written into the cell itself, which office programs allow up to 255 characters without commas. */
function choice(options: string[]): Partial<Validation> | undefined {
  const list = options.join(",");
  return options.some((option) => option.includes(",")) || list.length > 250
    ? undefined
    : { type: "list", formulae: [`"${list}"`] };
}

export function limitReason(cell: Cell, indicator: Indicator) {
  cell.dataValidation = {
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: "Lý do trống",
    error: "Hãy chọn một lý do trong danh sách, hoặc để trống khi ô có số liệu.",
    ...choice(blankReasons(indicator).map((reason) => blankLabels[reason])),
  } as Validation;
}

export function limitDay(cell: Cell) {
  cell.dataValidation = {
    type: "date",
    allowBlank: true,
    operator: "between",
    formulae: [new Date("2000-01-01"), new Date("2099-12-31")],
    showErrorMessage: true,
    errorTitle: "Dự kiến có số liệu",
    error: "Hãy nhập ngày dạng 23/11/2026.",
  };
  cell.numFmt = "dd/mm/yyyy";
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
