import { beforeAll, describe, expect, it } from "vitest";
import { fromText, hex } from "#lib/councils/ballots/blind-rsa";
import { type BoxedVote, openBox } from "#lib/councils/ballots/box";
import { closeBallots } from "#lib/councils/ballots/counting";
import { takeSlips } from "#lib/councils/ballots/service";
import { checkBox, finishSlip, prepareSlip, type Slip } from "#lib/councils/ballots/slip";
import type { Choice } from "#lib/councils/labels";
import { pool, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { freshDatabase } from "../../support/database.ts";
import { anActor, outcomeOf } from "../reports/stage.ts";
import {
  aCouncil,
  aDossier,
  anOpenSession,
  aRuleSet,
  type Council,
  drop,
  open,
  openStage,
  startVotingOf,
  takeSlipsOf,
  versionOf,
  viewBy,
  voteSecretly,
} from "./stage.ts";

/** The argument of docs/decisions/0022, attacked by somebody who reads and writes the whole database. */
freshDatabase();
beforeAll(openStage);

const choicesOf = (count: number): Choice[] =>
  Array.from({ length: count }, (_, index) => (index % 2 ? "against" : "favour"));

async function aBallot(size: number) {
  const nominationId = await aDossier({ ruleSetId: await aRuleSet() });
  const council = await aCouncil(size);
  const sessionId = await anOpenSession(council, [nominationId]);
  const [ballotId = ""] = await open(council, sessionId, [nominationId]);
  return { council, sessionId, ballotId, nominationId };
}

const member = ({ members }: Council, index: number) => members[index] as Actor;
const close = async ({ secretary }: Council, sessionId: string) =>
  closeBallots(secretary, { id: sessionId, version: await versionOf(sessionId) });
const boxOf = async (ballotId: string) =>
  (await row<{ box: BoxedVote[] }>("select box from ballot where id = $1", [ballotId]))?.box ?? [];
const sealedOf = async (ballotId: string) =>
  (await row<{ sealed: Buffer }>("select sealed_box as sealed from ballot where id = $1", [ballotId]))?.sealed ??
  Buffer.alloc(0);

/** Every value of every row of every table that holds this text, as table.column. */
async function whereInDatabase(text: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [hit] = (
      await pool.query(`select count(*) as count from ${name} t where strpos(to_jsonb(t)::text, $1) > 0`, [text])
    ).rows;
    if (hit.count > 0) found.push(name);
  }
  return found;
}

