import { connection } from "next/server";
import { campaignClock } from "#lib/campaign/clock";
import { dayOf, printInstant } from "#lib/dates";

/** Says on every page of a demonstration that nothing here is real. `movable`: whoever is signed in may set the clock. */
export async function DemonstrationBanner({ movable = false }: { movable?: boolean }) {
  await connection(); // the clock is read at each request, never when the application is built
  const { now, isDemonstration } = await campaignClock();
  return isDemonstration && <DemonstrationNotice now={now} movable={movable} />;
}

const presets = [
  { at: "2026-11-09T23:59", label: "23:59 ngày 09/11/2026", note: "phút cuối còn đúng hạn của cấp xã" },
  { at: "2026-11-10T00:00", label: "00:00 ngày 10/11/2026", note: "vừa quá hạn của cấp xã" },
  { at: "2026-11-23T09:00", label: "09:00 ngày 23/11/2026", note: "buổi sáng bắt đầu trình diễn" },
  { at: "2026-11-30T09:00", label: "09:00 ngày 30/11/2026", note: "vừa quá hạn của tỉnh, thành phố" },
];

export function DemonstrationNotice({ now, movable }: { now: Date; movable: boolean }) {
  return (
    <aside className="demonstration" aria-label="Trình diễn">
      <span>
        <b>Dữ liệu trình diễn:</b> người và số liệu là giả định. Đồng hồ trình diễn:{" "}
        <span className="figures">{printInstant(now)}</span>
      </span>
      {movable && (
        <details className="menu">
          <summary>Chỉnh đồng hồ</summary>
          <div className="panel">
            <form method="post" action="/api/clock">
              {presets.map(({ at, label, note }) => (
                <button key={at} name="at" value={at} type="submit">
                  {label}
                  <small>{note}</small>
                </button>
              ))}
            </form>
            <form method="post" action="/api/clock">
              <label>
                Thời điểm khác (giờ Việt Nam)
                <input
                  className="input"
                  type="datetime-local"
                  name="at"
                  defaultValue={`${dayOf(now)}T${printInstant(now).slice(0, 5)}`}
                  required
                />
              </label>
              <button className="btn" type="submit">
                Chuyển đến
              </button>
            </form>
          </div>
        </details>
      )}
    </aside>
  );
}
