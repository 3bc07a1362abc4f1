import { CommandForm } from "#components/ui/command-form";
import type { IssuedPassword } from "#lib/identity/people/service";

/** The one-time password, to be read out, copied or printed for its owner, then put away. */
export function IssuedPasswordSlip({ issued }: { issued: IssuedPassword }) {
  return (
    <section className="notice notice-care" aria-label="Mật khẩu một lần">
      <strong>Mật khẩu một lần của {issued.fullName}</strong>
      <dl className="facts">
        <dt>Tên đăng nhập</dt>
        <dd className="figures">{issued.username}</dd>
        <dt>Mật khẩu</dt>
        <dd>
          <code style={{ fontSize: 20 }}>{issued.password}</code>
        </dd>
      </dl>
      <p>
        Giao tận tay hoặc đọc qua điện thoại cho đúng người; người nhận phải đổi mật khẩu khi đăng nhập. Phần này tự
        biến mất sau 5 phút và không xem lại được.
      </p>
      <CommandForm action={`/api/people/${issued.id}/password/put-away`}>
        <button type="submit" className="btn">
          Đã giao xong, cất đi
        </button>
      </CommandForm>
    </section>
  );
}
