import { beforeAll, describe, expect, it } from "vitest";
import { row } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { readDocument } from "#lib/reports/document";
import { findForm, findReport } from "#lib/reports/queries";
import { changesOf } from "#lib/reports/workbook/preview";
import { findUpload, makeTemplate } from "#lib/reports/workbook/queries";
import type { FilledFile } from "#lib/reports/workbook/read-report";
import { discardUpload, takeUpload, uploadReport } from "#lib/reports/workbook/service";
import { withPart } from "../../support/archives.ts";
import { badFiles } from "../../support/bad-files.ts";
import { freshDatabase } from "../../support/database.ts";
import { cellAt, filled } from "../../support/filled-workbook.ts";
import {
  aCommune,
  again,
  aReport,
  clerkOf,
  everythingOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  reportOf,
  save,
} from "../reports/stage.ts";

freshDatabase();
beforeAll(openStage);

const NOW = "Năm 2026";
const upload = (actor: Actor, report: { id: string }, bytes: Uint8Array) =>
  uploadReport(actor, report.id, async () => ({ name: "bao-cao.xlsx", bytes }));

/** A commune's report with its clerk and its template. */
async function aTemplate(figures = {}) {
  const report = await reportOf(await aCommune());
  const clerk = await clerkOf(report.agencyId);
  if (Object.keys(figures).length > 0) await save(clerk, report, { figures });
  const { bytes } = await makeTemplate(clerk, report.id);
  return { report, clerk, bytes };
}

/** What the preview shows to the clerk now. */
async function previewOf(actor: Actor, { id }: { id: string }, uploadId: string) {
  const report = await findReport(actor, id);
  if (!report) throw new Error("not seen");
  const kept = await findUpload(report, uploadId);
  if (!kept) throw new Error("not kept");
  const { edits, problems } = kept.content as FilledFile;
  const form = await findForm(report.formId, report.formVersion);
  return { changes: changesOf(edits, readDocument(report.draft), form), problems, seen: report.sectionVersions };
}

const told = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "no refusal",
    (error: Error) => error.message,
  );

