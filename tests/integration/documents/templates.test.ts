import { readFileSync } from "node:fs";
import PizZip from "pizzip";
import { beforeAll, describe, expect, it } from "vitest";
import { row, rows } from "#lib/db";
import { draftFile } from "#lib/documents/files";
import { findTemplateInForce } from "#lib/documents/queries";
import { findKeptTemplate, listSamples, listTemplates } from "#lib/documents/templates/queries";
import { adoptTemplate, uploadTemplate } from "#lib/documents/templates/service";
import { loadReferenceData } from "#lib/reference/load";
import { freshDatabase } from "../../support/database.ts";
import { anActor, aReport, clerkOf, openStage, outcomeOf } from "../reports/stage.ts";
import { wordsIn } from "./words-in.ts";

freshDatabase();
beforeAll(openStage);

const keeper = () => anActor("G09", "secretariat");

/** The shipped template with other words in it, as somebody uploads it. */
function aTemplate(edit: (xml: string) => string = (xml) => xml, name = "mau.docx"): File {
  const zip = new PizZip(readFileSync("prisma/reference/document-own.docx"));
  zip.file("word/document.xml", edit(zip.file("word/document.xml")?.asText() ?? ""));
  return new File([new Uint8Array(zip.generate({ type: "nodebuffer" }))], name);
}

const upload = (file: File) => ({ kind: "own" as const, file, source: "Quyết định số 1 của Bộ Nội vụ" });
const withMotto = (xml: string) => xml.replace("Nơi nhận:", "Nơi nhận văn bản:");

describe("replacing a template", () => {
  it("keeps a good one on trial, previews it on a real report, and makes it count from its day", async () => {
    const actor = await keeper();
    const report = await aReport("submitted");
    const { version } = await uploadTemplate(actor, upload(aTemplate(withMotto)));
    expect(version).toBe(2);
    expect((await findTemplateInForce("own")).version).toBe(1);
    expect(await listSamples(actor)).toContainEqual(expect.objectContaining({ id: report.id, kind: "own" }));

    const trial = await findKeptTemplate(actor, { kind: "own", version: "2" });
    const preview = await draftFile(actor, report.id, "docx", trial ?? undefined);
    expect(wordsIn(preview)).toContain("Nơi nhận văn bản:");
    expect(wordsIn(preview)).toContain("DỰ THẢO");

    expect(await outcomeOf(adoptTemplate(actor, { kind: "own", version: 2, effectiveOn: "04/11/2026" }))).toBe(422); // yesterday
    await adoptTemplate(actor, { kind: "own", version: 2, effectiveOn: "05/11/2026" });
    expect((await findTemplateInForce("own")).version).toBe(2);
    expect(await outcomeOf(adoptTemplate(actor, { kind: "own", version: 2, effectiveOn: "06/11/2026" }))).toBe(422);
    expect((await listTemplates(actor))?.filter(({ kind }) => kind === "own")).toMatchObject([
      { version: 2, isInForce: true, effectiveOn: "2026-11-05" },
      { version: 1, isInForce: false },
    ]);
    expect(await rows("select action from audit_entry where subject_type = 'documentTemplate' order by id")).toEqual([
      { action: "documentTemplate.upload" },
      { action: "documentTemplate.adopt" },
    ]);
  });

  it("shows every fault of a bad one and keeps nothing", async () => {
    const before = await row("select count(*) as count from document_template");
    const bad = aTemplate((xml) => xml.replace("{agency}", "{coQuan}").replace("{subject}", ""));
    await expect(uploadTemplate(await keeper(), upload(bad))).rejects.toMatchObject({
      status: 422,
      fields: [
        { field: "file", message: expect.stringContaining("{coQuan}") },
        { field: "file", message: expect.stringContaining("{agency}") },
        { field: "file", message: expect.stringContaining("{subject}") },
      ],
    });
    expect(await outcomeOf(uploadTemplate(await keeper(), upload(new File([], "rong.docx"))))).toBe(422);
    expect(
      await outcomeOf(uploadTemplate(await keeper(), upload(new File([new Uint8Array(900_001)], "to.docx")))),
    ).toBe(422);
    expect(await row("select count(*) as count from document_template")).toEqual(before);
  });

  it("is for the two lead ministries' secretariats and administrators; nobody else knows of templates", async () => {
    for (const stranger of [
      await clerkOf("00070"),
      await anActor("H26", "administrator"),
      await anActor("G01", "reporter"),
    ]) {
      expect(await listTemplates(stranger)).toBeNull();
      expect(await findKeptTemplate(stranger, { kind: "own", version: "1" })).toBeNull();
      expect(await outcomeOf(uploadTemplate(stranger, upload(aTemplate())))).toBe(404);
      expect(await outcomeOf(adoptTemplate(stranger, { kind: "own", version: 1, effectiveOn: "06/11/2026" }))).toBe(
        404,
      );
    }
    expect(await findKeptTemplate(await anActor("G01", "administrator"), { kind: "own", version: "1" })).not.toBeNull();
    expect(await findKeptTemplate(await keeper(), { kind: "own", version: "99" })).toBeNull();
    expect(await findKeptTemplate(await keeper(), { kind: "other", version: "1" })).toBeNull();
  });

  it("never changes one that is kept", async () => {
    for (const statement of [
      "update document_template set words = '{}'",
      "update document_template set effective_on = null where version = 1",
      "delete from document_template",
    ])
      await expect(rows(statement)).rejects.toMatchObject({ code: "23000" });
  });
});

it("loads the shipped templates once, and those of a later release as the next version", async () => {
  await rows("delete from reference_load");
  const before = await row("select count(*) as count from document_template");
  await loadReferenceData();
  expect(await row("select count(*) as count from document_template")).toEqual(before);
});
