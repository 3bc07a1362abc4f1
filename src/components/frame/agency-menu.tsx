import type { Actor } from "#lib/identity/actor";
import { printRoles } from "#lib/identity/labels";

/** The agency acted for, and the others the person has roles in. */
export function AgencyMenu({ actor }: { actor: Actor }) {
  return (
    <details className="menu band-agency" name="band">
      <summary className="band-act" title={actor.agency.name}>
        <span>{actor.agency.name}</span>
      </summary>
      <div className="panel">
        <p className="quiet">Đang làm việc cho cơ quan</p>
        <form method="post" action="/api/session/agency">
          {actor.agencies.map(({ id, name, roles }) => (
            <button
              key={id}
              type="submit"
              name="agencyId"
              value={id}
              aria-current={id === actor.agency.id ? "true" : undefined}
            >
              {name}
              <small>{printRoles(roles)}</small>
            </button>
          ))}
        </form>
        {actor.agencies.length === 1 && <p className="quiet">Đồng chí chỉ có vai trò ở cơ quan này.</p>}
      </div>
    </details>
  );
}
