import type { Actor } from "#lib/identity/actor";
import { printRoles } from "#lib/identity/labels";

/** Who is signed in, and what concerns only them. */
export function PersonMenu({ actor }: { actor: Actor }) {
  return (
    <details className="menu band-person" name="band">
      <summary className="band-act" title={actor.fullName}>
        <span className="long">{actor.fullName}</span>
        <span className="short">{givenName(actor.fullName)}</span>
      </summary>
      <div className="panel panel-right">
        <p>
          <b>{actor.fullName}</b>
          <small>{actor.position ?? "Chưa ghi chức vụ"}</small>
          <small>{printRoles(actor.roles)}</small>
          <small>Tài khoản: {actor.username}</small>
        </p>
        <a href="/password">Đổi mật khẩu</a>
        <form method="post" action="/api/session/end">
          <button type="submit">Đăng xuất</button>
        </form>
      </div>
    </details>
  );
}

/** Vietnamese names end in the one people are called by. */
const givenName = (fullName: string) => fullName.slice(fullName.lastIndexOf(" ") + 1);
