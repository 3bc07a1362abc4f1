import { AGENCY_HINT, AgencyField, AgencyOptions } from "#components/identity/agency-field";
import { RoleSelect } from "#components/identity/role-select";
import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { dayOf, printDay } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { roleLabels } from "#lib/identity/labels";
import { whyNotEnd } from "#lib/identity/people/policy";
import type { PersonAssignment, PersonDetail } from "#lib/identity/people/queries";

type Props = {
  actor: Actor;
  person: PersonDetail;
  /** the roles the actor may see */
  inside: PersonAssignment[];
  offered: { id: string; name: string }[];
};

/** Roles, running and ended, with what the administrator may do about each. */
export function Assignments({ actor, person, inside, offered }: Props) {
  const outside = person.assignments.length - inside.length;
  return (
    <section className="section">
      <h2>Vai trò</h2>
      <CommandForm action={`/api/people/${person.id}`}>
        <input type="hidden" name="version" value={person.version} />
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th>Vai trò</th>
                <th>Cơ quan</th>
                <th>Từ</th>
                <th>Người giao</th>
                <th>Tình trạng</th>
              </tr>
            </thead>
            <tbody>
              {inside.map((assignment) => (
                <AssignmentRow key={assignment.id} actor={actor} person={person} assignment={assignment} />
              ))}
            </tbody>
          </table>
        </div>
      </CommandForm>
      {outside > 0 && (
        <p className="small quiet">Và {outside} vai trò ở cơ quan ngoài phạm vi quản trị của đồng chí.</p>
      )}
      {person.id === actor.personId ? (
        <Notice tone="wait">
          Đây là tài khoản của đồng chí. Vai trò của chính mình do quản trị khác hoặc quản trị cấp trên giao và kết
          thúc.
        </Notice>
      ) : (
        <details className="section">
          <summary>Giao thêm vai trò</summary>
          <CommandForm
            action={`/api/people/${person.id}/assignments`}
            className="card"
            reset
            confirm={`Giao vai trò cho ${person.fullName}? Người này sẽ phải đăng nhập lại.`}
          >
            <input type="hidden" name="version" value={person.version} />
            <Field label="Cơ quan" name="agency" hint={AGENCY_HINT}>
              <AgencyField required />
            </Field>
            <Field label="Vai trò" name="role">
              <RoleSelect />
            </Field>
            <p className="actions field">
              <button type="submit" className="btn btn-primary">
                Giao vai trò
              </button>
            </p>
            <AgencyOptions agencies={offered} />
          </CommandForm>
        </details>
      )}
    </section>
  );
}

function AssignmentRow({
  actor,
  person,
  assignment,
}: {
  actor: Actor;
  person: PersonDetail;
  assignment: PersonAssignment;
}) {
  const role = roleLabels[assignment.role];
  return (
    <tr>
      <td>{role}</td>
      <td data-label="Cơ quan">
        <a href={`/agencies/${assignment.agencyId}`}>{assignment.agencyName}</a>
      </td>
      <td data-label="Từ">{printDay(dayOf(assignment.startedAt))}</td>
      <td data-label="Người giao">{assignment.grantedBy ?? "–"}</td>
      <td data-label="Tình trạng" className="fit">
        {assignment.endedAt ? (
          <Tag tone="still" shape="–">
            Kết thúc {printDay(dayOf(assignment.endedAt))}
          </Tag>
        ) : whyNotEnd(actor, person, assignment) ? (
          <Tag tone="good" shape="✓">
            Đang giữ
          </Tag>
        ) : (
          <button
            type="submit"
            className="btn btn-danger"
            formAction={`/api/people/${person.id}/assignments/${assignment.id}/end`}
            data-confirm={`Kết thúc vai trò ${role} của ${person.fullName} ở ${assignment.agencyName}? Người này sẽ phải đăng nhập lại.`}
          >
            Kết thúc
          </button>
        )}
      </td>
    </tr>
  );
}
