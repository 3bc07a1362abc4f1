import type { Choice } from "../labels.ts";
import { type BallotKey, blind, finalize, fromText, hex, toText, verify } from "./blind-rsa.ts";
import { messageOf } from "./message.ts";

/** What a member's browser does with a secret ballot. Nothing here reaches the server but what is blinded, and later the finished slip. */

/** Kept by the browser alone until the signature comes: the token, and what undoes the blinding. */
export type UnsignedSlip = { ballotId: string; key: BallotKey; token: string; blinded: string; inverse: string };

/** A slip as it goes into the box. The token is the voter's own proof later. */
export type Slip = { ballotId: string; token: string; signature: string };

const TOKEN_BYTES = 32;

export async function prepareSlip(ballotId: string, key: BallotKey): Promise<UnsignedSlip> {
  const token = hex(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
  const { blinded, inverse } = await blind(key, messageOf(ballotId, token));
  return { ballotId, key, token, blinded: toText(blinded), inverse: toText(inverse) };
}

/** @throws Error if the server signed something else, or with another key than it shows. */
export async function finishSlip(
  { ballotId, key, token, inverse }: UnsignedSlip,
  blindSignature: string,
): Promise<Slip> {
  const signature = await finalize(key, messageOf(ballotId, token), fromText(blindSignature), fromText(inverse));
  return { ballotId, token, signature: toText(signature) };
}

export type BoxVote = { token: string; signature: string; choice: Choice };
export type BoxCheck = {
  favour: number;
  against: number;
  blank: number;
  /** votes whose signature does not hold under the ballot's key */
  unsigned: number;
  /** tokens that occur more than once */
  repeated: number;
};

/** Counts the published box anew and checks every signature: what any member can do for themselves. */
export async function checkBox(ballotId: string, key: BallotKey, box: BoxVote[]): Promise<BoxCheck> {
  const holds = await Promise.all(
    box.map(({ token, signature }) => verify(key, messageOf(ballotId, token), fromText(signature)).catch(() => false)),
  );
  const count = (choice: Choice) => box.filter((vote) => vote.choice === choice).length;
  return {
    favour: count("favour"),
    against: count("against"),
    blank: count("blank"),
    unsigned: holds.filter((held) => !held).length,
    repeated: box.length - new Set(box.map(({ token }) => token)).size,
  };
}
