import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rows } from "#lib/db";
import { keepFile } from "#lib/reports/evidence/files";
import { refreshSignatures, removeUnused, scanWaiting } from "#lib/reports/evidence/housekeeping";
import { findEvidence, openEvidence } from "#lib/reports/evidence/queries";
import { CHUNK_BYTES } from "#lib/reports/evidence/rules";
import { removeEvidence } from "#lib/reports/evidence/service";
import { appendChunk } from "#lib/reports/evidence/uploads";
import { type Clamd, startClamd } from "../../support/clamd.ts";
import { freshDatabase } from "../../support/database.ts";
import { plainPdf } from "../../support/pdf.ts";
import { anAuthority, aSigner, type Holder, pemOf, signPdf } from "../../support/signing.ts";
import { aReport, clerkOf, headOf, openStage, sendUp } from "../reports/stage.ts";
import { attach, begin, ownDataFolder, seen, sha256 } from "./stage.ts";

const folder = ownDataFolder();
process.env.SIGNATURE_ROOTS_DIR = `${folder}/roots`;
const VIRUS = "X5O!P%@AP[4 an invented pattern of this test";
let clamd: Clamd;

freshDatabase();
beforeAll(async () => {
  mkdirSync(`${folder}/roots`);
  clamd = await startClamd({ "Thu.Nghiem-1": VIRUS });
  process.env.CLAMD_HOST = "127.0.0.1";
  process.env.CLAMD_PORT = String(clamd.port);
  await openStage();
});
afterAll(async () => {
  await clamd.close();
  rmSync(folder, { recursive: true, force: true });
});

const inStore = (content: Buffer) =>
  existsSync(`${folder}/objects/sha256/${sha256(content).slice(0, 2)}/${sha256(content)}`);
const HOUR_MS = 3_600_000;
const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

describe("a scan", () => {
  it("lets nobody have a file before it is clean, and then everybody who may see it", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const waiting = await attach(clerk, report, plainPdf("Sach"));
    expect(waiting.state).toBe("waitsForScan");
    await expect(openEvidence(waiting)).rejects.toThrow("sau khi quét");
    expect(await scanWaiting()).toBe(1);
    const clean = await findEvidence(clerk, report.id, waiting.id);
    expect(clean?.state).toBe("clean");
    if (clean) expect(Buffer.concat(await (await openEvidence(clean)).toArray()).equals(plainPdf("Sach"))).toBe(true);
    const before = clamd.scanned();
    expect(await scanWaiting()).toBe(0);
    expect(clamd.scanned()).toBe(before);
  });

  it("keeps what carries something from everybody, and out of what is sent", async () => {
    const report = await aReport("draft");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    const { id } = await attach(clerk, report, plainPdf(VIRUS), { name: "Độc.pdf" });
    await attach(clerk, report, plainPdf("Lanh"), { name: "Lành.pdf" });
    expect(await scanWaiting()).toBe(2);
    const infected = await findEvidence(clerk, report.id, id);
    expect(infected).toMatchObject({ state: "infected", virus: "Thu.Nghiem-1" });
    if (infected) await expect(openEvidence(infected)).rejects.toThrow("cách ly");
    await sendUp(report, clerk, head);
    expect(await seen(clerk, report, 1)).toEqual(["Lành.pdf"]);
  });

  it("that gives no answer leaves the file waiting", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const { id } = await attach(clerk, report, plainPdf("Cho"));
    clamd.answerWith("INSTREAM size limit exceeded. ERROR\0");
    expect(await scanWaiting()).toBe(0);
    expect((await findEvidence(clerk, report.id, id))?.state).toBe("waitsForScan");
    clamd.answerWith(null);
    expect(await scanWaiting()).toBe(1);
    expect((await findEvidence(clerk, report.id, id))?.state).toBe("clean");
  });
});

