import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { row, rows } from "#lib/db";
import { findEvidence, listVersionEvidence } from "#lib/reports/evidence/queries";
import { removeEvidence } from "#lib/reports/evidence/service";
import { freshDatabase } from "../../support/database.ts";
import { plainPdf } from "../../support/pdf.ts";
import {
  again,
  anActor,
  aReport,
  clerkOf,
  headOf,
  openStage,
  outcomeOf,
  police,
  returned,
  sendUp,
} from "../reports/stage.ts";
import { attach, ownDataFolder, seen } from "./stage.ts";

const folder = ownDataFolder();

freshDatabase();
beforeAll(openStage);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const versionOf = async ({ id }: { id: string }, number: number) =>
  (await row<{ id: string }>("select id from report_version where report_id = $1 and number = $2", [id, number]))?.id ??
  "";

it("a draft's evidence is for those who write and sign it, a sent version's for all who may see the report", async () => {
  const report = await aReport("draft");
  const [clerk, head, officer] = [await clerkOf(report.agencyId), await headOf(report.agencyId), await police()];
  const neighbour = await anActor("30307", "reporter");
  const evidence = await attach(clerk, report, plainPdf("Danh sach"), { name: "Danh sách.pdf" });
  const found = async (actor: typeof clerk) => (await findEvidence(actor, report.id, evidence.id))?.name ?? null;

  expect([await seen(clerk, report), await seen(head, report)]).toEqual([["Danh sách.pdf"], ["Danh sách.pdf"]]);
  expect([await found(clerk), await found(head), await found(officer), await found(neighbour)]).toEqual([
    "Danh sách.pdf",
    "Danh sách.pdf",
    null,
    null,
  ]);
  expect(await seen(officer, report)).toEqual([]);
  expect(await seen(neighbour, report)).toBeNull();

  await sendUp(report, clerk, head);
  expect([await seen(officer, report), await found(officer), await found(neighbour)]).toEqual([
    ["Danh sách.pdf"],
    "Danh sách.pdf",
    null,
  ]);
});

it("a sent version keeps what it was sent with, whatever is removed and added after", async () => {
  const report = await aReport("draft");
  const [clerk, head, officer] = [await clerkOf(report.agencyId), await headOf(report.agencyId), await police()];
  const old = await attach(clerk, report, plainPdf("Cu"), { name: "Cũ.pdf" });
  await attach(clerk, report, plainPdf("Giu"), { name: "Giữ.pdf" });
  await sendUp(report, clerk, head);
  expect(await outcomeOf(removeEvidence(clerk, { id: report.id, evidenceId: old.id }))).toBe(422);

  await returned(officer, report);
  await removeEvidence(clerk, { id: report.id, evidenceId: old.id });
  expect(await outcomeOf(removeEvidence(clerk, { id: report.id, evidenceId: old.id }))).toBe(422);
  await attach(clerk, report, plainPdf("Moi"), { name: "Mới.pdf" });
  expect(await seen(clerk, report)).toEqual(["Giữ.pdf", "Mới.pdf"]);
  expect(await seen(officer, report)).toEqual(["Cũ.pdf", "Giữ.pdf"]);

  await sendUp(report, clerk, head);
  expect(await seen(officer, report)).toEqual(["Giữ.pdf", "Mới.pdf"]);
  expect(await seen(officer, report, 1)).toEqual(["Cũ.pdf", "Giữ.pdf"]);
  expect((await listVersionEvidence(await versionOf(report, 1))).map(({ name }) => name)).toEqual([
    "Cũ.pdf",
    "Giữ.pdf",
  ]);
  expect((await findEvidence(officer, report.id, old.id))?.name).toBe("Cũ.pdf");
  await expect(rows("delete from report_version_evidence where evidence_id = $1", [old.id])).rejects.toThrow(
    "never changed",
  );
});

it("what nobody has sent is removed for good, by its writers only, with an audit entry", async () => {
  const report = await aReport("draft");
  const [clerk, officer] = [await clerkOf(report.agencyId), await police()];
  const { id: evidenceId } = await attach(clerk, report, plainPdf("Xoa"), { name: "Xóa.pdf" });
  const named = { id: report.id, evidenceId };
  expect(await outcomeOf(removeEvidence(officer, named))).toBe(404);
  expect(await outcomeOf(removeEvidence(await anActor(report.agencyId, "reader"), named))).toBe(404);
  await removeEvidence(clerk, named);
  expect(await seen(clerk, report)).toEqual([]);
  expect(await outcomeOf(removeEvidence(clerk, named))).toBe(404);
  expect(
    await rows(
      "select action, detail->>'name' as name from audit_entry where subject_id = $1 and action = 'evidence.remove'",
      [report.id],
    ),
  ).toEqual([{ action: "evidence.remove", name: "Xóa.pdf" }]);
});

it("the paper signed after sending goes to the version that was sent, and stays", async () => {
  const report = await aReport("submitted");
  const [clerk, officer] = [await clerkOf(report.agencyId), await police()];
  const paper = await attach(clerk, report, plainPdf("Ban ky"), { kind: "signedPaper", name: "Bản ký.pdf" });
  expect(paper).toMatchObject({ kind: "signedPaper", isSent: true });
  expect(await seen(officer, report)).toEqual(["Bản ký.pdf"]);
  expect(await outcomeOf(attach(officer, report, plainPdf("Khac"), { kind: "signedPaper" }))).toBe(403);
  await expect(removeEvidence(clerk, { id: report.id, evidenceId: paper.id })).rejects.toThrow("không gỡ được");
});

it("evidence of one report is not found under another", async () => {
  const [one, other] = [await aReport("draft"), await aReport("draft")];
  const evidence = await attach(await clerkOf(one.agencyId), one, plainPdf("Mot"));
  expect(await findEvidence(await clerkOf(other.agencyId), other.id, evidence.id)).toBeNull();
  expect(
    await outcomeOf(removeEvidence(await clerkOf(other.agencyId), { id: other.id, evidenceId: evidence.id })),
  ).toBe(404);
  expect((await again(one)).status).toBe("draft");
});
