"use client";

import { type FormEvent, useEffect, useState } from "react";
import { ErrorSummary } from "#components/ui/error-summary";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import type { BallotKey } from "#lib/councils/ballots/blind-rsa";
import { type Choice, choiceLabels, choices, type Phase } from "#lib/councils/labels";
import { dropVotes, fetchSlips, type KeptSlips, readSlips } from "./kept-slips.ts";
import { Receipt } from "./receipt.tsx";

export type BoothBallot = {
  id: string;
  subjectName: string;
  awardName: string;
  phase: Phase;
  publicKey: BallotKey;
  /** the server has handed this member a slip */
  hasSlip: boolean;
};

/** Where a member gets the slips and drops them. Between the two only this tab knows them; after dropping nothing is loaded anew. */
export function BallotBooth({ sessionId, ballots }: { sessionId: string; ballots: BoothBallot[] }) {
  const [slips, setSlips] = useState<KeptSlips | null>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => setSlips(readSlips(sessionId)), [sessionId]);
  if (!slips) return <p className="quiet">Đang mở phiếu…</p>;

  const isSigned = ({ id }: BoothBallot) => slips[id]?.state === "signed";
  const handedOut = ballots.filter((ballot) => ballot.phase === "handingOut" && !isSigned(ballot));
  const elsewhere = ballots.filter((ballot) => ballot.phase !== "closed" && ballot.hasSlip && !slips[ballot.id]);
  const toVote = ballots.filter((ballot) => ballot.phase === "voting" && isSigned(ballot));

  async function run(work: () => Promise<KeptSlips>) {
    if (busy) return;
    setBusy(true);
    setProblem("");
    try {
      setSlips(await work());
    } catch (error) {
      setProblem((error as Error).message);
      setSlips(readSlips(sessionId));
    }
    setBusy(false);
  }

  return (
    <div aria-busy={busy || undefined}>
      {problem && <ErrorSummary message={problem} />}
      {!globalThis.crypto?.subtle && (
        <Notice tone="wrong" title="Trình duyệt không bỏ phiếu kín được ở địa chỉ này">
          Hãy mở hệ thống bằng địa chỉ bắt đầu bằng https://.
        </Notice>
      )}
      {handedOut.some(({ id, hasSlip }) => !hasSlip || slips[id]) && (
        <p className="actions">
          <button
            type="button"
            className="btn btn-primary"
            aria-disabled={busy || undefined}
            onClick={() =>
              run(() =>
                fetchSlips(
                  sessionId,
                  handedOut.filter(({ id, hasSlip }) => !hasSlip || slips[id]),
                ),
              )
            }
          >
            Nhận phiếu ({handedOut.filter(({ id, hasSlip }) => !hasSlip || slips[id]).length})
          </button>
        </p>
      )}
      {ballots.some((ballot) => ballot.phase === "handingOut" && isSigned(ballot)) && (
        <Notice tone="good">
          Đã nhận phiếu. Chờ thường trực hội đồng kết thúc phát phiếu rồi <a href="?">tải lại trang</a> để bỏ phiếu.
          Không đóng thẻ này trước khi bỏ phiếu.
        </Notice>
      )}
      {elsewhere.length > 0 && (
        <Notice tone="care" title="Phiếu đã được nhận ở trình duyệt khác">
          Hãy dùng thẻ trình duyệt đã nhận phiếu, hoặc nhập mã phiếu đã lưu ở dưới.
        </Notice>
      )}
      {toVote.length > 0 && <Voting ballots={toVote} slips={slips} busy={busy} sessionId={sessionId} run={run} />}
      <Receipt sessionId={sessionId} slips={slips} onTaken={setSlips} />
    </div>
  );
}

type VotingProps = {
  ballots: BoothBallot[];
  slips: KeptSlips;
  busy: boolean;
  sessionId: string;
  run: (work: () => Promise<KeptSlips>) => void;
};

function Voting({ ballots, slips, busy, sessionId, run }: VotingProps) {
  const left = ballots.filter(({ id }) => !isCast(slips, id));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget);
    const votes = left.flatMap(({ id }) => {
      const slip = slips[id];
      const choice = chosen.get(id) as Choice | null;
      return choice && slip?.state === "signed" ? [{ slip, keyNumber: slip.keyNumber, choice }] : [];
    });
    run(() => dropVotes(sessionId, votes));
  }
  return (
    <form onSubmit={submit}>
      {ballots.map(({ id, subjectName, awardName }) => (
        <div key={id} className="card mb-4">
          <fieldset>
            <legend className="field-label">
              {subjectName} – {awardName}
            </legend>
            {isCast(slips, id) ? (
              <p role="status">
                <Tag tone="good" shape="✓">
                  Phiếu đã vào hòm
                </Tag>
              </p>
            ) : (
              choices.map((choice) => (
                <label key={choice} className="check">
                  <input type="radio" name={id} value={choice} required />
                  <span>{choiceLabels[choice]}</span>
                </label>
              ))
            )}
          </fieldset>
        </div>
      ))}
      {left.length > 0 ? (
        <p className="actions">
          <button type="submit" className="btn btn-primary" aria-disabled={busy || undefined}>
            Bỏ {left.length} phiếu vào hòm
          </button>
        </p>
      ) : (
        <p className="quiet">
          Đã bỏ hết phiếu. Phiếu không mang tên và không sửa được. Giữ thẻ này để kiểm tra phiếu của mình sau khi kiểm
          phiếu.
        </p>
      )}
    </form>
  );
}

function isCast(slips: KeptSlips, id: string) {
  const slip = slips[id];
  return slip?.state === "signed" && slip.cast;
}
