import "server-only";
import type { PoolClient } from "pg";
import type { z } from "zod";
import { isMostlyWomen } from "#lib/awards/count";
import { recordResult } from "#lib/awards/nominations/council-moves";
import { type DossierRules, rulesOf } from "#lib/awards/nominations/rules-of";
import { rows } from "#lib/db";
import { refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { checkQuorum, moveSession } from "../rules.ts";
import type { sessionSchema } from "../schema.ts";
import { keep, writeItem } from "./change.ts";
import { conclude, type Group, type PlaceRules } from "./conclusion.ts";
import type { Item } from "./queries.ts";

/**
 * Concludes the meeting: every dossier on the agenda has a counted ballot, and passes or not by its count, its quota or the chair.
 * @throws refused while a ballot is missing, somebody has to choose between equals, or a dossier is held up meanwhile.
 */
export async function closeSession(actor: Actor, input: z.output<typeof sessionSchema>) {
  return keep(actor, input, "councilSession.close", async (view, tx) => {
    const { session, seats } = view;
    const status = moveSession(session.status, "close");
    const items = view.items.filter(({ outcome }) => outcome === null);
    refuseUncounted(items);
    const present = seats.filter(({ state }) => state === "present").length;
    if (session.quorum) checkQuorum(session.quorum, { members: session.memberCount ?? seats.length, present });

    const rules = await rulesOf(
      items.map(({ nomination }) => nomination),
      tx,
    );
    const outcomes = (await groupsOf(items, rules, tx)).flatMap(({ group, placeRules }) => [
      ...conclude(group, placeRules),
    ]);
    for (const [nominationId, outcome] of outcomes) {
      const ballot = items.find((item) => item.nominationId === nominationId)?.ballot;
      if (!ballot?.result) throw new Error("Only counted dossiers are concluded on.");
      const { inFavour, base, needed } = ballot.result;
      const result = { ballotId: ballot.id, inFavour, base, needed, passed: outcome.passed };
      await recordResult(tx, actor, nominationId, { holderId: session.agencyId, result, metOn: session.meetsOn });
      await writeItem(tx, session, nominationId, "outcome", outcome);
    }
    await rows(
      "update council_session set status = $2::session_status, closed_at = $3 where id = $1",
      [session.id, status, session.now],
      tx,
    );
    return { outcomes: Object.fromEntries(outcomes) };
  });
}

function refuseUncounted(items: Item[]) {
  const uncounted = items.filter(({ ballot }) => !ballot?.result);
  if (uncounted.length > 0)
    throw refused(
      `Còn ${uncounted.length} hồ sơ chưa bỏ phiếu xong: ${uncounted.map(({ nomination }) => nomination.subjectName).join(", ")}. Hãy bỏ phiếu, hoặc đưa hồ sơ ra khỏi chương trình họp.`,
    );
}

/** The dossiers by round and form, with the places that are left in each. */
async function groupsOf(items: Item[], rules: Map<string, DossierRules>, tx: PoolClient) {
  const taken = await takenPlaces(items, tx);
  const women = await womenFirst(items, tx);
  const groups = Map.groupBy(items, ({ nomination }) => `${nomination.roundId} ${nomination.awardId}`);
  return [...groups].map(([key, members]) => {
    const [first] = members;
    const most = first?.nomination.roundQuotas[first.nomination.awardId]?.most;
    const definition = first && rules.get(first.nominationId)?.definition;
    const placeRules: PlaceRules = {
      ranks: Boolean(definition?.overQuota.value),
      women: Boolean(definition?.tie.value),
      source: definition?.overQuota.source ?? "",
    };
    const group: Group = {
      awardName: first?.ballot?.rule.awardName ?? "",
      places: most === undefined ? null : Math.max(0, most - (taken.get(key) ?? 0)),
      judged: members.map(({ nominationId, nomination, ballot }) => ({
        nominationId,
        subjectName: nomination.subjectName,
        inFavour: ballot?.result?.inFavour ?? 0,
        base: ballot?.result?.base ?? 0,
        passedByCount: ballot?.result?.passed ?? false,
        override: ballot?.override?.passed ?? null,
        womenFirst: women.has(nominationId),
      })),
    };
    return { group, placeRules };
  });
}

/** How many have passed before in the same rounds, for the same forms. */
async function takenPlaces(items: Item[], tx: PoolClient): Promise<Map<string, number>> {
  const taken = await rows<{ key: string; count: number }>(
    `select round_id || ' ' || award_id as key, count(*) from nomination
     where round_id = any($1::uuid[]) and status in ('passed', 'decided') group by 1`,
    [[...new Set(items.map(({ nomination }) => nomination.roundId))]],
    tx,
  );
  return new Map(taken.map(({ key, count }) => [key, count]));
}

async function womenFirst(items: Item[], tx: PoolClient): Promise<Set<string>> {
  const subjects = await rows<{
    id: string;
    isWoman: boolean | null;
    members: number | null;
    womenMembers: number | null;
  }>(
    `select n.id, s.is_woman as "isWoman", s.members, s.women_members as "womenMembers"
     from nomination n join award_subject s on s.id = n.subject_id where n.id = any($1::uuid[])`,
    [items.map(({ nominationId }) => nominationId)],
    tx,
  );
  const first = subjects.filter(
    ({ isWoman, members, womenMembers }) => isWoman || isMostlyWomen(womenMembers ?? 0, members ?? 0),
  );
  return new Set(first.map(({ id }) => id));
}
