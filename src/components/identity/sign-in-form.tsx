import { demonstrationAccounts } from "#lib/demonstration/accounts";

type Props = { csrfToken: string; callbackUrl: string; username: string | undefined; failed: boolean };

/** A plain form to next-auth: it needs no JavaScript. */
export function SignInForm({ csrfToken, callbackUrl, username, failed }: Props) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="card">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <div className="field">
        <label>
          <span className="field-label">Tên đăng nhập</span>
          <input
            className="input"
            name="username"
            defaultValue={username}
            required
            maxLength={100}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={failed || undefined}
          />
        </label>
      </div>
      <div className="field">
        <label>
          <span className="field-label">Mật khẩu</span>
          <input
            className="input"
            type="password"
            name="password"
            required
            maxLength={400}
            autoComplete="current-password"
            aria-invalid={failed || undefined}
          />
        </label>
      </div>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          Đăng nhập
        </button>
      </p>
    </form>
  );
}

/** In a demonstration: whom to sign in as. The password is shown where the demonstration was started. */
export function DemonstrationAccounts({ callbackUrl }: { callbackUrl: string }) {
  return (
    <details className="small">
      <summary>Tài khoản trình diễn (mật khẩu chung hiện ở màn hình khởi động)</summary>
      <ul>
        {demonstrationAccounts.map(({ username, who }) => (
          <li key={username}>
            <a href={`/sign-in?${new URLSearchParams({ username, callbackUrl })}`}>{username}</a> – {who}
          </li>
        ))}
      </ul>
    </details>
  );
}
