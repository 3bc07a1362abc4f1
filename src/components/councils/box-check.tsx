"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import type { BallotKey } from "#lib/councils/ballots/blind-rsa";
import { type BoxVote, type BoxCheck as Check, checkBox } from "#lib/councils/ballots/slip";
import { choiceLabels } from "#lib/councils/labels";
import { readSlips } from "./kept-slips.ts";

type Props = { sessionId: string; ballotId: string; publicKey: BallotKey; box: BoxVote[]; handedOut: number };

/** The published box, counted anew in this browser: every signature under the published key, every token once, and the voter's own. */
export function BoxCheck({ sessionId, ballotId, publicKey, box, handedOut }: Props) {
  const [check, setCheck] = useState<Check | null>(null);
  const [own, setOwn] = useState<{ token: string; otherKey: boolean } | null>(null);

  useEffect(() => {
    const slip = readSlips(sessionId)[ballotId];
    if (slip?.state === "signed") setOwn({ token: slip.token, otherKey: slip.keyNumber !== publicKey.n });
    if (globalThis.crypto?.subtle) checkBox(ballotId, publicKey, box).then(setCheck);
  }, [sessionId, ballotId, publicKey, box]);

  function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get("token")).trim().toLowerCase();
    setOwn({ token, otherKey: false });
  }

  const isRight = check && check.unsigned === 0 && check.repeated === 0 && box.length <= handedOut;
  return (
    <>
      <div role="status">
        {check ? (
          <Notice
            tone={isRight ? "good" : "wrong"}
            title={isRight ? "Trình duyệt này đã kiểm lại hòm phiếu: đúng" : "Hòm phiếu có điểm không khớp"}
          >
            {box.length} phiếu trên {handedOut} phiếu phát ra; {box.length - check.unsigned} chữ ký hợp lệ;{" "}
            {check.repeated} mã trùng. Đồng ý {check.favour}, không đồng ý {check.against}, trắng {check.blank}.
          </Notice>
        ) : (
          <p className="quiet">Đang kiểm lại chữ ký của từng phiếu…</p>
        )}
        {own && <Own own={own} vote={box.find(({ token }) => token === own.token)} />}
      </div>
      <form onSubmit={look} className="filters">
        <label>
          Tìm phiếu của tôi theo mã
          <input
            className="input code"
            name="token"
            required
            pattern="[0-9a-fA-F]{64}"
            title="64 chữ số của mã phiếu"
          />
        </label>
        <button type="submit" className="btn">
          Tìm
        </button>
      </form>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Mã phiếu</th>
              <th scope="col">Nội dung phiếu</th>
            </tr>
          </thead>
          <tbody>
            {box.map(({ token, choice }) => (
              <tr key={token}>
                <td className="code">
                  <span title={token}>
                    {token.slice(0, 16)}…{token.slice(-8)}
                  </span>
                </td>
                <td>
                  {choiceLabels[choice]}{" "}
                  {own?.token === token && (
                    <Tag tone="good" shape="✓">
                      phiếu của đồng chí
                    </Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Own({ own, vote }: { own: { otherKey: boolean }; vote: BoxVote | undefined }) {
  if (own.otherKey)
    return (
      <Notice tone="wrong" title="Khóa công bố khác với khóa lúc nhận phiếu">
        Hãy báo Chủ tịch hội đồng: phiếu có thể đã bị đánh dấu.
      </Notice>
    );
  if (!vote) return <Notice tone="care">Không có phiếu mang mã này trong hòm.</Notice>;
  return (
    <Notice tone="good">
      Phiếu của đồng chí có trong hòm và đã được tính: {choiceLabels[vote.choice].toLowerCase()}.
    </Notice>
  );
}