describe("whoever reads the whole database", () => {
  it("finds no row that has a vote and a voter, and no instant of a vote", async () => {
    const { council, sessionId, ballotId } = await aBallot(5);
    const slips = await voteSecretly(council, sessionId, ballotId, choicesOf(5));
    const before = await row<{ entries: number }>("select count(*) as entries from audit_entry");
    await close(council, sessionId);
    for (const slip of slips.values()) {
      expect(await whereInDatabase(slip?.token ?? "")).toEqual(["ballot"]);
      expect(await whereInDatabase(slip?.signature ?? "")).toEqual(["ballot"]);
    }
    const box = await boxOf(ballotId);
    expect(box.map((vote) => Object.keys(vote).sort())).toEqual(Array(5).fill(["choice", "signature", "token"]));
    const { rows: columns } = await pool.query(
      "select column_name from information_schema.columns where table_name = 'ballot_slip' order by 1",
    );
    expect(columns.map(({ column_name }) => column_name)).toEqual([
      "ballot_id",
      "blinded",
      "choice",
      "member_id",
      "written",
    ]);
    expect(
      (await rows("select choice from ballot_slip where ballot_id = $1 and choice is not null", [ballotId])).length,
    ).toBe(0);
    const told = await rows<{ text: string }>(
      "select to_jsonb(a)::text as text from audit_entry a where id > 0 and action like 'ballot.%' and detail::text like $1",
      [`%${ballotId}%`],
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ text }) => /"choice"|favour"|token/.test(text.replaceAll('"inFavour"', "")))).toEqual([]);
    // Closing is told, dropping a vote is not.
    expect((await row<{ entries: number }>("select count(*) as entries from audit_entry"))?.entries).toBe(
      (before?.entries ?? 0) + 1,
    );
  });

  it("sees the votes in the order of random tokens, whatever the order of slips and votes", async () => {
    const { council, sessionId, ballotId } = await aBallot(8);
    const slips = await voteSecretly(council, sessionId, ballotId, choicesOf(8));
    await close(council, sessionId);
    const box = (await boxOf(ballotId)).map(({ token }) => token);
    expect(box).toEqual([...slips.values()].map((slip) => slip?.token ?? "").sort());
  });

  it("watching every change of the row learns when votes come in, but neither which nor what", async () => {
    const { council, sessionId, ballotId } = await aBallot(6);
    const votes: Choice[] = ["favour", "against", "blank", "favour", "favour", "against"];
    const slips: Slip[] = [];
    for (const actor of council.members)
      slips.push((await takeSlipsOf(actor, sessionId, [ballotId]))[ballotId] as Slip);
    await startVotingOf(council, sessionId);
    const seen = [await sealedOf(ballotId)];
    for (const [index, slip] of slips.entries()) {
      await drop(slip, votes[index] as Choice);
      seen.push(await sealedOf(ballotId));
      const state = await row<Record<string, unknown>>(
        "select box, result, counts, closed_at, version from ballot where id = $1",
        [ballotId],
      );
      expect(state).toMatchObject({ box: [], result: null, counts: [], closed_at: null });
    }
    expect(new Set(seen.map((sealed) => sealed.length)).size).toBe(1);
    // Fresh randomness each time: two states have no more bytes in common than chance gives.
    for (const [index, sealed] of seen.slice(1).entries()) {
      const same = sealed.filter((byte, at) => byte === seen[index]?.[at]).length;
      expect(same).toBeLessThan(sealed.length / 16);
    }
    for (const { token, signature } of slips) {
      for (const sealed of seen) {
        expect(sealed.includes(token)).toBe(false);
        expect(sealed.includes(Buffer.from(fromText(signature)))).toBe(false);
      }
    }
    // Whoever has the database alone has not the key; it opens for no other ballot either.
    expect(() => openBox("00000000-0000-4000-8000-000000000000", seen[3] as Buffer)).toThrow();
    expect(openBox(ballotId, seen[3] as Buffer)).toHaveLength(3);
  });

  it("finds that every slip handed out fits every vote of the box equally well", async () => {
    const { council, sessionId, ballotId } = await aBallot(4);
    await voteSecretly(council, sessionId, ballotId, choicesOf(4));
    await close(council, sessionId);
    const ballot = await row<{ key: { n: string } }>(`select public_key as key from ballot where id = $1`, [ballotId]);
    const n = BigInt(`0x${hex(fromText(ballot?.key.n ?? ""))}`);
    const given = await rows<{ blinded: Buffer }>("select blinded from ballot_slip where ballot_id = $1", [ballotId]);
    const box = await boxOf(ballotId);
    const number = (bytes: Uint8Array) => BigInt(`0x${hex(bytes)}`);
    let fitting = 0;
    for (const { blinded } of given)
      for (const { signature } of box) {
        // What is blinded is m·r^e. m = s^e is known from the box, so r^e is, whichever slip one starts from: there is always an r.
        const m = powerOf(number(fromText(signature)), 65_537n, n);
        const factor = (number(blinded) * inverseOf(m, n)) % n;
        if (factor > 0n && (factor * m) % n === number(blinded) % n) fitting++;
      }
    expect(fitting).toBe(16);
  });

  it("learns nothing from the rows' own numbers: slips by when they were handed out, the box by one last writing", async () => {
    const { council, sessionId, ballotId } = await aBallot(5);
    const slips = await voteSecretly(council, sessionId, ballotId, choicesOf(5));
    await close(council, sessionId);
    const written = await rows<{ xmin: string; member: string }>(
      `select xmin::text, member_id as member from ballot_slip where ballot_id = $1 order by ctid`,
      [ballotId],
    );
    expect(new Set(written.map(({ xmin }) => xmin)).size).toBe(5);
    const [{ xmin } = { xmin: "" }] = await rows<{ xmin: string }>("select xmin::text from ballot where id = $1", [
      ballotId,
    ]);
    expect(written.map((slip) => slip.xmin)).not.toContain(xmin);
    const touched = await rows<{ count: number }>(
      "select count(*) from session s where s.last_seen_at > now() - interval '1 second' and s.xmin::text = any($1)",
      [[xmin, ...written.map((slip) => slip.xmin)]],
    );
    expect(touched[0]?.count).toBe(0);
    expect(slips.size).toBe(5);
  });
});

