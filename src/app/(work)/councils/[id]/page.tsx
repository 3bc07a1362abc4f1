import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberForm, SessionForm } from "#components/councils/council-forms";
import { MemberTable } from "#components/councils/member-table";
import { SessionTable } from "#components/councils/session-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { keepsCouncil } from "#lib/councils/policy";
import { findCouncil, listMembers, listSessions } from "#lib/councils/queries";
import { dayOf, printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Hội đồng" };

export default async function CouncilPage({ params }: PageProps<"/councils/[id]">) {
  const actor = await requireActor();
  const council = await findCouncil(actor, (await params).id);
  if (!council) notFound();
  const [members, sessions] = await Promise.all([listMembers(council.id), listSessions(council.id)]);
  const keeps = keepsCouncil(actor, council);
  const today = dayOf(council.now);
  return (
    <>
      <PageHeader
        title={council.name}
        crumbs={[{ href: "/councils", label: "Hội đồng" }]}
        facts={[
          council.agencyName,
          council.decisionNumber && `Quyết định số ${council.decisionNumber}`,
          `từ ${printDay(council.validFrom)}${council.validTo ? ` đến ${printDay(council.validTo)}` : ""}`,
          `${council.memberCount} thành viên`,
        ]}
      />
      <section className="section" aria-labelledby="sessions">
        <h2 id="sessions">Phiên họp</h2>
        {sessions.length === 0 ? <Empty title="Chưa có phiên họp nào" /> : <SessionTable sessions={sessions} />}
        {keeps && (
          <details>
            <summary>Triệu tập phiên họp</summary>
            <SessionForm council={council} today={today} />
          </details>
        )}
      </section>
      <section className="section" aria-labelledby="members">
        <h2 id="members">Thành viên</h2>
        {members.length === 0 ? (
          <Empty title="Hội đồng chưa có thành viên">Thêm thành viên theo quyết định thành lập.</Empty>
        ) : (
          <MemberTable council={council} members={members} keeps={keeps} />
        )}
        {keeps && (
          <details open={members.length === 0}>
            <summary>Thêm thành viên hoặc người được ủy quyền</summary>
            <MemberForm council={council} members={members} today={today} />
          </details>
        )}
      </section>
    </>
  );
}
