import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgendaTable } from "#components/councils/agenda-table";
import { Attendance } from "#components/councils/attendance-form";
import { MemberDesk } from "#components/councils/member-desk";
import { QuorumLine } from "#components/councils/quorum-line";
import { SecretaryDesk } from "#components/councils/secretary-desk";
import { SessionTag } from "#components/councils/session-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { rulesOf } from "#lib/awards/nominations/rules-of";
import { countInBoxes } from "#lib/councils/ballots/box";
import { keepsCouncil } from "#lib/councils/policy";
import { phaseOf } from "#lib/councils/rules";
import { findSessionView, listOfferedDossiers } from "#lib/councils/sessions/queries";
import { printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Phiên họp hội đồng" };

export default async function SessionPage({ params }: PageProps<"/councils/sessions/[id]">) {
  const actor = await requireActor();
  const view = await findSessionView(actor, (await params).id);
  if (!view) notFound();
  const { session, seats, items } = view;
  const keeps = keepsCouncil(actor, session);
  const ballots = items.flatMap(({ ballot }) => ballot ?? []);
  const [cast, offered, rules] = await Promise.all([
    countInBoxes(ballots.map(({ id }) => id)),
    keeps && session.status !== "closed" ? listOfferedDossiers(session) : [],
    rulesOf([{ ...session, ruleSetId: null }]),
  ]);
  const inForce = rules.get(session.id);
  const awardNames = {
    ...Object.fromEntries((inForce?.definition.awards ?? []).map(({ id, name }) => [id, name])),
    ...Object.fromEntries(
      items.flatMap(({ nomination, ballot }) => (ballot ? [[nomination.awardId, ballot.rule.awardName]] : [])),
    ),
  };
  const isFixed = ballots.some((ballot) => phaseOf(ballot) !== "closed");
  return (
    <>
      <PageHeader
        title={session.title}
        crumbs={[
          { href: "/councils", label: "Hội đồng" },
          { href: `/councils/${session.councilId}`, label: session.councilName },
        ]}
        tag={<SessionTag status={session.status} />}
        facts={[
          printInstant(session.meetsAt),
          session.place,
          session.openedAt && `khai mạc ${printInstant(session.openedAt)}`,
          session.closedAt && `kết luận ${printInstant(session.closedAt)}`,
        ]}
        actions={
          session.status !== "preparing" && (
            <a className="btn" href={`/councils/sessions/${session.id}/minutes`}>
              Nội dung biên bản
            </a>
          )
        }
      />
      <QuorumLine session={session} seats={seats} quorum={session.quorum ?? inForce?.definition.quorum ?? null} />
      <MemberDesk actor={actor} view={view} />
      {keeps && <SecretaryDesk view={view} offered={offered} awardNames={awardNames} />}
      <section className="section" aria-labelledby="agenda">
        <h2 id="agenda">Chương trình họp</h2>
        {items.length === 0 ? (
          <Empty title="Chương trình họp chưa có hồ sơ nào">
            {keeps
              ? "Chọn hồ sơ đã thẩm định đủ điều kiện để đưa vào chương trình họp."
              : "Thường trực hội đồng đang chuẩn bị."}
          </Empty>
        ) : (
          <AgendaTable sessionId={session.id} items={items} seats={seats} awardNames={awardNames} cast={cast} />
        )}
      </section>
      <section className="section" aria-labelledby="attendance">
        <h2 id="attendance">Thành viên dự họp</h2>
        <Attendance session={session} seats={seats} mayRecord={keeps && session.status !== "closed" && !isFixed} />
      </section>
    </>
  );
}