describe("a filled template", () => {
  it("shows every change old beside new, writes nothing before it is taken, then exactly what was chosen", async () => {
    const { report, clerk, bytes } = await aTemplate({ B1: 12, B16: 5 });
    const file = await filled(bytes, {
      "Phần A": {
        A1: { [NOW]: "Có" },
        A2: { [NOW]: "12/KH-UBND" },
        A3: { [NOW]: new Date("2026-03-02T00:00:00Z") },
        A9: { [NOW]: "1.234,5" },
      },
      "Phần B": {
        B1: { [NOW]: 15, "Giải trình": "Sáp nhập khu dân cư." },
        B3: { "Lý do trống": "Không phát sinh" },
        B16: { [NOW]: null },
      },
      "Phần lời": { N1: { "Phần lời": "Đã triển khai.\nĐúng kế hoạch." } },
    });
    const before = await everythingOf(report);
    const uploadId = await upload(clerk, report, file);
    const { changes, problems, seen } = await previewOf(clerk, report, uploadId);
    expect(problems).toEqual([]);
    expect(changes.map(({ key, before, after, sheet, isClash }) => [key, sheet, before, after, isClash])).toEqual([
      ["answer.A1", "Phần A", "(trống)", "Có", false],
      ["answer.A2", "Phần A", "(trống)", "12/KH-UBND", false],
      ["answer.A3", "Phần A", "(trống)", "02/03/2026", false],
      ["answer.A9", "Phần A", "(trống)", "1.234,5", false],
      ["answer.B1", "Phần B", "12", "15", false],
      ["explanation.B1", "Phần B", "(trống)", "Sáp nhập khu dân cư.", false],
      ["answer.B3", "Phần B", "(trống)", "Không phát sinh", false],
      ["answer.B16", "Phần B", "5", "(trống)", false],
      ["narrative.N1", "Phần lời", "(trống)", "Đã triển khai.\nĐúng kế hoạch.", false],
    ]);
    expect({ ...(await everythingOf(report)), audits: null }).toEqual({ ...before, audits: null });

    const keys = changes.map(({ key }) => key).filter((key) => key !== "answer.A2");
    expect(await takeUpload(clerk, { id: report.id, uploadId, keys, seen })).toEqual({ taken: 8, left: 1 });
    expect(readDocument((await again(report)).draft)).toMatchObject({
      figures: { A1: true, A3: "2026-03-02", A9: "1234.5", B1: 15 },
      blanks: { B3: { reason: "none" } },
      explanations: { B1: "Sáp nhập khu dân cư." },
      narratives: { N1: "Đã triển khai.\nĐúng kế hoạch." },
    });
    expect(Object.keys((await again(report)).draft.figures).sort()).toEqual(["A1", "A3", "A9", "B1"]);
    const rest = await previewOf(clerk, report, uploadId);
    expect(rest.changes.map(({ key }) => key)).toEqual(["answer.A2"]);
    expect(await takeUpload(clerk, { id: report.id, uploadId, keys: ["answer.A2"], seen: rest.seen })).toEqual({
      taken: 1,
      left: 0,
    });
    expect(await outcomeOf(takeUpload(clerk, { id: report.id, uploadId, keys: ["answer.A2"], seen: rest.seen }))).toBe(
      422,
    );
    const actions = await row<{ list: string[] }>(
      "select array_agg(action order by id) as list from audit_entry where subject_id = $1",
      [report.id],
    );
    expect(actions?.list).toEqual([
      "report.save",
      "workbook.upload",
      "report.save",
      "workbook.take",
      "report.save",
      "workbook.take",
    ]);
  });

  it("tells each wrong cell by sheet, address, value, rule and remedy, and lets the good ones be taken", async () => {
    const { report, clerk, bytes } = await aTemplate({ B3: null });
    const file = await filled(
      bytes,
      {
        "Phần A": { A3: { [NOW]: 46083 }, A1: { [NOW]: "Chắc là có" } },
        "Phần B": {
          B1: { [NOW]: { formula: "1+1", result: 2 } },
          B2: { [NOW]: 1.234 },
          B3: { [NOW]: -4 },
          B4: { [NOW]: 4, "Lý do trống": "Không phát sinh" },
          B5: { "Lý do trống": "Chưa có số liệu" },
          B6: { [NOW]: new Date("2026-02-01T00:00:00Z") },
          B7: { [NOW]: { error: "#REF!" } },
          B8: { [NOW]: 7 },
          B10: { [NOW]: 9 },
        },
      },
      (workbook) => {
        workbook.getWorksheet("Phần B")?.mergeCells("E14:E15");
        const percent = cellAt(workbook, "Phần E", "E5", NOW);
        percent.value = 0.985;
        percent.numFmt = "0.0%";
        cellAt(workbook, "Phần A", "A3", NOW).numFmt = "General";
        cellAt(workbook, "Phần B", "B6", NOW).numFmt = "dd/mm/yyyy";
        workbook.removeWorksheet("Phần G");
        const copied = workbook.getWorksheet("Phần F");
        if (copied) copied.getCell("A2").value = "Ủy ban nhân dân phường khác – báo cáo năm 2026";
      },
    );
    const uploadId = await upload(clerk, report, file);
    const { changes, problems, seen } = await previewOf(clerk, report, uploadId);
    expect(changes.map(({ key, after, note }) => [key, after, note])).toEqual([
      ["answer.A3", "02/03/2026", "số 46083 được hiểu là ngày 02/03/2026"],
      ["answer.B8", "7", null],
      ["answer.E5", "98,5", null],
    ]);
    expect(problems.map(({ sheet, address, id, value, rule }) => [sheet, address, id, value, rule])).toEqual([
      ["Phần A", "E5", "A1", "Chắc là có", "Có hoặc Không; bắt buộc"],
      ["Phần B", "E5", "B1", "2", "ô nhập chỉ nhận giá trị, không nhận công thức"],
      ["Phần B", "E6", "B2", "1.234", "số nguyên từ 0; không lớn hơn B1"],
      ["Phần B", "E7", "B3", "-4", "số nguyên từ 0; không lớn hơn B1"],
      ["Phần B", "F8", "B4", "Không phát sinh", "ô có số liệu thì không có lý do trống"],
      ["Phần B", "F9", "B5", "Chưa có số liệu", "“Chưa có số liệu” phải kèm ngày dự kiến có"],
      ["Phần B", "E10", "B6", "2026-02-01", "số nguyên từ 0; Excel đang hiểu ô này là ngày 01/02/2026"],
      ["Phần B", "E11", "B7", "#REF!", "ô đang báo lỗi của Excel"],
      ["Phần B", "E14", "B10", "9", "ô bị gộp trong vùng E14:E15"],
      ["Phần B", "E15", "B11", "", "ô bị gộp trong vùng E14:E15"],
      [
        "Phần F",
        "A2",
        null,
        "Ủy ban nhân dân phường khác – báo cáo năm 2026",
        expect.stringMatching("^trang tính phải là của"),
      ],
      ["Phần G", null, null, "không có trang tính này", "mẫu có trang tính “Phần G”"],
    ]);
    expect(problems.every(({ remedy }) => remedy.length > 10)).toBe(true);
    await takeUpload(clerk, { id: report.id, uploadId, keys: changes.map(({ key }) => key), seen });
    expect((await again(report)).draft.figures).toEqual({ A3: "2026-03-02", B8: 7, E5: "98.5" });
  });

  it("does not undo what a colleague has entered since the template was made, and says where both have", async () => {
    const { report, clerk, bytes } = await aTemplate({ B1: 12, B2: 3 });
    const file = await filled(bytes, { "Phần B": { B1: { [NOW]: 20 }, B4: { [NOW]: 6 } } });
    await save(clerk, report, { figures: { B1: 14, B2: 5, B3: 1 } });
    const uploadId = await upload(clerk, report, file);
    const { changes } = await previewOf(clerk, report, uploadId);
    expect(changes.map(({ key, before, after, isClash }) => [key, before, after, isClash])).toEqual([
      ["answer.B1", "14", "20", true],
      ["answer.B4", "(trống)", "6", false],
    ]);
  });

  it("is not taken over a section that was saved after the preview", async () => {
    const { report, clerk, bytes } = await aTemplate();
    const uploadId = await upload(clerk, report, await filled(bytes, { "Phần B": { B1: { [NOW]: 20 } } }));
    const { seen } = await previewOf(clerk, report, uploadId);
    await save(clerk, report, { figures: { B2: 2 } });
    const taking = takeUpload(clerk, { id: report.id, uploadId, keys: ["answer.B1"], seen });
    await expect(taking).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("vừa lưu phần báo cáo này"),
    });
    expect((await again(report)).draft.figures).toEqual({ B2: 2 });
    const anew = await previewOf(clerk, report, uploadId);
    await takeUpload(clerk, { id: report.id, uploadId, keys: ["answer.B1"], seen: anew.seen });
    expect((await again(report)).draft.figures).toEqual({ B1: 20, B2: 2 });
  });

  it("may be put away", async () => {
    const { report, clerk, bytes } = await aTemplate();
    const uploadId = await upload(clerk, report, await filled(bytes, { "Phần B": { B1: { [NOW]: 20 } } }));
    await discardUpload(clerk, { id: report.id, uploadId });
    expect(await outcomeOf(discardUpload(clerk, { id: report.id, uploadId }))).toBe(422);
    expect((await again(report)).draft.figures).toEqual({});
  });
});

