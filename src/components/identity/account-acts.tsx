import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import type { Actor } from "#lib/identity/actor";
import { managed, whyNotChangeAccount } from "#lib/identity/people/policy";
import type { PersonDetail } from "#lib/identity/people/queries";

/** Password, lock and handing over; or why the administrator may not. */
export function AccountActs({ actor, person }: { actor: Actor; person: PersonDetail }) {
  const whyNot = whyNotChangeAccount(actor, managed(person.id, person.assignments));
  return (
    <section className="section">
      <h2>Tài khoản</h2>
      {whyNot ? <Notice tone="wait">{whyNot}</Notice> : <Acts person={person} />}
    </section>
  );
}

function Acts({ person }: { person: PersonDetail }) {
  const isRunning = person.assignments.some(({ endedAt }) => endedAt === null);
  return (
    <>
      <CommandForm action={`/api/people/${person.id}/password`}>
        <input type="hidden" name="version" value={person.version} />
        <p className="actions">
          <button
            type="submit"
            className="btn"
            data-confirm={`Cấp mật khẩu một lần mới cho ${person.fullName}? Mật khẩu cũ hết hiệu lực và mọi phiên làm việc của người này kết thúc.`}
          >
            Cấp lại mật khẩu
          </button>
          {person.lockedAt ? (
            <button type="submit" className="btn" formAction={`/api/people/${person.id}/unlock`}>
              Mở khóa tài khoản
            </button>
          ) : (
            <button
              type="submit"
              className="btn btn-danger"
              formAction={`/api/people/${person.id}/lock`}
              data-confirm={`Khóa tài khoản của ${person.fullName}? Mọi phiên làm việc của người này kết thúc; có thể mở khóa sau.`}
            >
              Khóa tài khoản
            </button>
          )}
        </p>
      </CommandForm>
      {isRunning && (
        <details className="section">
          <summary>Bàn giao công việc cho người khác</summary>
          <CommandForm
            action={`/api/people/${person.id}/hand-over`}
            className="card"
            confirm={`Bàn giao mọi vai trò của ${person.fullName}? Các vai trò này kết thúc ở người bàn giao và bắt đầu ở người nhận.`}
          >
            <input type="hidden" name="version" value={person.version} />
            <Field
              label="Tên đăng nhập của người nhận"
              name="to"
              hint="Người nhận phải có tài khoản trong phạm vi quản trị của đồng chí. Báo cáo đang làm, lịch sử và thời hạn ở lại với cơ quan."
            >
              <input
                className="input"
                name="to"
                required
                maxLength={64}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            </Field>
            <p className="actions field">
              <button type="submit" className="btn btn-primary">
                Bàn giao
              </button>
            </p>
          </CommandForm>
        </details>
      )}
    </>
  );
}
