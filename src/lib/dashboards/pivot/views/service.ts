import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { recordAudit } from "#lib/audit";
import { campaignClock } from "#lib/campaign/clock";
import { row, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { parametersOf } from "#lib/list-route";
import { findScope } from "../../queries.ts";
import { problemOf, readDefinition, settle, wordsOf } from "../definition.ts";
import { findGround } from "../queries.ts";
import { mayRetire } from "./policy.ts";
import { findView } from "./queries.ts";
import type { retireViewSchema, saveViewSchema } from "./schema.ts";

/**
 * Keeps a definition under a name, for everybody who may watch the scope, and returns the word of its link.
 * @throws notFound when the scope is not the actor's; refused when the definition makes no table or the agency has a view of that name.
 */
export async function saveView(actor: Actor, input: z.output<typeof saveViewSchema>): Promise<string> {
  const scope = await findScope(actor, input.scopeId);
  if (!scope) throw notFound("bảng theo dõi");
  const { periods } = await campaignClock();
  const { choices } = await findGround(scope, periods);
  const { definition } = readDefinition(parametersOf(new URLSearchParams(input.definition)), choices);
  const problem = problemOf(settle(definition, choices), scope.isNation);
  if (problem) throw refused(problem);
  const id = randomBytes(9).toString("base64url");
  await transaction(async (tx) => {
    const saved = await row(
      SAVE,
      [
        id,
        scope.id,
        input.title,
        JSON.stringify(wordsOf(definition)),
        actor.personId,
        actor.fullName,
        actor.agency.id,
        actor.agency.name,
      ],
      tx,
    );
    if (!saved)
      throw refused(`Cơ quan đã lưu một bảng tên “${input.title}”. Hãy đặt tên khác, hoặc gỡ bảng cũ trước.`, [
        { field: "title", message: `Tên bảng: “${input.title}” đã có; hãy đặt tên khác.` },
      ]);
    await recordAudit(tx, {
      actor,
      action: "pivotView.save",
      subject: { type: "pivotView", id, path: scope.path },
      note: input.title,
      detail: { scopeId: scope.id, definition: wordsOf(definition) },
    });
  });
  return id;
}

const SAVE = `
  insert into pivot_view (id, scope_id, title, definition, person_id, person_name, agency_id, agency_name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, campaign_now()) on conflict do nothing returning id`;

/**
 * Takes a view away: its link opens nothing any more. The row stays.
 * @throws notFound when there is no such view in a scope of the actor's; 403 when it is another agency's.
 */
export async function retireView(
  actor: Actor,
  { scopeId, viewId }: z.output<typeof retireViewSchema>,
): Promise<string> {
  const scope = await findScope(actor, scopeId);
  if (!scope) throw notFound("bảng đã lưu");
  return transaction(async (tx) => {
    const view = await findView(scope, viewId, tx);
    if (!view) throw notFound("bảng đã lưu");
    authorize(
      mayRetire(actor, view),
      `Bảng này do ${view.agencyName} lưu. Chỉ người lưu và người cùng cơ quan được gỡ.`,
    );
    const retired = await row(
      "update pivot_view set retired_at = campaign_now() where id = $1 and retired_at is null returning id",
      [viewId],
      tx,
    );
    if (!retired) throw conflict();
    await recordAudit(tx, {
      actor,
      action: "pivotView.retire",
      subject: { type: "pivotView", id: viewId, path: scope.path },
      note: view.title,
    });
    return view.title;
  });
}
