"use client";
import Link from "next/link";
import { type KeyboardEvent, useState } from "react";
import type { FigureValue } from "#lib/reports/document";
import type { GridRow } from "#lib/reports/figure-rows";
import { ratioOf } from "#lib/reports/totals";
import { printValue, readValue } from "#lib/reports/values";
import { printNumber } from "#lib/text";
import { CellButton } from "./cell-button.tsx";
import { CellNote, useDraftSaver } from "./draft-saver.tsx";

type Document = Parameters<typeof useDraftSaver>[2];

/** One section's figures to write: a row each, this year beside last year, every cell saved as it is left. */
export function FigureGrid({
  reportId,
  sections,
  document,
  rows,
  isConsolidated,
}: {
  reportId: string;
  sections: Record<string, number>;
  document: Document;
  rows: GridRow[];
  isConsolidated: boolean;
}) {
  const saver = useDraftSaver(reportId, sections, document);
  const [values, setValues] = useState(() => new Map(rows.map(({ indicator, value }) => [indicator.id, value])));
  const [adjusted, setAdjusted] = useState(
    () => new Map(rows.map(({ indicator, adjustment }) => [indicator.id, Number(adjustment?.by ?? 0)])),
  );

  const totalOf = (id: string): number | null => {
    const known = rows.find(({ indicator }) => indicator.id === id);
    const own = values.get(id);
    if (!known || ((own === null || own === undefined) && known.parts?.number == null)) return null;
    return Number(known.parts?.number ?? 0) + Number(own ?? 0) + (adjusted.get(id) ?? 0);
  };

  return (
    <>
      {saver.problem && (
        <p className="notice notice-wrong" role="alert">
          {saver.problem}
        </p>
      )}
      <div className="table-wrap">
        <table className="table grid-figures">
          <thead>
            <tr>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col" className="num">
                Năm trước
              </th>
              {isConsolidated && (
                <th scope="col" className="num">
                  Từ các đơn vị
                </th>
              )}
              <th scope="col">{isConsolidated ? "Của cấp tổng hợp" : "Năm nay"}</th>
              {isConsolidated && (
                <th scope="col" className="num">
                  Tổng
                </th>
              )}
              <th scope="col">Đơn vị tính</th>
              <th scope="col">Trạng thái ô</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <FigureRow
                key={row.indicator.id}
                row={row}
                heading={row.indicator.group !== rows[index - 1]?.indicator.group ? row.indicator.group : undefined}
                isConsolidated={isConsolidated}
                saver={saver}
                total={totalOf(row.indicator.id)}
                computed={row.indicator.computed ? ratioOf(row.indicator, totalOf) : null}
                onValue={(value) => setValues((known) => new Map(known).set(row.indicator.id, value))}
                onAdjust={(by) => setAdjusted((known) => new Map(known).set(row.indicator.id, by))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type RowProps = {
  row: GridRow;
  heading: string | undefined;
  isConsolidated: boolean;
  saver: ReturnType<typeof useDraftSaver>;
  total: number | null;
  computed: number | null;
  onValue: (value: FigureValue | null) => void;
  onAdjust: (by: number) => void;
};

function FigureRow({ row, heading, isConsolidated, saver, total, computed, onValue, onAdjust }: RowProps) {
  const { indicator } = row;
  const [text, setText] = useState(() => printValue(indicator, row.value));
  const field = `figures.${indicator.id}`;

  const write = (typed: string, leaving: boolean) => {
    setText(typed);
    const reading = readValue(indicator, typed);
    if (reading.problem !== undefined) {
      if (leaving) saver.invalid("figures", indicator.id, reading.problem);
      return;
    }
    onValue(reading.value);
    if (leaving) setText(printValue(indicator, reading.value));
    saver.change("figures", indicator.id, reading.value, !leaving);
  };
  const take = (value: unknown) => {
    setText(printValue(indicator, value as FigureValue | null));
    onValue(value as FigureValue | null);
    saver.change("figures", indicator.id, value, false);
  };

  const note = (
    <CellNote
      cell={saver.cells[field]}
      show={(value) => printValue(indicator, value as FigureValue) || "trống"}
      mine={() => write(text, true)}
      theirs={take}
    />
  );
  const control = {
    id: field,
    name: field,
    "aria-label": `${indicator.id} ${indicator.label}`,
    "aria-invalid": saver.cells[field]?.state === "invalid",
    onKeyDown: moveByKey,
  };
  const options = indicator.type === "boolean" ? ["Có", "Không"] : indicator.options;
  return (
    <>
      {heading && (
        <tr className="group">
          <th colSpan={isConsolidated ? 7 : 5} scope="colgroup">
            {heading}
          </th>
        </tr>
      )}
      <tr id={indicator.id}>
        <th scope="row">
          <span className="code">{indicator.id}</span> {indicator.label}
          {indicator.required && <abbr title="bắt buộc"> *</abbr>}
          {indicator.note && <small className="quiet"> {indicator.note}</small>} <CellButton row={row} />
        </th>
        <td className="num">{row.lastYear}</td>
        {isConsolidated && (
          <td className="num">
            {row.parts && (
              <Link href={row.parts.href} title={row.parts.counted}>
                {row.parts.text}
              </Link>
            )}
          </td>
        )}
        <td>
          {indicator.computed ? (
            <output>{computed === null ? "–" : `${printNumber(computed)} (tự tính)`}</output>
          ) : !row.asked ? (
            <span className="quiet">không hỏi cấp này</span>
          ) : options ? (
            <select {...control} className="input" value={text} onChange={(event) => write(event.target.value, true)}>
              <option value="">– chưa nhập –</option>
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          ) : (
            <input
              {...control}
              className={indicator.type === "text" || indicator.type === "date" ? "input" : "input num"}
              value={text}
              autoComplete="off"
              inputMode={indicator.type === "text" ? "text" : "decimal"}
              placeholder={indicator.type === "date" ? "ngày/tháng/năm" : undefined}
              onChange={(event) => setText(event.target.value)}
              onBlur={(event) =>
                text !== printValue(indicator, row.value) || saver.cells[field]
                  ? write(event.target.value, true)
                  : undefined
              }
            />
          )}
        </td>
        {isConsolidated && <td className="num">{indicator.computed || total === null ? "" : printNumber(total)}</td>}
        <td className="text">{indicator.unit}</td>
        <td className="text" aria-live="polite">
          {note}
          {isConsolidated && indicator.aggregate === "sum" && (
            <AdjustmentCell row={row} saver={saver} onAdjust={onAdjust} />
          )}
        </td>
      </tr>
    </>
  );
}

/** A correction by the upper level: an amount and its reason, kept beside the figure and never in its place. */
function AdjustmentCell({
  row,
  saver,
  onAdjust,
}: {
  row: GridRow;
  saver: RowProps["saver"];
  onAdjust: (by: number) => void;
}) {
  const { indicator } = row;
  const [by, setBy] = useState(row.adjustment?.by ?? "");
  const [reason, setReason] = useState(row.adjustment?.reason ?? "");
  const save = () => {
    if (by === "" && reason === "") saver.change("adjustments", indicator.id, null, false);
    else if (by !== "" && reason !== "")
      saver.change("adjustments", indicator.id, { by: by.replace(",", "."), reason }, false);
    onAdjust(Number(by.replace(",", ".")) || 0);
  };
  return (
    <details open={row.adjustment !== undefined}>
      <summary>Điều chỉnh</summary>
      <input
        className="input num"
        aria-label={`Điều chỉnh ${indicator.id}: số tăng hoặc giảm`}
        placeholder="+/-"
        value={by}
        onChange={(event) => setBy(event.target.value)}
        onBlur={save}
      />
      <input
        className="input"
        aria-label={`Lý do điều chỉnh ${indicator.id}`}
        placeholder="Lý do (bắt buộc)"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onBlur={save}
      />
      <CellNote cell={saver.cells[`adjustments.${indicator.id}`]} show={String} mine={save} theirs={() => {}} />
    </details>
  );
}

/** Enter and the arrows move between rows. */
function moveByKey(event: KeyboardEvent<HTMLElement>) {
  const isSelect = event.currentTarget instanceof HTMLSelectElement;
  const step =
    event.key === "Enter" || (event.key === "ArrowDown" && !isSelect)
      ? 1
      : event.key === "ArrowUp" && !isSelect
        ? -1
        : 0;
  if (step === 0) return;
  const controls = [
    ...(event.currentTarget.closest("table")?.querySelectorAll<HTMLElement>("[name^='figures.']") ?? []),
  ];
  const next = controls[controls.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}
