import "server-only";
import type { PoolClient } from "pg";
import { recordAudit } from "#lib/audit";
import { row, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { RuleSetOverride } from "../rule-set.ts";
import { mayOverride, placeOf, withoutValue, withValue } from "./change.ts";
import { keptRules, mayEditRuleSet } from "./policy.ts";
import { findRuleSet, type RuleSetDetail } from "./queries.ts";
import { type ChangeDetails, type ChangeValue, type DiscardRules, type DraftRules, readValue } from "./schema.ts";

/**
 * A draft like a set there is: national ones by Bộ Nội vụ; a province's or ministry's own beside a national set, or like its own earlier one.
 * Returns its id. @throws notFound, 403 for whoever keeps no rules, refused for a set that cannot be begun from.
 */
export async function draftRuleSet(actor: Actor, { fromId, title }: DraftRules): Promise<string> {
  return transaction(async (tx) => {
    const from = await findRuleSet(actor, fromId, tx);
    if (!from) throw notFound("bộ quy định");
    const owner = keptRules(actor);
    authorize(owner !== undefined, "Chỉ bộ phận thường trực thi đua của Bộ Nội vụ, bộ, tỉnh được lập bộ quy định.");
    if (from.agencyId !== null && from.agencyId !== owner)
      throw refused("Chỉ lập được từ bộ quy định quốc gia hoặc của chính cơ quan mình. Hãy mở một bộ khác.");
    const isBeside = owner !== null && from.agencyId === null;
    const made = await row<{ id: string }>(
      `insert into rule_set (id, agency_id, base_id, title, definition, source, effective_from)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, greatest(campaign_today(), $6::date)) returning id`,
      [owner, isBeside ? from.id : from.baseId, title, isBeside ? {} : from.own, from.source, from.effectiveFrom],
      tx,
    );
    if (!made) throw new Error("The draft was not stored.");
    await record(tx, actor, { ...from, id: made.id, path: ownPath(actor, owner) }, "ruleSet.draft", { fromId, title });
    return made.id;
  });
}

const ownPath = (actor: Actor, owner: string | null | undefined) =>
  owner === null ? "/VN/" : actor.agency.oversight === "/VN/" ? actor.agency.path : actor.agency.oversight;

/** Title, document, day and warning of a draft. */
export async function changeDetails(actor: Actor, input: ChangeDetails) {
  const { ruleSetId, version, title, source, effectiveFrom, warning } = input;
  await transaction(async (tx) => {
    const draft = await draftOf(tx, actor, ruleSetId);
    await written(
      `update rule_set set title = $3, source = $4, effective_from = $5, warning = $6, version = version + 1
       where id = $1 and version = $2 and adopted_at is null returning id`,
      [ruleSetId, version, title, source, effectiveFrom, warning],
      tx,
    );
    await record(tx, actor, draft, "ruleSet.change", { title, source, effectiveFrom, warning });
  });
}

/** Puts one value of a draft in its place with its grounds, or takes it out. @throws refused for what an agency may not set otherwise. */
export async function changeValue(actor: Actor, { ruleSetId, version, path, remove, ...input }: ChangeValue) {
  await transaction(async (tx) => {
    const draft = await draftOf(tx, actor, ruleSetId);
    const place = placeOf(draft.definition, path);
    if (!place) throw notFound("giá trị này của bộ quy định");
    if (draft.base && !mayOverride(draft.base, place))
      throw refused("Giá trị này do Luật và Nghị định quy định; bộ, tỉnh không đặt khác được.");
    if (remove && !draft.base && place.list === null)
      throw refused("Bộ quy định quốc gia phải có giá trị này. Hãy đánh dấu “Chưa tìm thấy quy định” nếu chưa rõ.");
    const valued = remove ? null : readValue(place.kind, input);
    const changed = valued
      ? withValue(draft.own, draft.definition, place, valued, `muc-${draft.version}`)
      : withoutValue(draft.own, draft.definition, place);
    await saveDefinition(tx, { ruleSetId, version }, changed);
    await record(tx, actor, draft, "ruleSet.change", { path, ...(valued ?? { removed: true }) });
  });
}

/** Throws a draft away; what is in use stays. */
export async function discardRuleSet(actor: Actor, { ruleSetId, version }: DiscardRules) {
  await transaction(async (tx) => {
    const draft = await draftOf(tx, actor, ruleSetId);
    await written(
      "delete from rule_set where id = $1 and version = $2 and adopted_at is null returning id",
      [ruleSetId, version],
      tx,
    );
    await record(tx, actor, draft, "ruleSet.discard", { title: draft.title });
  });
}

/** A draft of one's own to change. @throws notFound, 403, refused when it is in use already. */
export async function draftOf(tx: PoolClient, actor: Actor, id: string): Promise<RuleSetDetail> {
  const found = await findRuleSet(actor, id, tx);
  if (!found) throw notFound("bộ quy định");
  authorize(keptRules(actor) === found.agencyId);
  if (!mayEditRuleSet(actor, found))
    throw refused("Bộ quy định đã ban hành không sửa được. Hãy lập bản nháp mới từ bộ này.");
  return found;
}

const saveDefinition = (tx: PoolClient, seen: { ruleSetId: string; version: number }, definition: RuleSetOverride) =>
  written(
    "update rule_set set definition = $3, version = version + 1 where id = $1 and version = $2 and adopted_at is null returning id",
    [seen.ruleSetId, seen.version, definition],
    tx,
  );

/** @throws conflict when the version on screen is not the one that stands. */
export async function written(text: string, values: unknown[], tx: PoolClient) {
  if (!(await row(text, values, tx))) throw conflict();
}

export const record = (
  tx: PoolClient,
  actor: Actor,
  { id, path }: Pick<RuleSetDetail, "id" | "path">,
  action: string,
  detail: object,
) => recordAudit(tx, { actor, action, subject: { type: "ruleSet", id, path }, detail });
