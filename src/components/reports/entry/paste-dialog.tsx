"use client";
import { useEffect, useRef } from "react";
import type { PastePlan } from "#lib/reports/entry/paste";
import { printValue } from "#lib/reports/values";

type Props = {
  plan: PastePlan;
  write: (plan: PastePlan) => void;
  choose: (column: number) => void;
  close: () => void;
};

/** A block that does not simply fit: what would become of each cell, before anything is written. */
export function PasteDialog({ plan, write, choose, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const count = plan.lines.filter(({ writes }) => writes).length;
  return (
    <dialog ref={dialog} className="confirm paste" onClose={close} aria-labelledby="paste">
      <h2 id="paste">Xem trước khi dán</h2>
      {plan.surplus > 0 && (
        <p className="notice notice-care">{plan.surplus} dòng thừa không có ô tương ứng sẽ không được ghi.</p>
      )}
      {plan.columns.length > 1 && (
        <label className="field">
          <span className="field-label">Lấy số liệu ở cột</span>
          <select className="input" value={plan.column} onChange={(event) => choose(Number(event.target.value))}>
            {plan.columns.map((column) => (
              <option key={column} value={column}>
                Cột {column + 1}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Ô</th>
              <th scope="col" className="num">
                Đang có
              </th>
              <th scope="col" className="num">
                Sẽ ghi
              </th>
              <th scope="col">Ghi chú</th>
            </tr>
          </thead>
          <tbody>
            {plan.lines.map(({ indicator, old, value, remark, writes, text }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.id} {indicator.label}
                </th>
                <td className="num">{old || "–"}</td>
                <td className="num">{writes ? <b>{printValue(indicator, value)}</b> : "giữ nguyên"}</td>
                <td>{remark ?? (writes ? "" : text === "" ? "ô trống" : "không đổi")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        <button type="button" className="btn btn-primary" disabled={count === 0} onClick={() => write(plan)}>
          Ghi {count} ô
        </button>
        <button type="button" className="btn" onClick={close}>
          Không dán
        </button>
      </div>
    </dialog>
  );
}
