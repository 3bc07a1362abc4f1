"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useDesk } from "#components/reports/draft-saver";
import { printSignInProblem } from "#lib/identity/sign-in/labels";

/** The session has ended while somebody writes: they sign in again in place, and what waits goes up. Nobody else can. */
export function SignInAgain() {
  const { entry, saver, saving } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const isNeeded = saving.line === "signedOut";

  useEffect(() => {
    if (isNeeded && !dialog.current?.open) dialog.current?.showModal();
    if (!isNeeded) dialog.current?.close();
  }, [isNeeded]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setPending(true);
    const said = await signIn(entry.person.username, String(new FormData(form).get("password")));
    setPending(false);
    setProblem(said);
    form.reset();
    if (said === null) saver?.resume();
  }

  return (
    <>
      {isNeeded && (
        <p>
          <button type="button" className="btn" onClick={() => dialog.current?.showModal()}>
            Đăng nhập lại để gửi
          </button>
        </p>
      )}
      <dialog ref={dialog} className="confirm" aria-labelledby="sign-in-again">
        <form onSubmit={submit} method="post">
          <h2 id="sign-in-again">Phiên làm việc đã hết</h2>
          <p>
            Những gì đồng chí <b>{entry.person.fullName}</b> đã nhập vẫn được giữ trong trình duyệt này. Đăng nhập lại
            để gửi tiếp; chỉ đồng chí gửi được phần mình đã nhập.
          </p>
          {problem && (
            <p className="notice notice-wrong" role="alert">
              {problem}
            </p>
          )}
          <label className="field">
            <span className="field-label">Tên đăng nhập</span>
            <input className="input" name="username" autoComplete="username" value={entry.person.username} readOnly />
          </label>
          <label className="field">
            <span className="field-label">Mật khẩu</span>
            <input
              className="input"
              type="password"
              name="password"
              autoComplete="current-password"
              required
              maxLength={400}
            />
          </label>
          <p className="actions">
            <button type="submit" className="btn btn-primary" aria-disabled={isPending || undefined}>
              Đăng nhập lại
            </button>
            <button type="button" className="btn" onClick={() => dialog.current?.close()}>
              Để sau
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}

/** Null when it has worked, else the sentence to show. */
async function signIn(username: string, password: string): Promise<string | null> {
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, username, password, json: "true" }),
    });
    if (response.ok) return null;
    const { problem, url } = await response.json();
    const seconds = Number(new URL(url, location.href).searchParams.get("seconds"));
    return printSignInProblem(problem, seconds)?.text ?? null;
  } catch {
    return "Chưa có mạng nên chưa đăng nhập được. Hãy thử lại khi có mạng.";
  }
}
