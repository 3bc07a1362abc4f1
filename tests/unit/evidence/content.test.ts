import { Document, Packer, Paragraph } from "docx";
import fc from "fast-check";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { checkContent } from "#lib/reports/evidence/content";
import { entriesOf } from "#lib/reports/evidence/zip";
import { plainPdf } from "../../support/pdf.ts";

const word = () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Báo cáo")] }] }));

/** The same file with its parts changed. */
async function wordWith(change: (zip: PizZip) => void): Promise<Buffer> {
  const zip = new PizZip(await word());
  change(zip);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const excel = (type = `${SHEET}.main+xml`) =>
  new PizZip()
    .file("[Content_Types].xml", `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`)
    .file("xl/workbook.xml", "<workbook/>")
    .generate({ type: "nodebuffer", compression: "DEFLATE" });

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const JPG = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const WEBP = Buffer.concat([Buffer.from("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f", "latin1"), Buffer.alloc(12)]);

describe("the content decides", () => {
  it.each([
    ["a.pdf", plainPdf("a"), "application/pdf"],
    ["a.png", PNG, "image/png"],
    ["a.jpg", JPG, "image/jpeg"],
    ["a.jpeg", JPG, "image/jpeg"],
    ["a.webp", WEBP, "image/webp"],
    ["a.xlsx", excel(), SHEET],
  ])("%s", async (name, content, mediaType) => expect(await checkContent(name, content)).toBe(mediaType));

  it("a.docx", async () => {
    expect(await checkContent("a.docx", await word())).toBe(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
  });

  it.each([
    ["a.pdf", Buffer.from("MZ\x90\0 a program", "latin1"), "mà là loại “exe”"],
    ["a.pdf", Buffer.from("<script>alert(1)</script>"), "không phải PDF"],
    ["a.pdf", PNG, "hãy đổi đuôi tệp thành “.png”"],
    ["a.xlsx", plainPdf("a"), "nội dung là PDF"],
    ["a.docx", new PizZip().file("a.txt", "a").generate({ type: "nodebuffer" }), "không phải Word (.docx)"],
  ])("%s that is something else is refused", async (name, content, words) => {
    await expect(checkContent(name, content)).rejects.toThrow(new RegExp(words.replace(/[().]/g, "\\$&"), "i"));
  });

  it("an office file with macros is refused, whatever its name", async () => {
    const withProject = await wordWith((zip) => zip.file("word/vbaProject.bin", "macro"));
    await expect(checkContent("a.docx", withProject)).rejects.toThrow("macro");
    const macroEnabled = excel("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    await expect(checkContent("a.xlsx", macroEnabled)).rejects.toThrow();
    const macroSheet = new PizZip(excel()).file("xl/macrosheets/sheet1.xml", "<m/>").generate({ type: "nodebuffer" });
    await expect(checkContent("a.xlsx", macroSheet)).rejects.toThrow("macro");
  });

  it("an office file that unpacks to far more than it is, is refused", async () => {
    const bomb = await wordWith((zip) => zip.file("word/media/a.bin", "0".repeat(20_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(checkContent("a.docx", bomb)).rejects.toThrow("nén bất thường");
  });

  it("a broken office file is refused, cut anywhere", async () => {
    const whole = await word();
    for (const share of [0.3, 0.6, 0.9, 0.99])
      await expect(checkContent("a.docx", whole.subarray(0, Math.floor(whole.length * share)))).rejects.toMatchObject({
        status: 422,
      });
  });
});

it("whatever the bytes, the answer is a media type or a sentence", async () => {
  const seeds = [await word(), excel(), plainPdf("a"), PNG, JPG, WEBP];
  const names = ["a.docx", "a.xlsx", "a.pdf", "a.png", "a.jpg", "a.webp"];
  const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(5),
      fc.array(change, { maxLength: 8 }),
      fc.double({ min: 0.2, max: 1, noNaN: true }),
      async (seed, changes, share) => {
        const whole = seeds[seed] ?? PNG;
        const content = Buffer.from(whole.subarray(0, Math.ceil(whole.length * share)));
        for (const { at, byte } of changes) content[Math.floor(at * content.length)] = byte;
        const outcome = await checkContent(names[seed] ?? "", content).catch((error) => error.status);
        expect(typeof outcome === "string" || outcome === 422).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

it("reads the entries of a .zip as its maker wrote them", () => {
  const zip = new PizZip().file("một.txt", "1").file("hai/ba.txt", "23");
  const entries = entriesOf(zip.generate({ type: "nodebuffer" }));
  expect(entries?.map(({ name, size }) => [name, size])).toEqual([
    ["một.txt", 1],
    ["hai/ba.txt", 2],
  ]);
  expect(entriesOf(Buffer.from("no zip at all"))).toBeNull();
});
