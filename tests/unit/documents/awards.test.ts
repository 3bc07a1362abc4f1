import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { Minutes } from "#lib/councils/minutes";
import type { Issuer } from "#lib/documents/awards/content";
import {
  certificatesOf,
  countKinds,
  type DecisionSource,
  decisionPaper,
  listPaper,
  minutesPaper,
  proposalPaper,
} from "#lib/documents/awards/gather";
import { renderCertificates } from "#lib/documents/rendering/certificate";
import { renderPdf } from "#lib/documents/rendering/pdf";
import { renderWord } from "#lib/documents/rendering/word";

const issuer: Issuer = {
  name: "Ủy ban nhân dân thành phố Hà Nội",
  superior: null,
  place: "Hà Nội",
  abbreviation: "UBND",
};
const award = "Bằng khen của bộ, ban, ngành, tỉnh";
const achievement = "Có thành tích xuất sắc trong phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc năm 2026";

const source: DecisionSource = {
  issuer,
  decidedBy: "Chủ tịch Ủy ban nhân dân thành phố Hà Nội",
  number: "1250/QĐ-UBND",
  decidedOn: "2026-12-09",
  title: "Về việc khen thưởng trong phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc",
  named: [
    {
      name: "Tổ dân phố số 9",
      kind: "collective",
      about: null,
      agencyName: "Phường Hoàn Kiếm",
      awardName: award,
      achievement,
      bonus: 7_590_000,
    },
    {
      name: "Đỗ Thị Minh Hằng",
      kind: "individual",
      about: "Công chức Văn phòng HĐND và UBND",
      agencyName: "Phường Hoàn Kiếm",
      awardName: award,
      achievement,
      bonus: null,
    },
  ],
  council: "Hội đồng Thi đua - Khen thưởng",
  signature: { lines: ["CHỦ TỊCH"], name: "Nguyễn Văn An" },
  today: "2026-12-10",
};

const minutes: Minutes = {
  councilName: "Hội đồng Thi đua - Khen thưởng thành phố Hà Nội",
  agencyName: issuer.name,
  title: "Phiên họp xét khen thưởng năm 2026",
  meetsAt: new Date("2026-12-08T08:00:00+07:00"),
  place: "Phòng họp số 2",
  openedAt: new Date("2026-12-08T08:05:00+07:00"),
  closedAt: new Date("2026-12-08T10:30:00+07:00"),
  members: 11,
  present: [{ name: "Nguyễn Văn An", role: "Chủ tịch hội đồng", post: "Chủ tịch UBND thành phố", standsFor: null }],
  absent: [
    {
      name: "Trần Thị Bình",
      role: "Ủy viên",
      post: "Sở Tư pháp",
      standsFor: null,
      reason: "đi công tác",
      written: true,
    },
  ],
  quorum: "Cần ít nhất 2/3 tổng số thành viên (Quy chế, Điều 5)",
  chair: "Nguyễn Văn An",
  secretary: "Lê Văn Cường",
  items: [
    {
      subject: "Tổ dân phố số 9",
      awardName: award,
      proposer: "Phường Hoàn Kiếm",
      achievement,
      publicity: ["Công khai tại Cổng thông tin từ 23/11/2026 đến 07/12/2026: không có ý kiến."],
      recused: [{ name: "Phạm Văn Dũng", reason: "công tác tại cơ quan đề nghị", declared: false }],
      ballot: {
        kind: "Phiếu kín, điện tử",
        handedOut: 8,
        cast: 8,
        written: 1,
        inFavour: 8,
        against: 1,
        invalid: 0,
        base: 11,
        needed: 8,
        ratio: "72,7 %",
        rule: "ít nhất 2/3 tổng số thành viên (Quy chế, Điều 5)",
        passed: true,
      },
      named: [],
      override: null,
      dissent: "Đề nghị theo dõi thêm.",
      outcome: { passed: true, by: "theo kết quả kiểm phiếu" },
    },
  ],
};