describe("the wrong file is named for what it is", () => {
  it("of another unit, another year, another form version, another kind", async () => {
    const { report, clerk } = await aTemplate();
    const other = await aTemplate();
    const file = await filled(other.bytes, { "Phần B": { B1: { [NOW]: 99 } } });
    const before = await everythingOf(report);
    const otherName = (await findReport(other.clerk, other.report.id))?.agencyName;
    const ownName = (await findReport(clerk, report.id))?.agencyName;
    expect(await told(upload(clerk, report, file))).toContain(
      `Tệp này là của ${otherName} năm 2026; báo cáo đang mở là của ${ownName} năm 2026.`,
    );
    expect(await everythingOf(report)).toEqual(before);
  });

  it("changed in its hidden part, or no template at all", async () => {
    const { report, clerk, bytes } = await aTemplate();
    const other = await aTemplate();
    const forged = await filled(bytes, {}, (workbook) => {
      const sheet = workbook.getWorksheet("_rang_buoc");
      if (sheet) sheet.getCell("A2").value = String(sheet.getCell("A2").value).replace(report.id, other.report.id);
    });
    expect(await told(upload(other.clerk, other.report, forged))).toContain("Phần ràng buộc ẩn trong tệp đã bị sửa");
    const bare = await filled(bytes, {}, (workbook) => workbook.removeWorksheet("_rang_buoc"));
    expect(await told(upload(clerk, report, bare))).toContain("không phải mẫu tải từ hệ thống");
    expect(await told(upload(clerk, report, bytes))).toContain("chưa ô nào được điền");
  });

  it("and so is a file that is no honest workbook (tests/unit/sheets has them all)", async () => {
    const { report, clerk, bytes } = await aTemplate();
    const some = badFiles(Buffer.from(bytes)).filter(({ code }) =>
      ["password", "text", "macros", "bomb"].includes(code),
    );
    for (const { what, bytes: bad } of some) {
      const outcome = await outcomeOf(upload(clerk, report, bad));
      expect([what, outcome]).toEqual([what, 422]);
    }
    const renamed = withPart(Buffer.from(bytes), "xl/workbook.xml", (xml) => xml.replace("Phần B", "Phần Bờ"));
    const uploadId = await upload(clerk, report, renamed);
    expect((await previewOf(clerk, report, uploadId)).problems.map(({ sheet }) => sheet)).toContain("Phần B");
  });
});