describe("a file that cannot be scanned", () => {
  it("does not keep the others waiting", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const lost = plainPdf("Mat tep");
    await attach(clerk, report, lost, { name: "Mất.pdf" });
    rmSync(`${folder}/objects/sha256/${sha256(lost).slice(0, 2)}/${sha256(lost)}`);
    await attach(clerk, report, plainPdf("Con day"), { name: "Còn.pdf" });
    expect(await scanWaiting()).toBe(1);
    expect(await rows("select scan from stored_file where hash = $1", [sha256(lost)])).toEqual([{ scan: "unscanned" }]);
    await attach(clerk, report, plainPdf("Den sau"), { name: "Đến sau.pdf" });
    expect(await scanWaiting()).toBe(1);
    await rows("delete from evidence where hash = $1", [sha256(lost)]);
    await rows("delete from stored_file where hash = $1", [sha256(lost)]);
  });
});

describe("removing what is unused", () => {
  it("leaves what anybody names, and takes the rest some time after", async () => {
    const [one, two] = [await aReport("draft"), await aReport("draft")];
    const shared = plainPdf("Chung");
    const first = await attach(await clerkOf(one.agencyId), one, shared);
    const second = await attach(await clerkOf(two.agencyId), two, shared);
    await removeEvidence(await clerkOf(one.agencyId), { id: one.id, evidenceId: first.id });
    expect(await removeUnused(later(2))).toMatchObject({ files: 0 });
    expect(inStore(shared)).toBe(true);

    await removeEvidence(await clerkOf(two.agencyId), { id: two.id, evidenceId: second.id });
    expect(await removeUnused(later(0))).toMatchObject({ files: 0 });
    expect(inStore(shared)).toBe(true);
    const twice = await Promise.all([removeUnused(later(2)), removeUnused(later(2))]);
    expect(twice.reduce((sum, { files }) => sum + files, 0)).toBe(1);
    expect(inStore(shared)).toBe(false);
    expect(await rows("select 1 from stored_file where hash = $1", [sha256(shared)])).toEqual([]);

    await attach(await clerkOf(one.agencyId), one, shared);
    expect(inStore(shared)).toBe(true);
  });

  it("keeps a file of a sent version that the draft has no more", async () => {
    const report = await aReport("draft");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    const content = plainPdf("Da gui");
    await attach(clerk, report, content);
    await sendUp(report, clerk, head);
    await rows("update evidence set removed_at = now(), removed_by_name = 'x' where report_id = $1", [report.id]);
    await removeUnused(later(2));
    expect(inStore(content)).toBe(true);
  });

  it("does not take a content that has just been put again", async () => {
    const content = plainPdf("Dat lai");
    const kept = {
      hash: sha256(content),
      size: content.length,
      mediaType: "application/pdf",
      signatures: null,
      rootsSeen: null,
    };
    await keepFile(kept, content);
    await rows("update stored_file set touched_at = now() - interval '1 day' where hash = $1", [kept.hash]);
    await keepFile(kept, content);
    expect(await removeUnused()).toMatchObject({ files: 0 });
    expect(inStore(content)).toBe(true);
  });

  it("takes uploads nobody went on with for three days, with their chunks", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const content = plainPdf("Bo do", 300_000);
    const { id: uploadId } = await begin(clerk, report, content);
    await appendChunk(clerk, { id: report.id, uploadId, offset: 0 }, content.subarray(0, CHUNK_BYTES));
    expect(await removeUnused(later(71))).toMatchObject({ uploads: 0 });
    expect(await removeUnused(later(73))).toMatchObject({ uploads: 1 });
    expect(existsSync(`${folder}/objects/uploads/${uploadId}`)).toBe(false);
  });
});

describe("signatures of an attached PDF", () => {
  it("are judged when it is attached, and again when the trust roots have changed", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    const authority: Holder = await anAuthority("Gốc thử");
    const signed = await signPdf(plainPdf("Da ky"), await aSigner("Lê Thị Ký", authority), new Date());
    const { id, signatures } = await attach(clerk, report, signed, { kind: "signedPaper", name: "Bản ký số.pdf" });
    expect(signatures).toMatchObject([{ integrity: "good", trust: "notConfigured", signer: "Lê Thị Ký" }]);
    expect(await refreshSignatures()).toBe(0);
    writeFileSync(`${folder}/roots/root.pem`, pemOf(authority));
    expect(await refreshSignatures()).toBe(1);
    expect((await findEvidence(clerk, report.id, id))?.signatures).toMatchObject([
      { integrity: "good", trust: "trusted" },
    ]);
    expect(await refreshSignatures()).toBe(0);
  });
});
