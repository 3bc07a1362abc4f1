import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { SHORTEST_PASSWORD } from "#lib/identity/rules";

export function PasswordForm({ username }: { username: string }) {
  return (
    <CommandForm action="/api/session/password" className="card" reset>
      <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
      <Field label="Mật khẩu đang dùng" name="current">
        <input className="input" type="password" name="current" required autoComplete="current-password" />
      </Field>
      <Field
        label="Mật khẩu mới"
        name="wanted"
        hint={`Ít nhất ${SHORTEST_PASSWORD} ký tự, không chứa tên đăng nhập, khác mật khẩu đang dùng. Một câu ngắn dễ nhớ, có dấu cách và dấu tiếng Việt, cũng được.`}
      >
        <input className="input" type="password" name="wanted" required autoComplete="new-password" />
      </Field>
      <Field label="Nhập lại mật khẩu mới" name="repeated">
        <input className="input" type="password" name="repeated" required autoComplete="new-password" />
      </Field>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          Đổi mật khẩu
        </button>
      </p>
    </CommandForm>
  );
}
