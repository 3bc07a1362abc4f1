import { beforeAll, describe, expect, it } from "vitest";
import { row } from "#lib/db";
import { findCell } from "#lib/reports/cells/queries";
import { comment, finishFollowUp } from "#lib/reports/cells/service";
import { bePresent } from "#lib/reports/presence";
import { freshDatabase } from "../../support/database.ts";
import {
  aCommune,
  anActor,
  aReport,
  clerkOf,
  everythingOf,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  refusingAudit,
  reportOf,
  save,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const saying = (id: string, text: string, more: { field?: string; answersId?: string; followUp?: boolean } = {}) => ({
  id,
  field: more.field ?? "figures.B1",
  text,
  answersId: more.answersId ?? null,
  followUp: more.followUp ?? false,
});
const wordsOf = async (...args: Parameters<typeof findCell>) =>
  (await findCell(...args)).comments.map(({ text }) => text);

describe("the history of a cell", () => {
  it("tells who wrote what, newest first, and what was sent; drafts only to those who may see them", async () => {
    const report = await aReport("submitted", { B1: 4 });
    const clerk = await clerkOf(report.agencyId);
    const cell = await findCell(clerk, report.id, "figures.B1");
    expect(cell.title).toContain("B1");
    expect(cell.changes).toMatchObject([{ personName: clerk.fullName, value: 4 }]);
    expect(cell.versions).toMatchObject([{ number: 1, value: 4 }]);
    expect(await findCell(await police(), report.id, "figures.B1")).toMatchObject({
      changes: null,
      versions: [{ number: 1, value: 4 }],
      may: { discuss: true, flag: true },
    });
  });

  it("keeps the reason of a blank and the change of an explanation, never the words of narratives", async () => {
    const report = await reportOf(await aCommune());
    const clerk = await clerkOf(report.agencyId);
    await save(clerk, report, { figures: { B1: 7 }, narratives: { N1: "Việc riêng của đơn vị." } });
    await save(clerk, report, { blanks: { B1: { reason: "pending", expectedOn: "25/11/2026" } } });
    expect((await findCell(clerk, report.id, "figures.B1")).changes).toMatchObject([{ value: 7 }]);
    const kept = await row(
      "select detail::text like '%Việc riêng%' as told from audit_entry where subject_id = $1 order by id limit 1",
      [report.id],
    );
    expect(kept).toEqual({ told: false });
  });

  it("is not found by strangers, under a guessed id, or for a cell the form has not", async () => {
    const report = await aReport("submitted");
    for (const actor of [await clerkOf(await aCommune()), await anActor("H01.CA", "recipientOfficer")])
      expect(await outcomeOf(findCell(actor, report.id, "figures.B1"))).toBe(404);
    for (const field of ["figures.Z9", "B1", "", "figures.", "assessments.tinh-1", "drafts.B1"])
      expect([field, await outcomeOf(findCell(await police(), report.id, field))]).toEqual([field, 404]);
  });
});

describe("speaking of a cell", () => {
  it("keeps what the writers say among themselves from the recipients; what a recipient begins is between both", async () => {
    const report = await aReport("submitted");
    const [clerk, head, officer] = [await clerkOf(report.agencyId), await headOf(report.agencyId), await police()];
    await comment(clerk, saying(report.id, "Chưa chắc số này."));
    const { id } = await comment(officer, saying(report.id, "Số này gồm cả phường cũ?", { followUp: true }));
    await comment(head, saying(report.id, "Đã gồm cả hai phường.", { answersId: String(id) }));
    expect(await wordsOf(clerk, report.id, "figures.B1")).toEqual([
      "Chưa chắc số này.",
      "Số này gồm cả phường cũ?",
      "Đã gồm cả hai phường.",
    ]);
    expect(await wordsOf(await homeAffairs(), report.id, "figures.B1")).toEqual([
      "Số này gồm cả phường cũ?",
      "Đã gồm cả hai phường.",
    ]);
    expect(await wordsOf(await anActor("G22", "reader"), report.id, "figures.B1")).toEqual([]);
    expect(await wordsOf(clerk, report.id, "figures.B2")).toEqual([]);
  });

  it("is for writers, signers and recipients; only recipients flag", async () => {
    const report = await aReport("submitted");
    const before = await everythingOf(report);
    const attempt = async (actor: Parameters<typeof comment>[0], followUp = false) =>
      outcomeOf(comment(actor, saying(report.id, "x", { followUp })));
    expect(await attempt(await anActor("G22", "reader"))).toBe(403);
    expect(await attempt(await clerkOf(await aCommune()))).toBe(404);
    expect(await attempt(await clerkOf(report.agencyId), true)).toBe(403);
    expect(await outcomeOf(comment(await police(), saying(report.id, "")))).toBe(422);
    expect(await everythingOf(report)).toEqual(before);
    expect(await attempt(await police(), true)).toBe("done");
  });

  it("answers only what begins a thread of the same cell that the actor may see", async () => {
    const report = await aReport("submitted");
    const { id } = await comment(await clerkOf(report.agencyId), saying(report.id, "Trong đơn vị."));
    const answer = (more: object) => saying(report.id, "x", { answersId: String(id), ...more });
    expect(await outcomeOf(comment(await police(), answer({})))).toBe(404);
    expect(await outcomeOf(comment(await clerkOf(report.agencyId), answer({ field: "figures.B2" })))).toBe(404);
    const { id: reply } = await comment(await headOf(report.agencyId), answer({}));
    expect(await outcomeOf(comment(await clerkOf(report.agencyId), answer({ answersId: String(reply) })))).toBe(404);
    expect(await outcomeOf(comment(await clerkOf(report.agencyId), answer({ answersId: "1" })))).toBe(404);
  });

  it("ends a follow-up once, by a recipient", async () => {
    const report = await aReport("submitted");
    const { id } = await comment(await police(), saying(report.id, "Xem lại.", { followUp: true }));
    const end = { id: report.id, commentId: String(id) };
    expect(await outcomeOf(finishFollowUp(await clerkOf(report.agencyId), end))).toBe(403);
    expect(await outcomeOf(finishFollowUp(await homeAffairs(), end))).toBe("done");
    expect(await outcomeOf(finishFollowUp(await police(), end))).toBe(404);
    expect((await findCell(await police(), report.id, "figures.B1")).comments).toMatchObject([
      { followUp: true, doneByName: (await homeAffairs()).fullName },
    ]);
  });

  it("does not happen at all when it cannot be recorded", async () => {
    const report = await aReport("submitted");
    await refusingAudit("report.comment", async () => {
      await expect(comment(await police(), saying(report.id, "x"))).rejects.toThrow("the audit entry is refused");
    });
    expect(await wordsOf(await police(), report.id, "figures.B1")).toEqual([]);
  });
});

describe("presence", () => {
  it("names who else is in the report now, and nobody to strangers", async () => {
    const report = await aReport("draft");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    expect(await bePresent(clerk, { id: report.id, section: "B" })).toEqual([]);
    expect(await bePresent(head, { id: report.id, section: "C" })).toMatchObject([
      { name: clerk.fullName, section: "B" },
    ]);
    expect(await bePresent(clerk, { id: report.id, section: "D" })).toMatchObject([
      { name: head.fullName, section: "C" },
    ]);
    expect(await outcomeOf(bePresent(await clerkOf(await aCommune()), { id: report.id, section: "B" }))).toBe(404);
    await row("update report_presence set at = at - interval '2 minutes' where report_id = $1", [report.id]);
    expect(await bePresent(clerk, { id: report.id, section: "D" })).toEqual([]);
  });
});
