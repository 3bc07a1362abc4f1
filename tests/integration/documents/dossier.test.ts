import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import PizZip from "pizzip";
import { beforeAll, describe, expect, it } from "vitest";
import { openDossier } from "#lib/documents/dossier";
import { freshDatabase } from "../../support/database.ts";
import { plainPdf } from "../../support/pdf.ts";
import { attach, ownDataFolder } from "../evidence/stage.ts";
import {
  again,
  aReport,
  clerkOf,
  consolidated,
  headOf,
  openStage,
  outcomeOf,
  police,
  sendUp,
} from "../reports/stage.ts";

const folder = ownDataFolder();

freshDatabase();
beforeAll(openStage);

const unpack = async (stream: Readable) => new PizZip(await buffer(stream));
const namesIn = (zip: PizZip) => Object.keys(zip.files);

describe("the dossier of a sent report", () => {
  it("holds the document, the evidence and an index that names every hash", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    await attach(clerk, report, plainPdf("Kế hoạch"), { name: "Kế hoạch.pdf" });
    await attach(clerk, report, plainPdf("Danh sách"), { name: "Danh sách.pdf", target: { kind: "cell", key: "B1" } });
    await sendUp(report, clerk, await headOf(report.agencyId));
    const { name, stream } = await openDossier(clerk, report.id);
    expect(name).toMatch(/^ho-so-bao-cao-2026-.*-ban-1\.zip$/);

    const zip = await unpack(stream);
    expect(namesIn(zip)).toEqual([
      expect.stringMatching(/^du-thao-.*\.docx$/),
      expect.stringMatching(/^du-thao-.*\.pdf$/),
      "minh-chung/01-bao-cao-Kế hoạch.pdf",
      "minh-chung/02-B1-Danh sách.pdf",
      "muc-luc.txt",
    ]);
    const index = zip.file("muc-luc.txt")?.asText() ?? "";
    for (const file of namesIn(zip).slice(0, -1)) {
      const content = zip.file(file)?.asNodeBuffer() ?? Buffer.alloc(0);
      expect(index).toContain(`${file} (${content.length} byte)`);
      expect(index).toContain(createHash("sha256").update(content).digest("hex"));
    }
  });

  it("gives a consolidated report every figure of every unit", async () => {
    await aReport("accepted", { B1: 12 }, "00070");
    const { report } = await consolidated("H26", await police());
    await sendUp(report, await police(), await headOf("H26"));
    const zip = await unpack((await openDossier(await police(), (await again(report)).id)).stream);
    const table = zip.file("so-lieu-theo-don-vi.csv")?.asText() ?? "";
    const [head = "", ...lines] = table.replace("\ufeff", "").split("\r\n");
    expect(head.split(";").length).toBeGreaterThan(60);
    expect(
      lines.find((line) => line.includes("Phường Hoàn Kiếm"))?.split(";")[
        head.split(";").findIndex((cell) => cell.startsWith("B1."))
      ],
    ).toBe("12");
  });

  it("fails as a whole when a file of it cannot be opened", async () => {
    const report = await aReport("draft");
    const clerk = await clerkOf(report.agencyId);
    await attach(clerk, report, plainPdf("Mất"), { name: "Mất.pdf" });
    await sendUp(report, clerk, await headOf(report.agencyId));
    rmSync(folder, { recursive: true, force: true });
    const { stream } = await openDossier(clerk, report.id);
    await expect(buffer(stream)).rejects.toThrow();
  });

  it("is not found by those who may not read the report", async () => {
    const report = await aReport("submitted");
    expect(await outcomeOf(openDossier(await clerkOf("00004"), report.id))).toBe(404);
  });
});
