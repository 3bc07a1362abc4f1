"use client";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { splitField } from "#lib/reports/entry/fields";
import { Store, type WaitingChange } from "#lib/reports/entry/store";
import { firstUnfinishedHref } from "#lib/reports/sections";

/**
 * On every page but the desk itself: what this person typed in this browser and the server does not have. Opening the report
 * sends it; where the report has gone on meanwhile, it can be read here, and put away.
 */
export function WaitingWork({ personId }: { personId: string }) {
  const path = usePathname();
  const [changes, setChanges] = useState<WaitingChange[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another look
  useEffect(() => {
    if (document.querySelector(".desk-line")) return setChanges([]); // the desk tells of it, and sends
    Store.waitingOf(personId).then(setChanges, () => setChanges([])); // a browser that keeps nothing has nothing waiting
  }, [personId, path]);

  const putAway = async (reportId: string) => {
    await new Store(personId).update(reportId, () => ({}));
    setChanges((all) => all.filter((change) => change.reportId !== reportId));
  };
  return [...Map.groupBy(changes, ({ reportId }) => reportId)].map(([reportId, own]) => (
    <div key={reportId} className="notice notice-care">
      <p>
        ⧗ Còn {own.length} ô đồng chí đã nhập trên máy này chưa lên máy chủ.{" "}
        <a href={firstUnfinishedHref(reportId)}>Mở báo cáo để gửi</a>
      </p>
      <details>
        <summary>Xem các ô đó</summary>
        <ul>
          {own.map(({ field, value, text }) => (
            <li key={field}>
              {splitField(field)[1]}: {text ?? print(value)}
            </li>
          ))}
        </ul>
        <p>Nếu báo cáo đã được ký, gửi nên không nhập được nữa, có thể chép lại rồi bỏ các ô này.</p>
        <button type="button" className="btn" onClick={() => putAway(reportId)}>
          Bỏ các ô này
        </button>
      </details>
    </div>
  ));
}

function print(value: unknown): string {
  if (value === null) return "đã xóa";
  return typeof value === "object" ? Object.values(value).join(", ") : String(value);
}
