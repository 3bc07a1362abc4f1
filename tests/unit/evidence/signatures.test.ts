import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPdfDate } from "#lib/reports/evidence/signatures/byte-ranges";
import { type PdfSignature, tellSignature } from "#lib/reports/evidence/signatures/labels";
import { noRoots, type TrustRoots, trustRoots } from "#lib/reports/evidence/signatures/roots";
import { readSignatures } from "#lib/reports/evidence/signatures/verify";
import { plainPdf } from "../../support/pdf.ts";
import { anAuthority, aSigner, type Holder, pemOf, signPdf } from "../../support/signing.ts";

const SIGNED_AT = new Date("2026-11-20T02:30:00Z");
const NAME = "Nguyễn Thị Đức Hạnh";

let folder: string;
let roots: TrustRoots;
let strangers: TrustRoots;
let head: Holder;
let deputy: Holder;
let signed: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "roots-"));
  const authority = await anAuthority("Cơ quan chứng thực thử");
  const stranger = await anAuthority("Nơi khác");
  for (const [name, holder] of Object.entries({ ours: authority, theirs: stranger })) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "root.pem"), pemOf(holder));
  }
  roots = await trustRoots(join(folder, "ours"));
  strangers = await trustRoots(join(folder, "theirs"));
  head = await aSigner(NAME, authority);
  deputy = await aSigner("Trần Văn Ước", authority);
  signed = await signPdf(plainPdf("Bao cao nam 2026"), head, SIGNED_AT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good: PdfSignature = {
  integrity: "good",
  bytesAfter: 0,
  signer: NAME,
  organization: null,
  issuer: "Cơ quan chứng thực thử",
  signedAt: SIGNED_AT.toISOString(),
  trust: "trusted",
};

describe("a signed PDF", () => {
  it("is good when its bytes are as they were and its certificate leads to a root", async () => {
    expect(await readSignatures(signed, roots)).toEqual([good]);
  });

  it("is good but not trusted when its certificate leads elsewhere", async () => {
    expect(await readSignatures(signed, strangers)).toEqual([{ ...good, trust: "untrusted" }]);
  });

  it("is never called trusted when no root is configured", async () => {
    expect(await readSignatures(signed, noRoots)).toEqual([{ ...good, trust: "notConfigured" }]);
  });

  it("is tampered with when one signed byte has changed, before or after the signature", async () => {
    for (const [from, to] of [
      ["2026", "2027"],
      ["%%EOF", "%%EOG"],
    ] as const) {
      const changed = Buffer.from(signed);
      changed.write(to, from === "2026" ? changed.indexOf(from) : changed.lastIndexOf(from), "latin1");
      expect(changed.equals(signed)).toBe(false);
      expect(await readSignatures(changed, roots)).toEqual([{ ...good, integrity: "tampered", trust: "notChecked" }]);
    }
  });

  it("says how many bytes came after it", async () => {
    const longer = Buffer.concat([signed, Buffer.from("\n6 0 obj\n(them)\nendobj\n")]);
    const [first] = await readSignatures(longer, roots);
    expect(first).toEqual({ ...good, bytesAfter: longer.length - signed.length });
    if (first) expect(tellSignature(first, true).word).toBe("Tệp được ghi thêm sau khi ký");
  });

  it("signed by two has two signatures; the first covers what the first signer saw", async () => {
    const twice = await signPdf(signed, deputy, new Date("2026-11-21T02:00:00Z"));
    const [first, second, ...others] = await readSignatures(twice, roots);
    expect(others).toEqual([]);
    expect(first).toEqual({ ...good, bytesAfter: expect.any(Number) });
    expect(first?.bytesAfter).toBeGreaterThan(0);
    expect(second).toMatchObject({ integrity: "good", bytesAfter: 0, signer: "Trần Văn Ước", trust: "trusted" });
    if (first) expect(tellSignature(first, false).word).toBe("Chữ ký còn nguyên, ký trước");
  });

  it("says nothing of a file whose signature holds the content it signs inside itself", async () => {
    const other = await signPdf(plainPdf("Noi dung khac"), head, SIGNED_AT, Buffer.from("một nội dung khác hẳn"));
    expect((await readSignatures(other, roots)).map(({ integrity, trust }) => [integrity, trust])).toEqual([
      ["unreadable", "notChecked"],
    ]);
  });

  it("is not readable when the bytes left out are more than the signature", async () => {
    const text = signed.toString("latin1");
    const moved = text.replace(/\/ByteRange \[0 (\d+) /, (_, length) => `/ByteRange [0 ${Number(length) - 1} `);
    expect(moved).not.toBe(text);
    expect((await readSignatures(Buffer.from(moved, "latin1"), roots))[0]?.integrity).toBe("unreadable");
  });

  it("changed anywhere is read without a failure, and never good when a signed byte is another one", async () => {
    const gap = [signed.indexOf("/Contents <") + 10, signed.indexOf(">", signed.indexOf("/Contents <")) + 1] as const;
    const change = fc.record({ at: fc.nat(signed.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Buffer.from(signed);
        for (const { at, byte } of changes) changed[at] = byte;
        const read = await readSignatures(changed, roots);
        const isSame = [...signed.keys()].every((at) => (at >= gap[0] && at < gap[1]) || changed[at] === signed[at]);
        if (!isSame) expect(read.filter(({ integrity }) => integrity === "good")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("agrees with poppler's pdfsig, where that is installed", async (context) => {
    if (spawnSync("pdfsig", ["-v"]).error) return context.skip();
    const file = join(folder, "signed.pdf");
    const told = (pdf: Buffer) => {
      writeFileSync(file, pdf);
      return spawnSync("pdfsig", ["-nocert", file], { encoding: "utf8" }).stdout;
    };
    expect(told(signed)).toContain("Signature is Valid");
    const changed = Buffer.from(signed);
    changed.write("2027", changed.indexOf("2026"), "latin1");
    expect(told(changed)).toContain("Digest Mismatch");
  });
});

it("an unsigned PDF has no signatures, and neither has a place kept for one", async () => {
  expect(await readSignatures(plainPdf("Ban quet"), roots)).toEqual([]);
  expect(
    await readSignatures(Buffer.from("%PDF-1.3 /ByteRange [0 /********** /********** /**********]"), roots),
  ).toEqual([]);
});

it.each([
  ["D:20261126093000+07'00'", "2026-11-26T02:30:00.000Z"],
  ["D:20261126093000Z", "2026-11-26T09:30:00.000Z"],
  ["D:2026", "2026-01-01T00:00:00.000Z"],
])("reads the date %s", (text, instant) => expect(readPdfDate(text)?.toISOString()).toBe(instant));

it("reads no date that is none", () =>
  expect([readPdfDate("hôm nay"), readPdfDate("D:20269999")]).toEqual([null, null]));

it("says in words what each is, and never trusts what it did not check", () => {
  const told = (change: Partial<PdfSignature>) => tellSignature({ ...good, ...change }, true);
  expect(told({})).toMatchObject({ word: "Chữ ký số hợp lệ", tone: "good" });
  expect(told({ trust: "untrusted" })).toMatchObject({ tone: "care" });
  expect(told({ trust: "notConfigured" }).sentences.join(" ")).toContain("chưa cấu hình gốc tin cậy");
  expect(told({ integrity: "tampered", trust: "notChecked" })).toMatchObject({
    word: "Nội dung đã bị sửa sau khi ký",
    tone: "wrong",
  });
  expect(told({ integrity: "unreadable", signer: null }).sentences).toHaveLength(1);
  expect(told({}).sentences[1]).toBe(
    `Chứng thư ghi người ký: ${NAME} (do Cơ quan chứng thực thử cấp), lúc 09:30 20/11/2026 theo máy của người ký.`,
  );
});
