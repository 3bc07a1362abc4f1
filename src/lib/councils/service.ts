import "server-only";
import type { z } from "zod";
import { recordAudit } from "#lib/audit";
import { STATE_APPRAISER } from "#lib/awards/rules";
import { printDay } from "#lib/dates";
import { row, rows, transaction } from "#lib/db";
import { authorize, conflict, notFound, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { councilRoleLabels } from "./labels.ts";
import { keepsCouncil, ONLY_SECRETARIAT } from "./policy.ts";
import { type CouncilRow, listCouncilAgencies, lockCouncil } from "./queries.ts";
import type { addMemberSchema, createCouncilSchema, endMemberSchema } from "./schema.ts";

/** Sets up the council of an agency the actor's office keeps it for. */
export async function createCouncil(
  actor: Actor,
  { agencyId, ...council }: z.output<typeof createCouncilSchema>,
): Promise<string> {
  return transaction(async (tx) => {
    const agency = (await listCouncilAgencies(actor, tx)).find(({ id }) => id === agencyId);
    if (!agency) throw notFound("cơ quan");
    const { name, decisionNumber, validFrom, validTo } = council;
    if (validTo && validTo < validFrom)
      throw refused(`Ngày kết thúc ${printDay(validTo)} trước ngày bắt đầu ${printDay(validFrom)}.`, [
        { field: "validTo", message: "Ngày kết thúc: phải từ ngày bắt đầu trở đi." },
      ]);
    const made = await row<{ id: string }>(
      "insert into council (agency_id, name, decision_number, valid_from, valid_to) values ($1, $2, $3, $4, $5) returning id",
      [agencyId, name, decisionNumber, validFrom, validTo],
      tx,
    );
    if (!made) throw new Error("An insert returns its row.");
    const subject = { type: "council", id: made.id, path: agency.path };
    await recordAudit(tx, { actor, action: "council.create", subject, detail: { agencyId, ...council } });
    return made.id;
  });
}

/** Gives a person a seat, or a delegation to sit for a member. One person has one running place in a council. */
export async function addMember(actor: Actor, input: z.output<typeof addMemberSchema>) {
  await change(actor, input, "council.addMember", async (council, tx) => {
    const person = await row<{ id: string; fullName: string; agencyId: string }>(
      `select p.id, p.full_name as "fullName", (array_agg(a.agency_id order by a.started_at, a.agency_id))[1] as "agencyId"
       from person p join assignment a on a.person_id = p.id and a.ended_at is null join agency_on(campaign_today()) t on t.agency_id = a.agency_id
       where lower(p.username) = lower($1) and p.locked_at is null and starts_with(t.path, $2) group by p.id`,
      [input.username, reachOf(council)],
      tx,
    );
    if (!person)
      throw refused(
        `Không tìm thấy người đang công tác có tên đăng nhập “${input.username}” trong phạm vi của ${council.agencyName}.`,
        [{ field: "username", message: `Tên đăng nhập “${input.username}”: không tìm thấy; hãy kiểm tra lại.` }],
      );
    const running = await rows<{ id: string; personId: string; role: string; substitutesId: string | null }>(
      `select id, person_id as "personId", role, substitutes_id as "substitutesId" from council_member where council_id = $1 and valid_to is null`,
      [council.id],
      tx,
    );
    if (running.some(({ personId }) => personId === person.id))
      throw refused(`${person.fullName} đang có tên trong hội đồng. Hãy kết thúc vị trí cũ trước.`, [
        { field: "username", message: `${person.fullName}: đã có tên trong hội đồng.` },
      ]);
    if (
      input.role === "chair" &&
      !input.substitutesId &&
      running.some(({ role, substitutesId }) => role === "chair" && !substitutesId)
    )
      throw refused(`Hội đồng đang có ${councilRoleLabels.chair}. Hãy kết thúc vị trí đó trước khi cử người khác.`);
    if (input.substitutesId && !running.some(({ id, substitutesId }) => id === input.substitutesId && !substitutesId))
      throw notFound("thành viên được thay");
    const added = await row<{ id: string }>(
      `insert into council_member (council_id, person_id, role, agency_id, post, substitutes_id, valid_from) values ($1, $2, $3::council_role, $4, $5, $6, $7) returning id`,
      [council.id, person.id, input.role, person.agencyId, input.post, input.substitutesId, input.validFrom],
      tx,
    );
    return { memberId: added?.id, personId: person.id, role: input.role, substitutesId: input.substitutesId };
  });
}

/** A member or a delegation ends today; past sessions keep them. */
export async function endMember(actor: Actor, input: z.output<typeof endMemberSchema>) {
  await change(actor, input, "council.endMember", async (council, tx) => {
    const [ended] = await rows<{ personId: string }>(
      `update council_member set valid_to = greatest(valid_from, campaign_today()) where council_id = $1 and (id::text = $2 or substitutes_id::text = $2) and valid_to is null
       returning person_id as "personId"`,
      [council.id, input.memberId],
      tx,
    );
    if (!ended) throw notFound("thành viên này");
    return { memberId: input.memberId, ...ended };
  });
}

/** One change of the membership, over the version the actor was looking at. */
async function change(
  actor: Actor,
  { id, version }: { id: string; version: number },
  action: string,
  write: (council: CouncilRow, tx: Parameters<Parameters<typeof transaction>[0]>[0]) => Promise<object>,
) {
  await transaction(async (tx) => {
    const council = await lockCouncil(actor, id, tx);
    if (!council) throw notFound("hội đồng");
    authorize(keepsCouncil(actor, council), ONLY_SECRETARIAT);
    if (council.version !== version) throw conflict();
    const detail = await write(council, tx);
    await rows("update council set version = version + 1 where id = $1", [council.id], tx);
    await recordAudit(tx, { actor, action, subject: { type: "council", id: council.id, path: council.path }, detail });
  });
}

/** Members come from the province or ministry of the council; the central one's, which Bộ Nội vụ keeps, from everywhere. */
const reachOf = ({ path, agencyId }: CouncilRow) =>
  agencyId === STATE_APPRAISER ? "/VN/" : `/VN/${path.split("/")[2]}/`;
