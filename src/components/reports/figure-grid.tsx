"use client";
import type { GridRow } from "#lib/reports/figure-rows";
import { ratioOf } from "#lib/reports/totals";
import { useDraftSaver } from "./draft-saver.tsx";
import { CopyForward } from "./entry/copy-forward.tsx";
import { FigureRow } from "./entry/figure-row.tsx";
import { moveByKey } from "./entry/grid-keys.ts";
import { PasteDialog } from "./entry/paste-dialog.tsx";
import { useRowChecks } from "./entry/row-checks.ts";
import { usePaste } from "./entry/use-paste.ts";
import { useSelection } from "./entry/use-selection.ts";

/** One section's figures to write: one table, a row each, this year beside last year, every cell saved as it is left. */
export function FigureGrid({ rows, isConsolidated }: { rows: GridRow[]; isConsolidated: boolean }) {
  const { document, change } = useDraftSaver();
  const checksOfRow = useRowChecks();
  const paste = usePaste(rows);
  const selection = useSelection(rows, (id) => change("figures", id, null, false));
  const totalOf = (id: string): number | null => {
    const row = rows.find(({ indicator }) => indicator.id === id);
    const own = document.figures[id];
    if (!row || (own === undefined && row.parts?.number == null)) return null;
    return Number(row.parts?.number ?? 0) + Number(own ?? 0) + Number(document.adjustments[id]?.by ?? 0);
  };

  return (
    <>
      <CopyForward sectionRows={rows} />
      <div role="status">
        {paste.said && (
          <p className="notice notice-good">
            {paste.said}{" "}
            <button type="button" className="btn btn-quiet" onClick={paste.undo}>
              Hoàn tác
            </button>
          </p>
        )}
      </div>
      <div className="table-wrap">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an editable table is a grid (WAI-ARIA APG, Grid Pattern)
          role="grid"
          aria-label="Số liệu của phần này"
          aria-multiselectable="true"
          aria-describedby="grid-keys"
          className="table grid-figures grid-entry"
          onKeyDown={(event) => {
            if (!selection.onKeyDown(event)) moveByKey(event);
          }}
          onPaste={paste.onPaste}
          onCopy={selection.onCopy}
          onFocus={selection.onFocus}
        >
          <GridHead isConsolidated={isConsolidated} />
          <tbody>
            {rows.map((row, index) => (
              <FigureRow
                key={row.indicator.id}
                row={row}
                heading={row.indicator.group !== rows[index - 1]?.indicator.group ? row.indicator.group : undefined}
                isConsolidated={isConsolidated}
                isSelected={selection.isSelected(row.indicator.id)}
                total={totalOf(row.indicator.id)}
                computed={row.indicator.computed ? ratioOf(row.indicator, totalOf) : null}
                checks={checksOfRow(row.indicator.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <details className="hint" id="grid-keys">
        <summary>Phím tắt và dán từ Excel</summary>
        <p>
          Tab, Enter hoặc mũi tên để sang ô khác; gõ để thay, F2 để sửa, Esc để trả lại giá trị cũ, Delete để xóa; Home,
          End sang đầu, cuối hàng; Ctrl+Home, Ctrl+End lên ô đầu, xuống ô cuối; mũi tên phải để ghi lý do ô trống; Shift
          và mũi tên để chọn nhiều ô rồi Ctrl+C; F4 mở lịch sử và trao đổi về ô. Chép một cột trong Excel hoặc
          LibreOffice rồi dán vào ô đầu tiên: các ô bên dưới được điền theo.
        </p>
      </details>
      {paste.plan && <PasteDialog {...paste} plan={paste.plan} />}
    </>
  );
}

function GridHead({ isConsolidated }: { isConsolidated: boolean }) {
  const names = [
    { name: "Chỉ tiêu" },
    { name: "Năm trước", isNumber: true },
    ...(isConsolidated ? [{ name: "Từ các đơn vị", isNumber: true }] : []),
    { name: isConsolidated ? "Của cấp tổng hợp" : "Năm nay", isNumber: true },
    ...(isConsolidated ? [{ name: "Tổng", isNumber: true }] : []),
    { name: "Đơn vị tính" },
    { name: "Trạng thái và ghi chú" },
  ];
  return (
    <thead>
      <tr>
        {names.map(({ name, isNumber }) => (
          <th key={name} scope="col" className={isNumber ? "num" : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
