import { existsSync, readdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rows } from "#lib/db";
import { openEvidence } from "#lib/reports/evidence/queries";
import { CHUNK_BYTES, FILE_BYTES } from "#lib/reports/evidence/rules";
import { cancelUpload } from "#lib/reports/evidence/service";
import { appendChunk, completeUpload } from "#lib/reports/evidence/uploads";
import { askSignOff } from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import { plainPdf } from "../../support/pdf.ts";
import { anActor, aReport, ask, clerkOf, headOf, openStage, outcomeOf } from "../reports/stage.ts";
import { attach, begin, ownDataFolder, REPORT, sendRest, sha256 } from "./stage.ts";

const folder = ownDataFolder();
process.env.EVIDENCE_FILES = "4";
process.env.EVIDENCE_TOTAL_MB = "20";

freshDatabase();
beforeAll(openStage);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const audits = (reportId: string) =>
  rows<{ action: string }>(
    "select action from audit_entry where subject_id = $1 and action like 'evidence.%' order by id",
    [reportId],
  );

const chunksLeft = (uploadId: string) =>
  existsSync(`${folder}/objects/uploads/${uploadId}`) ? readdirSync(`${folder}/objects/uploads/${uploadId}`).length : 0;

describe("an upload", () => {
  it("becomes evidence: the bytes as they were, its hash, who and when, one audit entry, no chunks left", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Bien ban", 600_000);
    const evidence = await attach(clerk, report, content, {
      target: { kind: "cell", key: "B1" },
      name: "Biên bản.PDF",
    });
    expect(evidence).toMatchObject({
      targetKind: "cell",
      targetKey: "B1",
      name: "Biên bản.pdf",
      size: content.length,
      mediaType: "application/pdf",
      hash: sha256(content),
      state: "notScanned",
      signatures: [],
      addedByName: clerk.fullName,
      isSent: false,
    });
    expect(Buffer.concat(await (await openEvidence(evidence)).toArray()).equals(content)).toBe(true);
    expect(Buffer.concat(await (await openEvidence(evidence, { start: 5, end: 7 })).toArray()).toString()).toBe("1.3");
    expect(await audits(report.id)).toEqual([{ action: "evidence.attach" }]);
    expect(chunksLeft(evidence.id)).toBe(0);
  });

  it("goes on where it broke off, for the same person and the same file", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Dut duong truyen", 700_000);
    const first = await begin(clerk, report, content);
    await appendChunk(clerk, { id: report.id, uploadId: first.id, offset: 0 }, content.subarray(0, CHUNK_BYTES));

    const again = await begin(clerk, report, content);
    expect(again).toEqual({ ...first, received: CHUNK_BYTES });
    const others = await begin(await headOf(report.agencyId), report, content);
    expect(others.id).not.toBe(first.id);
    const other = await begin(clerk, report, plainPdf("Tep khac", 700_000));
    expect(other).toMatchObject({ received: 0 });

    await sendRest(clerk, report, content, again.id, again.received);
    expect((await completeUpload(clerk, { id: report.id, uploadId: again.id })).hash).toBe(sha256(content));
  });

  it("takes a chunk only where the last one ended, and says where that is", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Sai vi tri", 400_000);
    const { id: uploadId } = await begin(clerk, report, content);
    const send = (offset: number, length = CHUNK_BYTES) =>
      appendChunk(clerk, { id: report.id, uploadId, offset }, content.subarray(offset, offset + length));
    await send(0);
    for (const offset of [0, CHUNK_BYTES - 1, CHUNK_BYTES + 1, content.length])
      await expect(send(offset)).rejects.toMatchObject({ status: 409, detail: { received: CHUNK_BYTES } });
    await expect(completeUpload(clerk, { id: report.id, uploadId })).rejects.toMatchObject({
      status: 409,
      detail: { received: CHUNK_BYTES },
    });
    const tooLong = appendChunk(clerk, { id: report.id, uploadId, offset: CHUNK_BYTES }, Buffer.alloc(content.length));
    await expect(tooLong).rejects.toMatchObject({ status: 422 });
    await expect(
      appendChunk(clerk, { id: report.id, uploadId, offset: CHUNK_BYTES }, Buffer.alloc(0)),
    ).rejects.toMatchObject({
      status: 422,
    });
    expect(chunksLeft(uploadId)).toBe(1);
  });

  it("counts one of several chunks sent at once to the same place, and keeps no other", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Hai lan", 300_000);
    const { id: uploadId } = await begin(clerk, report, content);
    const attempt = () =>
      outcomeOf(appendChunk(clerk, { id: report.id, uploadId, offset: 0 }, content.subarray(0, CHUNK_BYTES)));
    expect((await Promise.all([attempt(), attempt(), attempt()])).sort()).toEqual([409, 409, "done"]);
    expect(chunksLeft(uploadId)).toBe(1);
    await sendRest(clerk, report, content, uploadId, CHUNK_BYTES);
    expect((await completeUpload(clerk, { id: report.id, uploadId })).hash).toBe(sha256(content));
  });

  it("completed twice, also at once, is one piece of evidence", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Hoan thanh hai lan");
    const { id: uploadId } = await begin(clerk, report, content);
    await sendRest(clerk, report, content, uploadId);
    const complete = () => completeUpload(clerk, { id: report.id, uploadId });
    const [first, second] = await Promise.all([complete(), complete()]);
    expect(second).toEqual(first);
    expect(await complete()).toEqual(first);
    expect(await audits(report.id)).toHaveLength(1);
  });

  it("with other bytes than its browser hashed is refused and over", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Ban that");
    const { id: uploadId } = await begin(clerk, report, content, { fingerprint: `sha256:${"0".repeat(64)}` });
    await sendRest(clerk, report, content, uploadId);
    await expect(completeUpload(clerk, { id: report.id, uploadId })).rejects.toThrow("SHA-256 không khớp");
    await expect(completeUpload(clerk, { id: report.id, uploadId })).rejects.toMatchObject({ status: 404 });
    expect(chunksLeft(uploadId)).toBe(0);
  });

  it("of a program that calls itself a PDF is refused and over; nothing is kept", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = Buffer.from("MZ\x90\0\x03 not a pdf at all", "latin1");
    await expect(attach(clerk, report, content)).rejects.toMatchObject({ status: 422 });
    expect(await rows("select 1 from stored_file where hash = $1", [sha256(content)])).toEqual([]);
    expect(await rows("select 1 from evidence_upload where report_id = $1", [report.id])).toEqual([]);
  });

  it("of the same content at the same place is refused by the name it has there; elsewhere it is stored once", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Mot noi dung");
    const first = await attach(clerk, report, content, { name: "Một.pdf" });
    await expect(attach(clerk, report, content, { name: "Hai.pdf" })).rejects.toThrow("cùng nội dung với “Một.pdf”");
    const second = await attach(clerk, report, content, { name: "Hai.pdf", target: { kind: "section", key: "A" } });
    expect(second.hash).toBe(first.hash);
    expect(await rows("select 1 from stored_file where hash = $1", [first.hash])).toHaveLength(1);
  });

  it("given up is gone with its chunks, and only by who began it", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Bo", 300_000);
    const { id: uploadId } = await begin(clerk, report, content);
    await appendChunk(clerk, { id: report.id, uploadId, offset: 0 }, content.subarray(0, CHUNK_BYTES));
    expect(await outcomeOf(cancelUpload(await headOf(report.agencyId), { id: report.id, uploadId }))).toBe(404);
    await cancelUpload(clerk, { id: report.id, uploadId });
    expect(chunksLeft(uploadId)).toBe(0);
    expect(await outcomeOf(completeUpload(clerk, { id: report.id, uploadId }))).toBe(404);
  });
});