describe("rights", () => {
  it("are those of the writers: others find nothing or are told who may", async () => {
    const { report, clerk, bytes } = await aTemplate();
    const file = await filled(bytes, { "Phần B": { B1: { [NOW]: 1 } } });
    const neighbour = await clerkOf(await aCommune());
    expect(await outcomeOf(makeTemplate(neighbour, report.id))).toBe(404);
    expect(await outcomeOf(upload(neighbour, report, file))).toBe(404);
    expect(await outcomeOf(makeTemplate(await police(), report.id))).toBe(403);
    expect(await outcomeOf(upload(await homeAffairs(), report, file))).toBe(403);
    const uploadId = await upload(clerk, report, file);
    const take = { uploadId, keys: ["answer.B1"], seen: {} };
    expect(await outcomeOf(takeUpload(neighbour, { id: report.id, ...take }))).toBe(404);
    const theirs = await reportOf(neighbour.agency.id);
    expect(await outcomeOf(takeUpload(neighbour, { id: theirs.id, ...take }))).toBe(404);
    expect((await again(report)).draft.figures).toEqual({});
  });

  it("end when the report is no longer with its writers", async () => {
    const report = await aReport("submitted");
    const clerk = await clerkOf(report.agencyId);
    const { bytes } = await makeTemplate(clerk, report.id);
    const file = await filled(bytes, { "Phần B": { B2: { [NOW]: 1 } } });
    expect(await told(upload(clerk, report, file))).toContain("không nhập được");
  });
});
