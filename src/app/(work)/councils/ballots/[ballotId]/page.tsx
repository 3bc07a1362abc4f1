import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BallotState, OutcomeTag } from "#components/councils/ballot-result";
import { BoxCheck } from "#components/councils/box-check";
import { RecusalRule, Threshold } from "#components/councils/rule-words";
import { PageHeader } from "#components/ui/page-header";
import { findClosedBallot } from "#lib/councils/ballots/queries";
import { choiceLabels, kindLabels, meansLabels } from "#lib/councils/labels";
import { printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Kết quả bỏ phiếu" };

export default async function BallotPage({ params }: PageProps<"/councils/ballots/[ballotId]">) {
  const actor = await requireActor();
  const found = await findClosedBallot(actor, (await params).ballotId);
  if (!found) notFound();
  const { session, seats, item, ballot, box } = found;
  const nameOf = (seatId: string) => seats.find((seat) => seat.seatId === seatId)?.fullName ?? "";
  const own = ballot.slips.filter(({ written }) => !written);
  return (
    <>
      <PageHeader
        title={`Kết quả bỏ phiếu: ${item.nomination.subjectName}`}
        crumbs={[
          { href: "/councils", label: "Hội đồng" },
          { href: `/councils/sessions/${session.id}`, label: session.title },
        ]}
        facts={[
          ballot.rule.awardName,
          kindLabels[ballot.kind],
          ballot.kind === "secret" && meansLabels[ballot.means],
          ballot.closedAt && `kiểm phiếu ${printInstant(ballot.closedAt)}`,
        ]}
      />
      <section className="section" aria-labelledby="result">
        <h2 id="result">Kết quả</h2>
        <BallotState ballot={ballot} />
        <OutcomeTag outcome={item.outcome} />
        <p>
          <Threshold threshold={ballot.rule.threshold} />
        </p>
        <RecusalRule rule={ballot.rule} />
      </section>
      {ballot.publicKey && (
        <section className="section" aria-labelledby="box">
          <h2 id="box">Hòm phiếu</h2>
          <p className="quiet small">
            Toàn bộ phiếu trong hòm, xếp theo mã ngẫu nhiên. Mã không cho biết ai bỏ phiếu; chỉ người giữ mã nhận ra
            phiếu của mình.
          </p>
          <BoxCheck
            sessionId={session.id}
            ballotId={ballot.id}
            publicKey={ballot.publicKey}
            box={box}
            handedOut={own.length}
          />
        </section>
      )}
      <section className="section" aria-labelledby="slips">
        <h2 id="slips">{ballot.kind === "open" ? "Biểu quyết" : "Đã nhận phiếu"}</h2>
        <ul className="names">
          {ballot.slips.map(({ seatId, choice, written }) => (
            <li key={seatId}>
              {nameOf(seatId)}
              {choice && `: ${choiceLabels[choice].toLowerCase()}`}
              {written && <span className="quiet"> (bằng văn bản)</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
