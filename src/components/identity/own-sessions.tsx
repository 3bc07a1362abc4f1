import { CommandForm } from "#components/ui/command-form";
import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";
import { IDLE_MINUTES } from "#lib/identity/session";
import { printDevice } from "#lib/identity/sessions/labels";
import type { OwnSession } from "#lib/identity/sessions/queries";

/** Where the person is signed in, and a way to end what was left open. Times are the server's, not the demonstration's. */
export function OwnSessions({ sessions, currentId }: { sessions: OwnSession[]; currentId: string }) {
  return (
    <section className="section">
      <h2>Phiên làm việc đang mở</h2>
      <p className="small quiet">Theo giờ của máy chủ. Phiên tự kết thúc sau {IDLE_MINUTES / 60} giờ không dùng.</p>
      <CommandForm action="/api/session/revoke">
        <ul className="small">
          {sessions.map((session) => (
            <li key={session.id} className="check">
              <span style={{ flex: 1 }}>
                <b>{printDevice(session.userAgent)}</b>
                {session.agencyName && ` – ${session.agencyName}`}
                <br />
                <span className="quiet">
                  Đăng nhập {printInstant(session.createdAt)}, dùng gần nhất {printInstant(session.lastSeenAt)}, hết hạn{" "}
                  {printInstant(session.expiresAt)}
                </span>
              </span>
              {session.id === currentId ? (
                <Tag tone="good" shape="✓">
                  Phiên này
                </Tag>
              ) : (
                <button
                  type="submit"
                  className="btn"
                  name="sessionId"
                  value={session.id}
                  data-confirm={`Kết thúc phiên trên ${printDevice(session.userAgent)}, đăng nhập lúc ${printInstant(session.createdAt)}?`}
                >
                  Kết thúc
                </button>
              )}
            </li>
          ))}
        </ul>
      </CommandForm>
    </section>
  );
}
