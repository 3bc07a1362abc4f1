import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import { draftFile, issuedFile } from "#lib/documents/files";
import { findIssue, listIssues } from "#lib/documents/queries";
import type { IssueInput } from "#lib/documents/schema";
import { issueDocument } from "#lib/documents/service";
import { findVerified } from "#lib/documents/verification/queries";
import { standingOf } from "#lib/documents/verification/rules";
import { openCorrection, recallReport } from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import {
  again,
  anActor,
  aReport,
  ask,
  clerkOf,
  consolidated,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  refusingAudit,
  type Stored,
  save,
  sendUp,
} from "../reports/stage.ts";
import { wordsIn } from "./words-in.ts";

freshDatabase();
beforeAll(openStage);

let numbers = 100;

/** What a clerk fills in for the version that stands, with the next number of the register. */
const filledIn = ({ id, sentNumber }: Stored, change: Partial<IssueInput> = {}): IssueInput => ({
  id,
  version: sentNumber,
  number: String(++numbers),
  symbol: "BC-UBND",
  issuedOn: "05/11/2026",
  place: "Hà Nội",
  superior: "",
  copies: "Như trên\nLưu: VT",
  forWhom: "Ủy ban nhân dân",
  capacity: "direct",
  superiorPosition: "",
  position: "Chủ tịch",
  signerName: "Đặng Thị Ước",
  reason: "",
  ...change,
});

const documentsOf = ({ id }: { id: string }) =>
  rows<{ number: number; superseded: boolean; reason: string | null }>(
    "select number, superseded_at is not null as superseded, reason from document_issue where report_id = $1 order by issued_at, id",
    [id],
  );

const sha256 = (file: Buffer) => createHash("sha256").update(file).digest("hex");

