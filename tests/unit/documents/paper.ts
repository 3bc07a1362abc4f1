import { readFileSync } from "node:fs";
import type { Imprint, PaperSource } from "#lib/documents/gather";
import { readDocument } from "#lib/reports/document";
import type { FormDefinition } from "#lib/reports/form";

/** A small form with one of everything a document prints. */
const form: FormDefinition = {
  id: "thu",
  version: 1,
  title: "Mẫu thử",
  sections: [
    {
      id: "A",
      title: "Triển khai",
      contents: [1],
      indicators: [
        { id: "A1", label: "Đã ban hành kế hoạch", unit: "", type: "boolean", aggregate: "countTrue" },
        { id: "A2", label: "Kinh phí", unit: "triệu đồng", type: "decimal", aggregate: "sum" },
        { id: "A3", label: "Ngày ban hành", unit: "", type: "date", aggregate: "none" },
      ],
    },
    {
      id: "B",
      title: "Mô hình",
      contents: [3],
      indicators: [
        { id: "B1", label: "Số mô hình", unit: "mô hình", type: "count", aggregate: "sum" },
        {
          id: "B2",
          label: "Mô hình “Camera an ninh”",
          unit: "mô hình",
          type: "count",
          aggregate: "sum",
          group: "Theo loại",
        },
        { id: "B3", label: "Mô hình khác", unit: "mô hình", type: "count", aggregate: "sum", group: "Theo loại" },
        {
          id: "B4",
          label: "Tỷ lệ",
          unit: "%",
          type: "ratio",
          aggregate: "ratio",
          computed: true,
          numerator: "B2",
          denominator: "B1",
        },
      ],
    },
  ],
  narratives: [
    { id: "N1", title: "Triển khai", required: true, maxChars: 5000 },
    { id: "N2", title: "Kết quả thứ nhất", required: true, maxChars: 5000 },
    { id: "N3", title: "Kết quả thứ hai", required: true, maxChars: 5000 },
    { id: "N4", title: "Kiến nghị", required: false, maxChars: 5000 },
  ],
};

export const source: PaperSource = {
  kind: "own",
  year: 2026,
  agency: { name: "Ủy ban nhân dân phường Hoàn Kiếm", shortName: "Phường Hoàn Kiếm", kind: "commune" },
  recipients: ["Công an thành phố Hà Nội", "Sở Nội vụ thành phố Hà Nội"],
  form,
  unit: "commune",
  criteria: [{ id: "tc-1", order: 1, text: "Ban hành kế hoạch." }],
  levels: [{ id: "tot", label: "Hoàn thành tốt" }],
  document: readDocument({
    figures: { A1: true, A2: "1250.5", B1: 40, B2: 10 },
    narratives: { N1: "Đã triển khai.", N2: "Gồm:\n- Một\n- Hai", N3: "Đạt & vượt <kế hoạch>." },
    assessments: { "tc-1": { level: "tot", grounds: "Kế hoạch số 12." } },
    blanks: { A3: { reason: "pending", expectedOn: "2026-11-30" }, B3: { reason: "none" } },
    explanations: { B1: "Tăng do sáp nhập" },
  }),
  documentHash: "0123456789abcdef".repeat(4),
  sentOn: "2026-11-05",
  lastYear: readDocument({ figures: { A1: false, B1: 30, B2: 15 } }),
  making: null,
  words: {
    typeName: "BÁO CÁO",
    subject: "Kết quả năm {year} {unit}",
    opening: ["{agency} báo cáo năm {year} {unit} như sau:"],
    closing: "Trên đây là báo cáo của {agency}./.",
    addressee: "Thủ tướng Chính phủ",
    outline: [
      { heading: "Triển khai", parts: ["N1", "A"] },
      { heading: "Kết quả", parts: ["N2", "N3", "B"] },
      { heading: "Tự đánh giá", parts: ["assessment"] },
      { heading: "Kiến nghị", parts: ["N4"] },
    ],
    annexes: [],
    copies: ["Như trên", "Lưu: VT"],
  },
};

export const imprint: Imprint = {
  number: 5,
  symbol: "BC-UBND",
  issuedOn: "2026-02-05",
  place: "Hoàn Kiếm",
  superior: null,
  copies: ["Như trên", "Lưu: VT"],
  signature: {
    forWhom: "Ủy ban nhân dân",
    capacity: "KT",
    superiorPosition: "Chủ tịch",
    position: "Phó Chủ tịch",
    name: "Đặng Thị Ước",
  },
};

export const issued = { address: "https://thidua.example.gov.vn/verify/AbCdEfGhIjKlMnOpQrStUvWx" };

export const templateOf = (kind: "own" | "consolidated") => readFileSync(`prisma/reference/document-${kind}.docx`);

/** The words of a text in a .docx part, tags left out. */
export const wordsOf = (xml: string) => xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
