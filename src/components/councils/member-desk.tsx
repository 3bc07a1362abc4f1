import { needsTellers } from "#lib/councils/ballots/tally";
import { keepsCouncil } from "#lib/councils/policy";
import { phaseOf } from "#lib/councils/rules";
import type { BallotRow, Item, Seat, SessionView } from "#lib/councils/sessions/queries";
import type { Actor } from "#lib/identity/actor";
import { BallotBooth, type BoothBallot } from "./ballot-booth.tsx";
import { OpenVote, OverrideForm, TellerForm } from "./votes.tsx";

type OnBallot = Item & { ballot: BallotRow };

/** What a member has to do in a session now: vote, count, and for the chair to conclude. Also the written opinions the secretariat enters. */
export function MemberDesk({ actor, view }: { actor: Actor; view: SessionView }) {
  const { session, seats, items } = view;
  const seat = seats.find(({ personId }) => personId === actor.personId);
  const keeps = keepsCouncil(actor, session);
  if (session.status !== "opened" || (!seat && !keeps)) return null;
  const onBallot = items.filter((item): item is OnBallot => item.ballot !== null && item.outcome === null);
  const isPresent = seat?.state === "present";
  const mine = onBallot.filter(({ recusals }) => seat && isPresent && !(seat.seatId in recusals));
  const booth = mine.flatMap((item) => boothBallot(item, seat));
  const acts = [
    ...(seat
      ? mine
          .filter(isOpenFor(seat))
          .map((item) => (
            <OpenVote key={item.ballot.id} ballot={item.ballot} subjectName={item.nomination.subjectName} seat={seat} />
          ))
      : []),
    ...(keeps ? onBallot.flatMap((item) => writtenVotes(item, seats)) : []),
    ...(isPresent ? onBallot.flatMap((item) => tellerForms(item, actor)) : []),
    ...(seat?.role === "chair" && isPresent && !seat.isSubstitute ? onBallot.flatMap(overrides) : []),
  ];
  if (booth.length === 0 && acts.length === 0) return null;
  return (
    <section className="section" aria-labelledby="member-desk">
      <h2 id="member-desk">Việc của tôi tại phiên họp</h2>
      {booth.length > 0 && <BallotBooth sessionId={session.id} ballots={booth} />}
      {acts.length > 0 && <div className="grid gap-4 mt-4">{acts}</div>}
    </section>
  );
}

function boothBallot({ ballot, nomination }: OnBallot, seat: Seat | undefined): BoothBallot[] {
  const { id, publicKey, rule, slips } = ballot;
  const phase = phaseOf(ballot);
  if (!publicKey || phase === "closed") return [];
  const hasSlip = slips.some(({ seatId }) => seatId === seat?.seatId);
  return [{ id, subjectName: nomination.subjectName, awardName: rule.awardName, phase, publicKey, hasSlip }];
}

const isOpenFor =
  ({ seatId }: Seat) =>
  ({ ballot }: OnBallot) =>
    ballot.kind === "open" && phaseOf(ballot) === "voting" && !ballot.slips.some((slip) => slip.seatId === seatId);

const writtenVotes = (item: OnBallot, seats: Seat[]) =>
  seats
    .filter((seat) => seat.state === "writing" && !(seat.seatId in item.recusals) && isOpenFor(seat)(item))
    .map((seat) => (
      <OpenVote
        key={item.ballot.id + seat.seatId}
        ballot={item.ballot}
        subjectName={item.nomination.subjectName}
        seat={seat}
        forOther
      />
    ));

function tellerForms({ ballot, nomination }: OnBallot, { personId }: Actor) {
  const written = ballot.slips.filter((slip) => slip.written).length;
  const mayCount = ballot.counts.length < 2 || ballot.counts.some((count) => count.personId === personId);
  if (phaseOf(ballot) !== "voting" || !mayCount || !needsTellers(ballot.kind, ballot.means, written)) return [];
  const papers = ballot.means === "paper" ? ballot.slips.length : written;
  const own = ballot.counts.find((count) => count.personId === personId);
  return [
    <TellerForm
      key={`count ${ballot.id}`}
      ballotId={ballot.id}
      subjectName={nomination.subjectName}
      papers={papers}
      own={own}
    />,
  ];
}

const overrides = ({ ballot, nomination }: OnBallot) =>
  ballot.result && !ballot.override
    ? [<OverrideForm key={`override ${ballot.id}`} ballotId={ballot.id} subjectName={nomination.subjectName} />]
    : [];