describe("issuing the document of a sent report", () => {
  it("freezes number, signer, content, template and the hashes of both files, and says so in the audit trail", async () => {
    const report = await aReport("submitted", { B1: 12 });
    const clerk = await clerkOf(report.agencyId);
    const { id, called } = await issueDocument(clerk, filledIn(report, { number: "7" }));
    expect(called).toBe("07/BC-UBND");

    const found = await findIssue(clerk, id);
    expect(found?.issue).toMatchObject({
      number: 7,
      symbol: "BC-UBND",
      issuedOn: "2026-11-05",
      versionNumber: 1,
      templateKind: "own",
      templateVersion: 1,
      supersededAt: null,
      issuedByName: clerk.fullName,
    });
    expect(found?.content).toMatchObject({
      isDraft: false,
      numberLine: "Số: 07/BC-UBND",
      placeAndDay: "Hà Nội, ngày 05 tháng 11 năm 2026",
    });
    expect(found?.issue.token).toMatch(/^[A-Za-z0-9_-]{24}$/);
    expect(
      await row(
        "select action, detail->>'number' as number from audit_entry where subject_id = $1 order by id desc limit 1",
        [report.id],
      ),
    ).toEqual({ action: "document.issue", number: "7" });
  });

  it("gives the same bytes whenever a file is asked for, whatever has changed since", async () => {
    const report = await aReport("accepted", { B1: 12 });
    const clerk = await clerkOf(report.agencyId);
    const { id } = await issueDocument(clerk, filledIn(report));
    const [docx, pdf] = [await issuedFile(clerk, id, "docx"), await issuedFile(clerk, id, "pdf")];
    const kept = await row("select docx_hash as docx, pdf_hash as pdf from document_issue where id = $1", [id]);
    expect(kept).toEqual({ docx: sha256(docx.content), pdf: sha256(pdf.content) });

    await rows("update agency_term set name = 'Ủy ban nhân dân phường Tên Mới' where agency_id = $1", [
      report.agencyId,
    ]);
    await rows(
      `insert into document_template (kind, version, words, file, file_hash, source, effective_on)
       select kind, 50, jsonb_set(words, '{typeName}', '"KHÁC"'), file, file_hash, 'thử', campaign_today() from document_template where kind = 'own' and version = 1`,
    );
    expect((await issuedFile(clerk, id, "docx")).content.equals(docx.content)).toBe(true);
    expect((await issuedFile(clerk, id, "pdf")).content.equals(pdf.content)).toBe(true);
    expect(wordsIn(await draftFile(clerk, report.id, "docx"))).toContain("KHÁC");
  });

  it("serves nothing under a number whose file would not be the one issued", async () => {
    const report = await aReport("submitted");
    const clerk = await clerkOf(report.agencyId);
    const { id } = await issueDocument(clerk, filledIn(report));
    const client = await pool.connect();
    try {
      await client.query("set session_replication_role = replica"); // as if somebody had got round the guards
      await client.query(
        `update document_issue set content = jsonb_set(content, '{closing}', '"Khác."') where id = $1`,
        [id],
      );
      await client.query("set session_replication_role = default");
    } finally {
      client.release();
    }
    await expect(issuedFile(clerk, id, "docx")).rejects.toThrow("does not regenerate");
  });

  it("is for the agency: its clerk, its head, its secretariat; others are refused or find nothing", async () => {
    const report = await aReport("submitted");
    const trial = (who: Awaited<ReturnType<typeof clerkOf>>) =>
      outcomeOf(issueDocument(who, filledIn(report, { number: "" })));
    expect(await trial(await clerkOf(report.agencyId))).toBe(422); // allowed, but without a number
    expect(await trial(await headOf(report.agencyId))).toBe(422);
    expect(await trial(await anActor(report.agencyId, "secretariat"))).toBe(422);
    expect(await trial(await anActor(report.agencyId, "reader"))).toBe(403);
    expect(await trial(await police())).toBe(403);
    expect(await trial(await anActor("G22", "reader"))).toBe(403);
    expect(await trial(await clerkOf("00004"))).toBe(404);
    expect(await documentsOf(report)).toEqual([]);
  });

  it("is refused for what has not been sent, and for a version that no longer stands", async () => {
    const draft = await aReport("awaitingSignOff");
    expect(await outcomeOf(issueDocument(await clerkOf(draft.agencyId), filledIn(draft, { version: 1 })))).toBe(404);
    const sent = await aReport("submitted");
    expect(await outcomeOf(issueDocument(await clerkOf(sent.agencyId), filledIn(sent, { version: 2 })))).toBe(409);
  });

  it("refuses a number the agency has used in the year, naming the report, and takes it in another year or symbol", async () => {
    const report = await aReport("accepted");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    await issueDocument(clerk, filledIn(report, { number: "15" }));
    await openCorrection(clerk, await ask(report, "Đếm sót."));
    await save(clerk, report, { figures: { B1: 2 } });
    await sendUp(report, clerk, head);
    const second = await again(report);

    const taken = issueDocument(clerk, filledIn(second, { number: "15" }));
    await expect(taken).rejects.toMatchObject({
      status: 422,
      fields: [
        { field: "number", message: expect.stringContaining("báo cáo năm 2026 (bản 1), văn bản ngày 05/11/2026") },
      ],
    });
    expect(await outcomeOf(issueDocument(clerk, filledIn(second, { number: "15", symbol: "BC-VP" })))).toBe("done");
  });

  it("lets one of two who use the same number at once through", async () => {
    const report = await aReport("submitted");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    const outcomes = await Promise.all([
      outcomeOf(issueDocument(clerk, filledIn(report, { number: "21" }))),
      outcomeOf(issueDocument(head, filledIn(report, { number: "22" }))),
    ]);
    expect(outcomes.sort()).toEqual([422, "done"]); // the other would replace it, and has no reason
    expect(await documentsOf(report)).toHaveLength(1);
  });

  it("happens with its audit entry or not at all", async () => {
    const report = await aReport("submitted");
    await refusingAudit("document.issue", async () => {
      await expect(issueDocument(await clerkOf(report.agencyId), filledIn(report))).rejects.toThrow(
        "the audit entry is refused",
      );
    });
    expect(await documentsOf(report)).toEqual([]);
  });
});

