import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { ForgetDesk } from "#components/identity/forget-desk";
import { DemonstrationAccounts, SignInForm } from "#components/identity/sign-in-form";
import { Notice } from "#components/ui/notice";
import { campaignClock } from "#lib/campaign/clock";
import { actorOfPage } from "#lib/identity/session";
import { csrfCookieName, csrfTokenOf } from "#lib/identity/sign-in/csrf";
import { printSignInProblem } from "#lib/identity/sign-in/labels";
import { localPath } from "#lib/identity/sign-in/rules";

export const metadata: Metadata = { title: "Đăng nhập" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const word = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const callbackUrl = localPath(word("callbackUrl"), (await headers()).get("host"));
  if (await actorOfPage()) redirect(callbackUrl);

  const csrfToken = csrfTokenOf((await cookies()).get(csrfCookieName())?.value);
  if (!csrfToken && !word("started"))
    redirect(`/api/session/start?${new URLSearchParams(query as Record<string, string>)}`);

  const problem = printSignInProblem(word("problem"), Number(word("seconds")));
  const { isDemonstration } = await campaignClock();
  return (
    <>
      <ForgetDesk />
      <h1>Đăng nhập</h1>
      {problem && (
        <div role="alert">
          <Notice tone={problem.tone}>{problem.text}</Notice>
        </div>
      )}
      {csrfToken ? (
        <SignInForm
          csrfToken={csrfToken}
          callbackUrl={callbackUrl}
          username={word("username")}
          failed={problem?.tone === "wrong"}
        />
      ) : (
        <Notice tone="wrong" title="Trình duyệt đang chặn cookie">
          Hệ thống cần cookie để giữ phiên làm việc. Hãy cho phép cookie của trang này rồi{" "}
          <a href="/sign-in">mở lại trang đăng nhập</a>.
        </Notice>
      )}
      <p className="small quiet">
        Quên mật khẩu: liên hệ quản trị của cơ quan hoặc của cấp trên để được cấp lại. Hệ thống không chứa bí mật nhà
        nước; không nhập tài liệu mật.
      </p>
      {isDemonstration && <DemonstrationAccounts callbackUrl={callbackUrl} />}
    </>
  );
}