describe("each voter and anyone", () => {
  it("finds the own vote in the box, and that sum and signatures are right", async () => {
    const { council, sessionId, ballotId } = await aBallot(5);
    const slips = await voteSecretly(council, sessionId, ballotId, ["favour", "against", "favour", "blank", "favour"]);
    await close(council, sessionId);
    const { items } = await viewBy(member(council, 0), sessionId);
    const ballot = items[0]?.ballot;
    const box = await boxOf(ballotId);
    expect(box.find(({ token }) => token === slips.get(1)?.token)?.choice).toBe("against");
    if (!ballot?.publicKey) throw new Error("The ballot has a key.");
    expect(await checkBox(ballotId, ballot.publicKey, box)).toEqual({
      favour: 3,
      against: 1,
      blank: 1,
      unsigned: 0,
      repeated: 0,
    });
    expect(ballot.result).toMatchObject({ inFavour: 3, against: 1, invalid: 1, cast: 5, handedOut: 5 });
    const stuffed = [...box, { ...(box[0] as BoxedVote), token: "0".repeat(64) }];
    expect(await checkBox(ballotId, ballot.publicKey, stuffed)).toMatchObject({ unsigned: 1 });
  });
});

describe("whoever tries to vote otherwise", () => {
  it("twice with one slip: the second is refused, the same again changes nothing", async () => {
    const { council, sessionId, ballotId } = await aBallot(3);
    const slip = (await takeSlipsOf(member(council, 0), sessionId, [ballotId]))[ballotId];
    await takeSlipsOf(member(council, 1), sessionId, [ballotId]);
    await startVotingOf(council, sessionId);
    await drop(slip, "favour");
    expect(await outcomeOf(drop(slip, "against"))).toBe(422);
    await drop(slip, "favour");
    expect(openBox(ballotId, await sealedOf(ballotId))).toEqual([
      { token: slip?.token, signature: slip?.signature, choice: "favour" },
    ]);
  });

  it("two votes of one slip at once: one wins", async () => {
    const { council, sessionId, ballotId } = await aBallot(3);
    const slip = (await takeSlipsOf(member(council, 0), sessionId, [ballotId]))[ballotId];
    await startVotingOf(council, sessionId);
    const results = await Promise.all([outcomeOf(drop(slip, "favour")), outcomeOf(drop(slip, "against"))]);
    expect(results.sort()).toEqual([422, "done"]);
    await close(council, sessionId);
    expect(await boxOf(ballotId)).toHaveLength(1);
  });

  it("two slips at once for one member: one is given", async () => {
    const { council, sessionId, ballotId } = await aBallot(3);
    const attempt = () => outcomeOf(takeSlipsOf(member(council, 0), sessionId, [ballotId]));
    expect((await Promise.all([attempt(), attempt()])).sort()).toEqual([422, "done"]);
    expect((await rows("select from ballot_slip where ballot_id = $1", [ballotId])).length).toBe(1);
  });

  it("with a forged signature, another ballot's slip, or one that was never signed", async () => {
    const one = await aBallot(3);
    const two = await aBallot(3);
    const slip = (await takeSlipsOf(member(one.council, 0), one.sessionId, [one.ballotId]))[one.ballotId] as Slip;
    await takeSlipsOf(member(two.council, 0), two.sessionId, [two.ballotId]);
    await startVotingOf(one.council, one.sessionId);
    await startVotingOf(two.council, two.sessionId);
    const forged = slip.signature.startsWith("A") ? `B${slip.signature.slice(1)}` : `A${slip.signature.slice(1)}`;
    for (const attempt of [
      { ...slip, signature: forged },
      { ...slip, token: "f".repeat(64) },
      { ...slip, ballotId: two.ballotId },
      { ...slip, signature: "AAAA" },
    ])
      expect(await outcomeOf(drop(attempt, "favour"))).toBe(422);
    expect(openBox(one.ballotId, await sealedOf(one.ballotId))).toEqual([]);
    expect(await outcomeOf(drop({ ...slip, ballotId: "khong-co" }, "favour"))).toBe(404);
  });

  it("too early, or after closing", async () => {
    const { council, sessionId, ballotId } = await aBallot(3);
    const [one, two] = [member(council, 0), member(council, 1)];
    const slip = (await takeSlipsOf(one, sessionId, [ballotId]))[ballotId];
    const late = (await takeSlipsOf(two, sessionId, [ballotId]))[ballotId];
    await expect(drop(slip, "favour")).rejects.toThrow("còn đang phát phiếu");
    await startVotingOf(council, sessionId);
    await expect(takeSlipsOf(member(council, 2), sessionId, [ballotId])).rejects.toThrow("hết thời gian phát phiếu");
    await drop(slip, "favour");
    await close(council, sessionId);
    await expect(drop(late, "favour")).rejects.toThrow("đã đóng");
    expect(await boxOf(ballotId)).toHaveLength(1);
  });

  it("while the box is being closed: the vote is in the box and in the count, or in neither", async () => {
    for (let round = 0; round < 4; round++) {
      const { council, sessionId, ballotId } = await aBallot(3);
      const slip = (await takeSlipsOf(member(council, 0), sessionId, [ballotId]))[ballotId];
      await startVotingOf(council, sessionId);
      const [dropped] = await Promise.all([outcomeOf(drop(slip, "favour")), close(council, sessionId)]);
      const { items } = await viewBy(council.secretary, sessionId);
      const counted = (await boxOf(ballotId)).length;
      expect([dropped, items[0]?.ballot?.result?.inFavour]).toEqual(dropped === "done" ? ["done", 1] : [422, 0]);
      expect(counted).toBe(items[0]?.ballot?.result?.cast);
    }
  });

  it("as somebody who may not: strangers, the secretariat, administrators, whoever is away", async () => {
    const nominationId = await aDossier({ ruleSetId: await aRuleSet() });
    const council = await aCouncil(4);
    const sessionId = await anOpenSession(council, [nominationId], { 3: "absent" });
    const [ballotId = ""] = await open(council, sessionId, [nominationId]);
    const key = (await viewBy(council.secretary, sessionId)).items[0]?.ballot?.publicKey;
    const ask = async (actor: Actor) => {
      const { blinded } = await prepareSlip(ballotId, key as NonNullable<typeof key>);
      return outcomeOf(takeSlips(actor, { id: sessionId, blinded: { [ballotId]: blinded } }));
    };
    expect(await ask(await anActor("00004", "reporter"))).toBe(404);
    expect(await ask(await anActor("H26", "administrator"))).toBe(404);
    expect(await ask(council.secretary)).toBe(403);
    expect(await ask(member(council, 3))).toBe(403);
    expect(await rows("select from ballot_slip where ballot_id = $1", [ballotId])).toEqual([]);
  });

  it("a lost answer is given again for the same blinded token, and for no other", async () => {
    const { council, sessionId, ballotId } = await aBallot(3);
    const actor = member(council, 0);
    const key = (await viewBy(actor, sessionId)).items[0]?.ballot?.publicKey as NonNullable<
      Awaited<ReturnType<typeof prepareSlip>>["key"]
    >;
    const unsigned = await prepareSlip(ballotId, key);
    const ask = (blinded: string) => takeSlips(actor, { id: sessionId, blinded: { [ballotId]: blinded } });
    const first = await ask(unsigned.blinded);
    expect(await ask(unsigned.blinded)).toEqual(first);
    await expect(ask((await prepareSlip(ballotId, key)).blinded)).rejects.toThrow("chỉ được một phiếu");
    expect((await finishSlip(unsigned, first[ballotId] ?? "")).token).toBe(unsigned.token);
    expect(await outcomeOf(ask("____"))).toBe(422);
  });
});

