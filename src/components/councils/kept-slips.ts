import type { BallotKey } from "#lib/councils/ballots/blind-rsa";
import { finishSlip, prepareSlip, type Slip, type UnsignedSlip } from "#lib/councils/ballots/slip";
import type { Choice } from "#lib/councils/labels";

/**
 * The slips of one session in this browser tab, and nowhere else: they go when the tab is closed. `keyNumber` is the ballot's key as it was when the slip was signed;
 * what was chosen is not kept.
 */
export type KeptSlip =
  | ({ state: "unsigned" } & UnsignedSlip)
  | ({ state: "signed"; keyNumber: string; cast: boolean } & Slip);
export type KeptSlips = Record<string, KeptSlip>;

const placeOf = (sessionId: string) => `slips:${sessionId}`;

export function readSlips(sessionId: string): KeptSlips {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(sessionId)) ?? "{}");
  } catch {
    return {};
  }
}

function keepSlip(sessionId: string, slip: KeptSlip) {
  const slips = { ...readSlips(sessionId), [slip.ballotId]: slip };
  sessionStorage.setItem(placeOf(sessionId), JSON.stringify(slips));
  return slips;
}

type Handed = { id: string; publicKey: BallotKey };

/** Has all slips signed that are being handed out: kept before they are sent, so that a lost answer can be asked for again. */
export async function fetchSlips(sessionId: string, ballots: Handed[]): Promise<KeptSlips> {
  const kept = readSlips(sessionId);
  const unsigned = await Promise.all(
    ballots.map(async ({ id, publicKey }) => {
      const before = kept[id];
      return before?.state === "unsigned"
        ? before
        : { state: "unsigned" as const, ...(await prepareSlip(id, publicKey)) };
    }),
  );
  for (const slip of unsigned) keepSlip(sessionId, slip);
  const { signatures } = await post<{ signatures: Record<string, string> }>(
    `/api/councils/sessions/${sessionId}/slips`,
    {
      blinded: Object.fromEntries(unsigned.map(({ ballotId, blinded }) => [ballotId, blinded])),
    },
  );
  for (const slip of unsigned) {
    const signed = await finishSlip(slip, signatures[slip.ballotId] ?? "");
    keepSlip(sessionId, { state: "signed", keyNumber: slip.key.n, cast: false, ...signed });
  }
  return readSlips(sessionId);
}

/**
 * Drops votes into their boxes, in random order. `credentials: "omit"`: the browser sends no cookie and takes another connection,
 * so that the vote comes from nobody in particular.
 */
export async function dropVotes(
  sessionId: string,
  votes: { slip: Slip; keyNumber: string; choice: Choice }[],
): Promise<KeptSlips> {
  for (const { slip, keyNumber, choice } of shuffled(votes)) {
    const { ballotId, token, signature } = slip;
    await post(
      `/api/councils/ballots/${ballotId}/box`,
      { token, signature, choice },
      { credentials: "omit", referrerPolicy: "no-referrer" },
    );
    keepSlip(sessionId, { state: "signed", keyNumber, cast: true, ballotId, token, signature });
  }
  return readSlips(sessionId);
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, at: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

async function post<Data>(to: string, body: object, options: RequestInit = {}): Promise<Data> {
  const response = await fetch(to, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    cache: "no-store",
    ...options,
  }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (!response?.ok)
    throw new Error(
      answer?.message ??
        "Mất kết nối tới máy chủ nên chưa gửi được. Hãy bấm lại khi có mạng; phiếu vẫn còn trong trình duyệt này.",
    );
  return answer.data;
}

/** A slip as one line to print or carry to another device. Whoever reads it can see in the published box how it voted. */
export const receiptOf = (slips: KeptSlips) =>
  btoa(
    JSON.stringify(
      Object.values(slips).flatMap((slip) =>
        slip.state === "signed" ? [[slip.ballotId, slip.token, slip.signature, slip.keyNumber]] : [],
      ),
    ),
  );

/** Takes the slips of a receipt into this tab. @throws Error if it is none. */
export function takeReceipt(sessionId: string, receipt: string): KeptSlips {
  let entries: unknown;
  try {
    entries = JSON.parse(atob(receipt.trim()));
  } catch {
    throw new Error("Mã phiếu không đúng. Hãy chép đủ cả dòng.");
  }
  if (!Array.isArray(entries)) throw new Error("Mã phiếu không đúng. Hãy chép đủ cả dòng.");
  for (const [ballotId, token, signature, keyNumber] of entries)
    keepSlip(sessionId, {
      state: "signed",
      keyNumber: String(keyNumber),
      cast: false,
      ballotId: String(ballotId),
      token: String(token),
      signature: String(signature),
    });
  return readSlips(sessionId);
}
