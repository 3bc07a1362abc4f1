import "server-only";
import { recordAudit } from "#lib/audit";
import { row, rows, transaction } from "#lib/db";
import { authorize, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { exemplarScope } from "../policy.ts";
import type { ExemplarInput } from "../schema.ts";

const PUBLISHERS =
  "Chỉ lãnh đạo hoặc bộ phận thường trực của hai bộ chủ trì, của tỉnh, thành phố được công bố mô hình, điển hình.";

/** Shows a collective model to everybody. Returns its id. @throws refused at `agency` when no agency of the actor's part of the tree is meant */
export async function publishExemplar(actor: Actor, { kind, title, agency, summary, year }: ExemplarInput) {
  const scope = exemplarScope(actor);
  authorize(scope !== null, PUBLISHERS);
  return transaction(async (tx) => {
    const meant = await rows<{ id: string; name: string; path: string }>(
      `select agency_id as id, name, path from agency_on(campaign_today())
       where starts_with(path, $1) and (agency_id = upper($2) or lower(name) = lower($2) or lower(short_name) = lower($2)) order by agency_id = upper($2) desc limit 2`,
      [scope, agency],
      tx,
    );
    const [found] = meant;
    if (!found || (meant.length > 1 && found.id !== agency.toUpperCase()))
      throw refused("Chưa rõ cơ quan, địa bàn.", [
        {
          field: "agency",
          message: `Cơ quan, địa bàn: “${agency}” ${found ? "trùng ở nhiều nơi; hãy nhập mã cơ quan." : "không có trong phạm vi của cơ quan đồng chí; hãy nhập mã hoặc tên đầy đủ."}`,
        },
      ]);
    const made = await row<{ id: string }>(
      `insert into published_exemplar (kind, title, agency_id, agency_name, summary, year, fictitious, published_at, published_by_id, published_by_name)
       values ($1, $2, $3, $4, $5, $6, exists (select from demonstration_clock), campaign_now(), $7, $8) returning id`,
      [kind, title, found.id, found.name, summary, year, actor.personId, actor.fullName],
      tx,
    );
    if (!made) throw new Error("An insert of one row gives one row.");
    await recordAudit(tx, {
      actor,
      action: "exemplar.publish",
      subject: { type: "exemplar", id: made.id, path: found.path },
      note: title,
    });
    return made.id;
  });
}

/** Takes a model out of what the public reads. @throws refused when it has been withdrawn already */
export async function withdrawExemplar(actor: Actor, { id, reason }: { id: string; reason: string }) {
  const scope = exemplarScope(actor);
  authorize(scope !== null, PUBLISHERS);
  await transaction(async (tx) => {
    const found = await row<{ path: string; withdrawnAt: Date | null; title: string }>(
      `select t.path, e.title, e.withdrawn_at as "withdrawnAt" from published_exemplar e join agency_on(campaign_today()) t on t.agency_id = e.agency_id
       where e.id = $1 and starts_with(t.path, $2) for update of e`,
      [id, scope],
      tx,
    );
    if (!found) throw notFound("mô hình, điển hình này");
    if (found.withdrawnAt) throw refused("Mô hình, điển hình này đã được rút trước đó. Hãy tải lại trang.");
    await rows(
      "update published_exemplar set withdrawn_at = campaign_now(), withdrawn_by_name = $2, withdraw_reason = $3 where id = $1",
      [id, actor.fullName, reason],
      tx,
    );
    await recordAudit(tx, {
      actor,
      action: "exemplar.withdraw",
      subject: { type: "exemplar", id, path: found.path },
      note: `${found.title}: ${reason}`,
    });
  });
}