const papers = {
  proposal: proposalPaper({
    issuer: { ...issuer, name: "Ủy ban nhân dân phường Hoàn Kiếm", place: "Hoàn Kiếm" },
    addressee: issuer.name,
    roundTitle: "Đợt xét khen thưởng năm 2026",
    rulesTitle: "Nghị định 152/2025/NĐ-CP",
    named: source.named.map(({ bonus: _, ...one }) => one),
    signature: { lines: ["CHỦ TỊCH"], name: "" },
    today: "2026-11-23",
  }),
  decision: decisionPaper(source),
  draft: decisionPaper({ ...source, number: null, decidedOn: null, signature: { lines: ["CHỦ TỊCH"], name: "" } }),
  list: listPaper(source),
  minutes: minutesPaper(minutes, issuer, { isFinal: true, today: "2026-12-10" }),
};

const template = readFileSync("prisma/reference/document-own.docx");
const textOf = (docx: Uint8Array) =>
  (new PizZip(docx).file("word/document.xml")?.asText() ?? "").replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");

/** To look at: LOOK=folder vitest run … */
function keep(name: string, file: Uint8Array) {
  if (!process.env.LOOK) return;
  mkdirSync(process.env.LOOK, { recursive: true });
  writeFileSync(`${process.env.LOOK}/${name}`, file);
}

describe.each(Object.entries(papers))("%s", (name, content) => {
  it("is laid out as .docx with all it says", () => {
    const file = renderWord(template, content);
    keep(`${name}.docx`, file);
    const text = textOf(file);
    expect(text).toContain(content.typeName);
    expect(text).toContain("Tổ dân phố số 9");
    expect(text.includes("Kính gửi")).toBe(name === "proposal");
    expect(textOf(renderWord(template, content))).toBe(text);
  });
  it("is laid out as PDF", () => {
    const file = renderPdf(content);
    keep(`${name}.pdf`, file);
    expect(Buffer.from(file.subarray(0, 5)).toString()).toBe("%PDF-");
  });
});

it("says number, money and what was not counted in the decision, and ratios in the minutes", () => {
  const text = textOf(renderWord(template, papers.decision));
  expect(text).toContain("Số: 1250/QĐ-UBND");
  expect(text).toContain("7.590.000");
  expect(text).toContain("chưa tính");
  expect(textOf(renderWord(template, papers.draft))).toContain("Số: ……/QĐ-UBND");
  expect(papers.draft.isDraft).toBe(true);
  const said = textOf(renderWord(template, papers.minutes));
  for (const words of [
    "8/11 (72,7 %)",
    "vắng (đi công tác), có ý kiến bằng văn bản",
    "Phạm Văn Dũng",
    "Đề nghị theo dõi thêm.",
  ])
    expect(said).toContain(words);
});

it("counts collectives, households and individuals in the order of the law", () => {
  expect(countKinds([{ kind: "individual" }, { kind: "collective" }, { kind: "individual" }])).toBe(
    "01 tập thể, 02 cá nhân",
  );
});

it("makes a sheet for everybody, and without a border for sheets of the agency's own", async () => {
  const certificates = certificatesOf(source);
  const file = await renderCertificates(certificates);
  keep("certificates.docx", file);
  const text = textOf(file);
  for (const words of [
    "BẰNG KHEN",
    "ĐỖ THỊ MINH HẰNG",
    "TỔ DÂN PHỐ SỐ 9",
    "Quyết định số: 1250/QĐ-UBND ngày 09/12/2026",
  ])
    expect(text).toContain(words);
  const xml = (docx: Uint8Array) => new PizZip(docx).file("word/document.xml")?.asText() ?? "";
  expect(xml(file)).toContain("pgBorders");
  expect(xml(await renderCertificates(certificates, { isPlain: true }))).not.toContain("pgBorders");
});
