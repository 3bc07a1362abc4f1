import "server-only";
import { rows, transaction } from "#lib/db";
import { conflict, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { indicatorsById, sectionOf } from "../../form.ts";
import { findForm } from "../../queries.ts";
import { audit, findEditable, saveOver } from "../service.ts";
import { listProposals } from "./queries.ts";

type Decision = { id: string; proposals: string[]; decision: "take" | "decline"; seen: Record<string, number> };

/** The unit's own answer to proposed figures: taken ones are saved as its writer's, over the versions the page showed. */
export async function decideProposals(actor: Actor, { id, proposals, decision, seen }: Decision): Promise<number> {
  const report = await findEditable(actor, id);
  const open = await listProposals(report.id);
  const chosen = open.filter((proposal) => proposals.includes(proposal.id));
  if (chosen.length === 0) throw refused("Hãy chọn ít nhất một số liệu được đề xuất.");
  if (decision === "take") {
    const form = await findForm(report.formId, report.formVersion);
    refuseTwice(chosen.map(({ indicatorId }) => indicatorId));
    const figures = Object.fromEntries(chosen.map(({ indicatorId, value }) => [indicatorId, value]));
    const known = indicatorsById(form);
    const sections = Object.keys(figures).flatMap((each) => (known.has(each) ? [sectionOf(form, each)?.id ?? ""] : []));
    await saveOver(actor, report, { figures }, Object.fromEntries(sections.map((each) => [each, seen[each] ?? 0])));
  }
  await transaction(async (tx) => {
    const decided = await rows(
      `update figure_proposal set decided_at = campaign_now(), decided_by_name = $2, outcome = $3
       where id = any($1::uuid[]) and decided_at is null returning id`,
      [chosen.map((proposal) => proposal.id), actor.fullName, decision === "take" ? "taken" : "declined"],
      tx,
    );
    if (decided.length === 0) throw conflict("Các đề xuất này vừa được người khác xử lý. Hãy tải lại trang.");
    await audit(tx, actor, report, `proposal.${decision}`, {
      indicators: chosen.map(({ indicatorId }) => indicatorId),
    });
  });
  return chosen.length;
}

function refuseTwice(indicatorIds: string[]) {
  const twice = indicatorIds.find((each, index) => indicatorIds.indexOf(each) !== index);
  if (twice) throw refused(`Có hai đề xuất khác nhau cho ô ${twice}. Hãy chọn một.`);
}
