import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnSessions } from "#components/identity/own-sessions";
import { PasswordForm } from "#components/identity/password-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { actorOfPage } from "#lib/identity/session";
import { listSessions } from "#lib/identity/sessions/queries";

export const metadata: Metadata = { title: "Đổi mật khẩu và phiên làm việc" };

export default async function PasswordPage() {
  const actor = await actorOfPage();
  if (!actor) redirect("/sign-in?callbackUrl=/password");
  const sessions = await listSessions(actor);
  return (
    <>
      <PageHeader
        title="Đổi mật khẩu và phiên làm việc"
        facts={`${actor.fullName} · ${actor.username}`}
        actions={<SignOut />}
      />
      {actor.mustChangePassword ? (
        <Notice tone="care" title="Cần đổi mật khẩu trước khi làm việc">
          Mật khẩu hiện tại do quản trị cấp. Hãy đặt mật khẩu chỉ đồng chí biết.
        </Notice>
      ) : (
        <p className="small">
          <a href="/work">‹ Về Việc cần làm</a>
        </p>
      )}
      <PasswordForm username={actor.username} />
      <OwnSessions sessions={sessions} currentId={actor.sessionId} />
    </>
  );
}

const SignOut = () => (
  <form method="post" action="/api/session/end">
    <button type="submit" className="btn">
      Đăng xuất
    </button>
  </form>
);
