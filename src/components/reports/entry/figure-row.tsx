"use client";
import Link from "next/link";
import { CellButton } from "#components/reports/cell-button";
import { CellNote, useDraftSaver } from "#components/reports/draft-saver";
import type { Blank, FigureValue } from "#lib/reports/document";
import type { GridRow } from "#lib/reports/figure-rows";
import { blankLabels } from "#lib/reports/labels";
import { printValue } from "#lib/reports/values";
import { printNumber } from "#lib/text";
import { AdjustmentField } from "./adjustment-field.tsx";
import { BlankField } from "./blank-field.tsx";
import { ExplanationField } from "./explanation-field.tsx";
import type { RowCheck } from "./row-checks.ts";
import { CheckTag } from "./section-checks.tsx";
import { ValueControl } from "./value-control.tsx";

type Props = {
  row: GridRow;
  heading: string | undefined;
  isConsolidated: boolean;
  isSelected: boolean;
  total: number | null;
  computed: number | null;
  checks: RowCheck[];
};

/** One figure: what it is, last year's, this year's to write, its unit, and everything there is to say about it. */
export function FigureRow({ row, heading, isConsolidated, isSelected, total, computed, checks }: Props) {
  const { indicator } = row;
  const isWritten = row.asked && !indicator.computed;
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
          {indicator.note && <small className="quiet"> {indicator.note}</small>}{" "}
          <CellButton field={`figures.${indicator.id}`} name={`ô ${indicator.id}`} said={row.said} tabIndex={-1} />
        </th>
        <td className="num" data-label="Năm trước">
          {row.lastYear}
        </td>
        {isConsolidated && (
          <td className="num" data-label="Từ các đơn vị">
            {row.parts && (
              <Link href={row.parts.href} title={row.parts.counted}>
                {row.parts.text}
              </Link>
            )}
          </td>
        )}
        <ValueCell
          row={row}
          name={isConsolidated ? "Của cấp tổng hợp" : "Năm nay"}
          isSelected={isSelected}
          computed={computed}
          checks={checks}
        />
        {isConsolidated && (
          <td className="num" data-label="Tổng">
            {indicator.computed || total === null ? "" : printNumber(total)}
          </td>
        )}
        <td className="text unit" data-label="Đơn vị tính">
          {indicator.unit}
        </td>
        <td className="text row-notes">
          {isWritten && <FigureNote row={row} checks={checks} mayBeEmpty={isConsolidated} />}
          {isConsolidated && indicator.aggregate === "sum" && <AdjustmentField row={row} />}
        </td>
      </tr>
    </>
  );
}

function ValueCell({
  row,
  name,
  isSelected,
  computed,
  checks,
}: Pick<Props, "row" | "isSelected" | "computed" | "checks"> & { name: string }) {
  const { cells, document } = useDraftSaver();
  const { indicator } = row;
  if (indicator.computed)
    return (
      <td className="cell cell-computed" data-label={name}>
        <output>{computed === null ? "–" : printNumber(computed)}</output> <small className="quiet">tự tính</small>
      </td>
    );
  if (!row.asked)
    return (
      <td className="cell cell-locked" data-label={name}>
        không hỏi cấp này
      </td>
    );
  const mustExplain = checks.some(({ check, isExplained }) => check.severity === "explain" && !isExplained);
  const state = cells[`figures.${indicator.id}`]?.state;
  const look = state ? looks[state] : mustExplain ? "explain" : document.copied[indicator.id] ? "provisional" : "";
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: inside a grid a table cell is a grid cell
    <td className={`cell ${look && `cell-${look}`}`} aria-selected={isSelected} data-label={name}>
      <ValueControl indicator={indicator} describedBy={`note-${indicator.id}`} />
    </td>
  );
}

const looks = {
  saved: "saved",
  saving: "saving",
  waiting: "offline",
  invalid: "invalid",
  changedByOther: "changed",
} as const;

/** Below the state of saving: marks of copies, what the rules say, why it is right, or why there is nothing. */
function FigureNote({
  row: { indicator },
  checks,
  mayBeEmpty,
}: Pick<Props, "row" | "checks"> & { mayBeEmpty: boolean }) {
  const { cells, document, choose, change } = useDraftSaver();
  const { id } = indicator;
  const show = (value: unknown) => printAnswer(value) ?? (printValue(indicator, value as FigureValue) || "trống");
  return (
    <div id={`note-${id}`}>
      <span aria-live="polite">
        <CellNote
          cell={cells[`figures.${id}`]}
          show={show}
          mine={() => choose("figures", id, "mine")}
          theirs={() => choose("figures", id, "theirs")}
        />
      </span>
      {document.copied[id] && (
        <span className="cell-note">
          ⧉ chép từ năm trước – cần xác nhận{" "}
          <button
            type="button"
            className="btn btn-quiet"
            aria-label={`Xác nhận giá trị chép của ${id}`}
            onClick={() => change("copied", id, null, false)}
          >
            Xác nhận
          </button>
        </span>
      )}
      {checks.map(({ check, isExplained }) => (
        <p key={check.message} className="row-check">
          <CheckTag check={check} isExplained={isExplained} /> {withoutName(check.message)}
        </p>
      ))}
      {(document.explanations[id] !== undefined || checks.some(({ check }) => check.severity === "explain")) && (
        <ExplanationField id={id} />
      )}
      {document.figures[id] === undefined && (!mayBeEmpty || document.blanks[id]) && (
        <BlankField indicator={indicator} />
      )}
    </div>
  );
}

/** In its own row a check need not name the cell again. */
const withoutName = (message: string) => message.replace(/^Ô [A-Z]\d+ “.*?”: /, "");

const printAnswer = (value: unknown) =>
  typeof value === "object" && value !== null && "reason" in value ? blankLabels[(value as Blank).reason] : null;
