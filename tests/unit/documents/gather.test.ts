import { describe, expect, it } from "vitest";
import { gatherPaper } from "#lib/documents/gather";
import { figureText } from "#lib/documents/gather-figures";
import type { Making } from "#lib/documents/gather-units";
import { readDocument } from "#lib/reports/document";
import { imprint, issued, source } from "./paper.ts";

describe("the paper of a unit's own report", () => {
  const paper = gatherPaper(source, imprint, issued);

  it("carries the heading, the addressees and the signature of the decree", () => {
    expect({ ...paper, body: [] }).toEqual({
      layout: 1,
      isDraft: false,
      superior: null,
      agency: "ỦY BAN NHÂN DÂN PHƯỜNG HOÀN KIẾM",
      numberLine: "Số: 05/BC-UBND",
      placeAndDay: "Hoàn Kiếm, ngày 05 tháng 02 năm 2026",
      typeName: "BÁO CÁO",
      subject: "Kết quả năm 2026",
      addressees: ["Công an thành phố Hà Nội", "Sở Nội vụ thành phố Hà Nội"],
      opening: ["Ủy ban nhân dân phường Hoàn Kiếm báo cáo năm 2026 như sau:"],
      body: [],
      closing: "Trên đây là báo cáo của Ủy ban nhân dân phường Hoàn Kiếm./.",
      copies: ["Như trên", "Lưu: VT"],
      signature: { lines: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Đặng Thị Ước" },
      verification: { address: issued.address, code: "0123 4567 89AB CDEF" },
      annexes: [],
      title: "BÁO CÁO Kết quả năm 2026",
      author: "Ủy ban nhân dân phường Hoàn Kiếm",
      madeOn: "2026-02-05",
    });
  });

  it("says narratives, lists and tables in the order of the template, without empty parts", () => {
    expect(paper.body).toEqual([
      { kind: "part", text: "I. TRIỂN KHAI" },
      { kind: "paragraph", text: "Đã triển khai." },
      {
        kind: "figures",
        caption: "Bảng A. Triển khai",
        year: "Năm 2026",
        lastYear: "Năm 2025",
        rows: [
          { kind: "figure", code: "A1", label: "Đã ban hành kế hoạch", unit: "", value: "Có", lastYear: "Không" },
          { kind: "figure", code: "A2", label: "Kinh phí", unit: "triệu đồng", value: "1.250,5", lastYear: "–" },
          {
            kind: "figure",
            code: "A3",
            label: "Ngày ban hành",
            unit: "",
            value: "Chưa có số liệu, bổ sung sau (dự kiến 30/11/2026)",
            lastYear: "–",
          },
        ],
        notes: [],
      },
      { kind: "part", text: "II. KẾT QUẢ" },
      { kind: "heading", text: "1. Kết quả thứ nhất" },
      { kind: "paragraph", text: "Gồm:" },
      { kind: "item", marker: "-", text: "Một" },
      { kind: "item", marker: "-", text: "Hai" },
      { kind: "heading", text: "2. Kết quả thứ hai" },
      { kind: "paragraph", text: "Đạt & vượt <kế hoạch>." },
      {
        kind: "figures",
        caption: "Bảng B. Mô hình",
        year: "Năm 2026",
        lastYear: "Năm 2025",
        rows: [
          { kind: "figure", code: "B1", label: "Số mô hình", unit: "mô hình", value: "40", lastYear: "30" },
          { kind: "group", label: "Theo loại" },
          {
            kind: "figure",
            code: "B2",
            label: "Mô hình “Camera an ninh”",
            unit: "mô hình",
            value: "10",
            lastYear: "15",
          },
          {
            kind: "figure",
            code: "B3",
            label: "Mô hình khác",
            unit: "mô hình",
            value: "Không phát sinh",
            lastYear: "–",
          },
          { kind: "figure", code: "B4", label: "Tỷ lệ", unit: "%", value: "25", lastYear: "50" },
        ],
        notes: ["B1: Tăng do sáp nhập."],
      },
      { kind: "part", text: "III. TỰ ĐÁNH GIÁ" },
      {
        kind: "assessment",
        caption: "Bảng tự đánh giá theo tiêu chí",
        rows: [{ order: "1", criterion: "Ban hành kế hoạch.", level: "Hoàn thành tốt", grounds: "Kế hoạch số 12." }],
      },
    ]);
  });

  it("is a draft with open places until it is issued", () => {
    const draft = gatherPaper(source, { ...imprint, number: null, symbol: null, issuedOn: null }, null);
    expect(draft).toMatchObject({
      isDraft: true,
      numberLine: "Số: ……/BC-……",
      placeAndDay: "Hoàn Kiếm, ngày … tháng … năm 2026",
      verification: null,
      madeOn: "2026-11-05",
    });
  });

  it("has no last year to show when nothing was accepted then", () => {
    const [, , table] = gatherPaper({ ...source, lastYear: null }, imprint, issued).body;
    expect(table).toMatchObject({ rows: [{ lastYear: "chưa có" }, { lastYear: "chưa có" }, { lastYear: "chưa có" }] });
  });

  it("says only the signed sentence and the narratives when nothing occurred", () => {
    const document = readDocument({ statement: "Trong năm không phát sinh.", narratives: { N1: "Đã rà soát." } });
    expect(gatherPaper({ ...source, document }, imprint, issued).body).toEqual([
      { kind: "paragraph", text: "Trong năm không phát sinh." },
      { kind: "part", text: "I. TRIỂN KHAI" },
      { kind: "paragraph", text: "Đã rà soát." },
    ]);
  });

  it("puts what the template does not name at the end, so that nothing is lost", () => {
    const words = { ...source.words, outline: [{ heading: "Triển khai", parts: ["N1", "A", "N2", "N3", "N4"] }] };
    const parts = gatherPaper({ ...source, words }, imprint, issued).body.filter(({ kind }) => kind === "part");
    expect(parts).toEqual([
      { kind: "part", text: "I. TRIỂN KHAI" },
      { kind: "part", text: "II. NỘI DUNG KHÁC" },
    ]);
  });
});

describe("the paper of a consolidated report", () => {
  const at = new Date("2026-11-20T09:00:00+07:00");
  const part = (reportId: string, name: string, rest: Partial<Making["parts"][number]> = {}) => ({
    reportId,
    name,
    countedNumber: 1,
    late: false,
    firstSentAt: new Date("2026-11-01T09:00:00+07:00"),
    ...rest,
  });
  const figure = (reportId: string, indicatorId: string, number: string) => ({
    reportId,
    indicatorId,
    option: "",
    number,
    asked: 1,
  });
  const making: Making = {
    at,
    totals: { B1: { "": { number: "30", asked: 2, units: 2 } }, B2: { "": { number: "6", asked: 2, units: 2 } } },
    parts: [
      part("1", "Phường Ba Đình"),
      part("2", "Phường Hoàn Kiếm", { late: true }),
      part("3", "Xã Ba Vì", { countedNumber: null, late: null, firstSentAt: null }),
      part("4", "Xã Đa Phúc", { countedNumber: null, firstSentAt: new Date("2026-11-19T09:00:00+07:00") }),
      part("5", "Xã Sóc Sơn", { countedNumber: null, firstSentAt: new Date("2026-11-21T09:00:00+07:00") }),
    ],
    figures: [figure("1", "B1", "10"), figure("1", "B2", "5"), figure("2", "B1", "20"), figure("2", "B2", "1")],
  };
  const paper = gatherPaper(
    {
      ...source,
      kind: "consolidated",
      agency: { name: "Ủy ban nhân dân thành phố Hà Nội", shortName: "Thành phố Hà Nội", kind: "province" },
      unit: "province",
      recipients: [],
      document: readDocument({
        figures: { B1: 4 },
        adjustments: { B1: { by: "-2", reason: "Trùng hai mô hình" } },
        totals: { B1: { "": { number: "32", asked: 3, units: 3 } }, B2: { "": { number: "6", asked: 2, units: 2 } } },
      }),
      making,
      words: {
        ...source.words,
        outline: [{ heading: "Tình hình gửi", parts: ["missing"] }, ...source.words.outline],
        annexes: [{ title: "Mô hình theo đơn vị", indicators: ["B1", "B4"] }],
      },
    },
    imprint,
    issued,
  );

  it("is addressed to the Prime Minister when it has no recipient, and speaks of its area", () => {
    expect(paper.addressees).toEqual(["Thủ tướng Chính phủ"]);
    expect(paper.subject).toBe("Kết quả năm 2026 trên địa bàn thành phố Hà Nội");
  });

  it("names the units it misses as they stood when it was made, and those that were late", () => {
    expect(paper.body.slice(0, 5)).toEqual([
      { kind: "part", text: "I. TÌNH HÌNH GỬI" },
      { kind: "paragraph", text: "Số liệu được tổng hợp từ báo cáo đã tiếp nhận của 2/5 đơn vị; còn thiếu 3 đơn vị:" },
      { kind: "item", marker: "-", text: "Chưa gửi báo cáo khi tổng hợp (2): Xã Ba Vì; Xã Sóc Sơn." },
      { kind: "item", marker: "-", text: "Đã gửi nhưng chưa được tiếp nhận khi tổng hợp (1): Xã Đa Phúc." },
      { kind: "item", marker: "-", text: "Đã tính, gửi sau hạn (1): Phường Hoàn Kiếm." },
    ]);
  });

  it("prints totals, with the adjustment as a note", () => {
    const table = paper.body.find((block) => block.kind === "figures" && block.caption.startsWith("Bảng B"));
    expect(table).toMatchObject({
      rows: [
        { code: "B1", value: "32" },
        { kind: "group" },
        { code: "B2", value: "6" },
        { code: "B3", value: "–" },
        { code: "B4", value: "18,8 %" },
      ],
      notes: ["B1: đã điều chỉnh -2; lý do: Trùng hai mô hình."],
    });
  });

  it("has an annex whose rows and additions make up the total", () => {
    expect(paper.annexes).toEqual([
      {
        name: "PHỤ LỤC",
        title: "Mô hình theo đơn vị",
        attachedTo: "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân thành phố Hà Nội)",
        columns: [
          { code: "B1", label: "Số mô hình" },
          { code: "B4", label: "Tỷ lệ (%)" },
        ],
        rows: [
          { order: "1", unit: "Phường Ba Đình", cells: ["10", "50"], isTotal: false },
          { order: "2", unit: "Phường Hoàn Kiếm", cells: ["20", "5"], isTotal: false },
          { order: "3", unit: "Xã Ba Vì (*)", cells: ["–", "–"], isTotal: false },
          { order: "4", unit: "Xã Đa Phúc (*)", cells: ["–", "–"], isTotal: false },
          { order: "5", unit: "Xã Sóc Sơn (*)", cells: ["–", "–"], isTotal: false },
          { order: "", unit: "Số liệu và điều chỉnh của cấp tổng hợp", cells: ["2", ""], isTotal: false },
          { order: "", unit: "Tổng cộng", cells: ["32", "18,8"], isTotal: true },
        ],
        notes: ["(*) Đơn vị chưa có báo cáo được tiếp nhận khi tổng hợp."],
      },
    ]);
  });

  it("is of the whole country when a ministry makes it", () => {
    const nation = {
      ...source,
      kind: "consolidated" as const,
      agency: { name: "Bộ Công an", shortName: "Bộ Công an", kind: "ministry" as const },
      making,
    };
    expect(gatherPaper(nation, imprint, issued).subject).toBe("Kết quả năm 2026 trên phạm vi cả nước");
  });
});

describe("a figure", () => {
  const indicator = { id: "B1", label: "Số mô hình", unit: "mô hình", type: "count", aggregate: "sum" } as const;
  it.each([
    [{ figures: { B1: 1234567 } }, "1.234.567"],
    [{ figures: { B1: 0 } }, "0"],
    [{ blanks: { B1: { reason: "notApplicable" } } }, "Không áp dụng"],
    [{ blanks: { B1: { reason: "none" } } }, "Không phát sinh"],
    [{}, "–"],
  ])("of %j reads %s", (document, text) => {
    expect(figureText(indicator, readDocument(document))).toBe(text);
  });
});