describe("what a report may hold", () => {
  it("no file over 20 MB, no empty one", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    await expect(begin(clerk, report, Buffer.alloc(FILE_BYTES + 1))).rejects.toThrow("quá mức 20 MB");
    await expect(begin(clerk, report, Buffer.alloc(0))).rejects.toThrow("rỗng");
    await expect(begin(clerk, report, Buffer.alloc(10), { name: "Báo cáo Tối mật.pdf" })).rejects.toThrow("Tối mật");
    await expect(begin(clerk, report, Buffer.alloc(10), { target: { kind: "cell", key: "Z99" } })).rejects.toThrow(
      "Z99",
    );
    await expect(
      begin(clerk, report, Buffer.alloc(10), { target: { kind: "section", key: "A" }, kind: "signedPaper" }),
    ).rejects.toThrow("cả báo cáo");
  });

  it("a number of files, those on their way included", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    for (const number of [1, 2, 3]) await attach(clerk, report, plainPdf(`So ${number}`));
    await begin(clerk, report, plainPdf("So 4"));
    await expect(begin(clerk, report, plainPdf("So 5"))).rejects.toThrow("nhiều nhất là 4");
    expect(await begin(clerk, report, plainPdf("So 4"))).toMatchObject({ received: 0 });
  });

  it("a number of bytes, counted once for uploads that begin at once", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const sized = (byte: number) => Buffer.alloc(12 * 1_024 * 1_024, byte);
    const attempts = await Promise.all([1, 2].map((byte) => outcomeOf(begin(clerk, report, sized(byte)))));
    expect(attempts.sort()).toEqual([422, "done"]);
  });
});

describe("who may attach, and when", () => {
  it("writers of the agency; whoever else sees the report may not, and strangers find nothing", async () => {
    const report = await aReport("submitted");
    const draft = await aReport("draft");
    const content = plainPdf("Quyen");
    const reader = await anActor(draft.agencyId, "reader");
    const stranger = await clerkOf(report.agencyId);
    expect(await outcomeOf(begin(reader, draft, content))).toBe(403);
    expect(await outcomeOf(begin(stranger, draft, content))).toBe(404);
    expect(await outcomeOf(begin(await clerkOf(report.agencyId), report, content))).toBe(422);
    expect(await outcomeOf(begin(await headOf(draft.agencyId), draft, content))).toBe("done");
  });

  it("nobody goes on with another's upload", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Cua nguoi khac");
    const { id: uploadId } = await begin(clerk, report, content);
    const others = [
      await headOf(report.agencyId),
      await anActor("H26.CA", "recipientOfficer"),
      await anActor("30307", "reporter"),
    ];
    const named = { id: report.id, uploadId };
    expect(
      await Promise.all(others.map((one) => outcomeOf(appendChunk(one, { ...named, offset: 0 }, content)))),
    ).toEqual([404, 403, 404]);
    expect(await Promise.all(others.map((one) => outcomeOf(completeUpload(one, named))))).toEqual([404, 403, 404]);
    await sendRest(clerk, report, content, uploadId);
    await completeUpload(clerk, named);
    expect(await outcomeOf(completeUpload(others[0] as typeof clerk, named))).toBe(404);
  });

  it("an upload begun in time is not attached once the report has been put up", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Cham");
    const { id: uploadId } = await begin(clerk, report, content);
    await sendRest(clerk, report, content, uploadId);
    await askSignOff(clerk, await ask(report));
    await expect(completeUpload(clerk, { id: report.id, uploadId })).rejects.toThrow("Chờ ký");
    expect(await rows("select 1 from evidence where report_id = $1", [report.id])).toEqual([]);
    expect(await outcomeOf(begin(clerk, report, content, { target: REPORT, kind: "signedPaper" }))).toBe("done");
  });
});
