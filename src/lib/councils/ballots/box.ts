import "server-only";
import { row, rows, transaction } from "#lib/db";
import { notFound, refused } from "#lib/errors";
import type { Choice } from "../labels.ts";
import { UUID } from "../queries.ts";
import { type BallotKey, fromText, verify } from "./blind-rsa.ts";
import { seal, unseal } from "./keys.ts";
import { messageOf } from "./message.ts";

/** A vote as it lies in the box. Nothing here says whose it is, or when it came. */
export type BoxedVote = { token: string; signature: string; choice: Choice };

const VOTE_BYTES = 512;

/**
 * The box as one sealed text. It is always as long as for all slips, and the votes lie in the order of their random tokens:
 * neither length nor place tells which vote came in last, or what it said.
 */
export function sealBox(ballotId: string, votes: BoxedVote[], slips: number): Buffer {
  const sorted = votes.toSorted((a, b) => (a.token < b.token ? -1 : 1));
  return seal(ballotId, "box", Buffer.from(JSON.stringify(sorted).padEnd(slips * VOTE_BYTES + 2)));
}

export const openBox = (ballotId: string, sealed: Buffer): BoxedVote[] =>
  JSON.parse(unseal(ballotId, "box", sealed).toString());

type Open = { publicKey: BallotKey; sealedBox: Buffer | null; handedOut: boolean; closed: boolean; slips: number };

/**
 * Drops a vote into the box. Whoever holds a signed slip may: no session, no actor, no audit entry, no instant (docs/decisions/0022).
 * The same vote again changes nothing, so that a lost answer can be asked for again.
 * @throws notFound for what is no electronic secret ballot; refused before and after the voting, for a slip that was not signed or was used for another vote.
 */
export async function dropIntoBox({ ballotId, ...vote }: BoxedVote & { ballotId: string }): Promise<void> {
  const ballot = UUID.test(ballotId) && (await row<Open>(`${OPEN} where b.id = $1`, [ballotId]));
  if (!ballot) throw notFound("phiếu bầu");
  refuseUnlessVoting(ballot);
  const isSigned = await verify(ballot.publicKey, messageOf(ballotId, vote.token), fromText(vote.signature)).catch(
    () => false,
  );
  if (!isSigned)
    throw refused("Phiếu này không có chữ ký của hội đồng nên không được tính. Hãy dùng phiếu đã nhận khi phát phiếu.");
  await transaction(async (tx) => {
    await rows("select 1 from ballot where id = $1 for update", [ballotId], tx);
    const now = await row<Open>(`${OPEN} where b.id = $1`, [ballotId], tx);
    if (!now) throw notFound("phiếu bầu");
    refuseUnlessVoting(now);
    const votes = openBox(ballotId, now.sealedBox ?? Buffer.alloc(0));
    const used = votes.find(({ token }) => token === vote.token);
    if (used?.choice === vote.choice) return;
    if (used) throw refused("Phiếu này đã bỏ và không sửa được nữa.");
    if (votes.length >= now.slips) throw refused("Số phiếu trong hòm đã bằng số phiếu phát ra.");
    await rows(
      "update ballot set sealed_box = $2 where id = $1",
      [ballotId, sealBox(ballotId, [...votes, vote], now.slips)],
      tx,
    );
  });
}

const OPEN = `
  select b.public_key as "publicKey", b.sealed_box as "sealedBox", b.handed_out_at is not null as "handedOut", b.closed_at is not null as closed,
    (select count(*) from ballot_slip s where s.ballot_id = b.id and not s.written) as slips
  from ballot b`;

function refuseUnlessVoting({ publicKey, handedOut, closed }: Open) {
  if (!publicKey) throw notFound("phiếu bầu");
  if (!handedOut) throw refused("Chưa đến lúc bỏ phiếu: hội đồng còn đang phát phiếu.");
  if (closed) throw refused("Hòm phiếu đã đóng nên không bỏ phiếu được nữa.");
}

/** How many votes lie in the box of each ballot that is being voted on. */
export async function countInBoxes(ballotIds: string[]): Promise<Record<string, number>> {
  const boxes = await rows<{ id: string; sealedBox: Buffer }>(
    `select id, sealed_box as "sealedBox" from ballot where id = any($1::uuid[]) and sealed_box is not null`,
    [ballotIds],
  );
  return Object.fromEntries(boxes.map(({ id, sealedBox }) => [id, openBox(id, sealedBox).length]));
}