describe("issuing again", () => {
  it("needs a reason, may keep its number, and leaves the old document known", async () => {
    const report = await aReport("submitted");
    const clerk = await clerkOf(report.agencyId);
    const first = await issueDocument(clerk, filledIn(report, { number: "31", signerName: "Sai Tên" }));
    expect(await outcomeOf(issueDocument(clerk, filledIn(report, { number: "31" })))).toBe(422);
    const second = await issueDocument(clerk, filledIn(report, { number: "31", reason: "Ghi sai tên người ký." }));

    expect(await documentsOf(report)).toEqual([
      { number: 31, superseded: true, reason: null },
      { number: 31, superseded: false, reason: "Ghi sai tên người ký." },
    ]);
    expect(wordsIn(await issuedFile(clerk, first.id, "docx"))).toContain("Sai Tên");
    expect(wordsIn(await issuedFile(clerk, second.id, "docx"))).not.toContain("Sai Tên");
    const [old, now] = [await findVerified(first.token), await findVerified(second.token)];
    expect(old && standingOf(old)).toMatchObject({
      title: "Văn bản đã được phát hành lại",
      sentence: expect.stringContaining("31/BC-UBND"),
    });
    expect(now && standingOf(now)).toMatchObject({ tone: "good" });
  });
});

describe("an issued document in the database", () => {
  it.each([
    "update document_issue set number = number + 1",
    "update document_issue set content = '{}'",
    "delete from document_issue",
    "truncate document_issue",
  ])("refuses: %s", async (statement) => {
    expect((await row<{ count: number }>("select count(*) as count from document_issue"))?.count).toBeGreaterThan(0);
    await expect(pool.query(statement)).rejects.toMatchObject({ code: "23000" });
  });
});

describe("a draft", () => {
  it("says DỰ THẢO and no number, to whoever may read what was sent", async () => {
    const report = await aReport("submitted", { B1: 12 });
    for (const reader of [await clerkOf(report.agencyId), await police(), await anActor("G22", "reader")]) {
      const words = wordsIn(await draftFile(reader, report.id, "docx"));
      expect(words).toContain("DỰ THẢO");
      expect(words).toContain("Số: ……/BC-……");
    }
    expect(await outcomeOf(draftFile(await clerkOf("00004"), report.id, "docx"))).toBe(404);
    expect(await outcomeOf(draftFile(await clerkOf(report.agencyId), (await aReport("draft")).id, "pdf"))).toBe(404);
  });
});

describe("the public page", () => {
  it("tells whoever has the address what was sent and when, nothing of what it says, and when it no longer stands", async () => {
    const report = await aReport("submitted", { B1: 12 });
    const clerk = await clerkOf(report.agencyId);
    const { token, id } = await issueDocument(clerk, filledIn(report, { number: "41" }));
    const found = await findVerified(token);
    const [issue] = await listIssues(report.id);
    expect(found).toMatchObject({
      number: 41,
      versionNumber: 1,
      periodId: "2026",
      docxHash: sha256((await issuedFile(clerk, id, "docx")).content),
      pdfHash: issue?.pdfHash,
      standingNumber: 1,
    });
    expect(JSON.stringify(found)).not.toContain("Nội dung N1");
    expect(await findVerified(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBeNull();
    expect(await findVerified("../../etc/passwd")).toBeNull();

    await recallReport(clerk, await ask(report, "Sai số."));
    const recalled = await findVerified(token);
    expect(recalled && standingOf(recalled)).toMatchObject({ tone: "wrong", title: "Báo cáo đã được thu hồi" });
  });
});

describe("a consolidated report's document", () => {
  it("is issued by those who make it, names who is missing, and carries every unit", async () => {
    await aReport("accepted", { B1: 12 });
    const { report } = await consolidated("H26", await police(), { B1: 1 });
    await sendUp(report, await police(), await headOf("H26"));
    const sent = await again(report);
    const { id } = await issueDocument(await homeAffairs(), filledIn(sent, { number: "1" }));
    const found = await findIssue(await police(), id);
    const [annex] = found?.content.annexes ?? [];
    const parts = await row<{ count: number }>("select count(*) as count from report where parent_id = $1", [
      report.id,
    ]);
    expect(annex?.rows.length).toBe((parts?.count ?? 0) + 2); // with the level's own figures and the total
    expect(found?.content.body[1]).toMatchObject({ text: expect.stringMatching(/của \d+\/144 đơn vị; còn thiếu/) });
    expect((await issuedFile(await police(), id, "pdf")).content.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