describe("an administrator with the database in hand", () => {
  const statements: [string, string][] = [
    [
      "makes a slip after the handing out",
      "insert into ballot_slip (ballot_id, member_id) select $1, m.id from council_member m where m.id not in (select member_id from ballot_slip where ballot_id = $1) limit 1",
    ],
    ["keeps a key while votes come in", "update ballot set private_key = '\\x00' where id = $1"],
    ["puts votes into the open box", `update ballot set box = '[{"token":"x"}]' where id = $1`],
    ["writes a result before closing", `update ballot set result = '{"passed":true}' where id = $1`],
    ["changes the rule", `update ballot set rule = '{}' where id = $1`],
    [
      "closes with more votes than slips",
      `update ballot set closed_at = now(), result = '{}', sealed_box = null, box = '[{"token":"a"},{"token":"b"},{"token":"c"}]' where id = $1`,
    ],
    ["writes a vote onto a slip", "update ballot_slip set choice = 'favour' where ballot_id = $1"],
    ["removes a slip", "delete from ballot_slip where ballot_id = $1"],
    ["removes the ballot", "delete from ballot where id = $1"],
  ];
  it.each(statements)("%s: the database refuses", async (_, statement) => {
    const { council, sessionId, ballotId } = await aBallot(3);
    for (const index of [0, 1]) await takeSlipsOf(member(council, index), sessionId, [ballotId]);
    await startVotingOf(council, sessionId);
    await expect(pool.query(statement, [ballotId])).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  });

  it("cannot change a closed ballot, nor seal a box of their own making", async () => {
    const { council, sessionId, ballotId } = await aBallot(3);
    await takeSlipsOf(member(council, 0), sessionId, [ballotId]);
    await startVotingOf(council, sessionId);
    const sealed = await sealedOf(ballotId);
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    await pool.query("update ballot set sealed_box = $2 where id = $1", [ballotId, sealed]);
    await expect(close(council, sessionId)).rejects.toThrow();
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    await pool.query("update ballot set sealed_box = $2 where id = $1", [ballotId, sealed]);
    await close(council, sessionId);
    for (const change of [`box = '[]'`, `result = '{}'`, "closed_at = null, result = null", "counts = '[1]'"])
      if (change !== `box = '[]'` || (await boxOf(ballotId)).length > 0)
        await expect(pool.query(`update ballot set ${change} where id = $1`, [ballotId])).rejects.toMatchObject({
          code: "23000",
        });
  });
});

function powerOf(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function inverseOf(value: bigint, modulus: bigint): bigint {
  const step = (a: bigint, b: bigint): [bigint, bigint] => {
    if (b === 0n) return [1n, 0n];
    const [x, y] = step(b, a % b);
    return [y, x - (a / b) * y];
  };
  const [x] = step(value, modulus);
  return ((x % modulus) + modulus) % modulus;
}
