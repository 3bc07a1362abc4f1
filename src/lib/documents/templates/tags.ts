/** The placeholders a template of documents may hold. A loop names what stands inside it. */
export type Tag = { name: string; what: string; required?: boolean; kind: "text" | "loop" | "raw"; inside?: Tag[] };

const text = (name: string, what: string, required = false): Tag => ({ name, what, required, kind: "text" });
const line = [text("line", "một dòng", true)];
const words = [text("text", "nội dung", true)];

const common: Tag[] = [
  {
    name: "superior",
    what: "cơ quan chủ quản, nếu có",
    kind: "loop",
    inside: [text("superior", "tên cơ quan chủ quản", true)],
  },
  text("agency", "tên cơ quan ban hành", true),
  text("numberLine", "số, ký hiệu", true),
  text("placeAndDay", "địa danh, ngày tháng năm", true),
  text("typeName", "tên loại văn bản", true),
  text("subject", "trích yếu", true),
  text("draftMark", "chữ DỰ THẢO khi chưa phát hành", true),
  { name: "addressees", what: "kính gửi", required: true, kind: "loop", inside: line },
  { name: "opening", what: "đoạn mở đầu", required: true, kind: "loop", inside: words },
  {
    name: "body",
    what: "nội dung báo cáo",
    required: true,
    kind: "loop",
    inside: [
      { name: "part", what: "tên phần", required: true, kind: "loop", inside: words },
      { name: "heading", what: "tên mục", required: true, kind: "loop", inside: words },
      { name: "paragraph", what: "đoạn văn", required: true, kind: "loop", inside: words },
      {
        name: "item",
        what: "ý liệt kê",
        required: true,
        kind: "loop",
        inside: [text("marker", "dấu đầu dòng"), ...words],
      },
      { name: "table", what: "bảng số liệu", required: true, kind: "raw" },
    ],
  },
  text("closing", "câu kết", true),
  { name: "copies", what: "nơi nhận", required: true, kind: "loop", inside: line },
  { name: "signatureLines", what: "thẩm quyền, chức vụ người ký", required: true, kind: "loop", inside: line },
  text("signerName", "họ và tên người ký", true),
  { name: "verification", what: "mã QR và địa chỉ đối chiếu", required: true, kind: "raw" },
  text("title", "tên tệp trong thuộc tính"),
  text("author", "cơ quan trong thuộc tính"),
];

const annexes: Tag = { name: "annexes", what: "phụ lục theo đơn vị", required: true, kind: "raw" };

export const tagsOf = (isConsolidated: boolean): Tag[] => (isConsolidated ? [...common, annexes] : common);

/** A placeholder as it is written: {agency}, {#body}…{/body}, {@annexes}. */
export const written = ({ name, kind }: Pick<Tag, "name" | "kind">) =>
  kind === "loop" ? `{#${name}}…{/${name}}` : kind === "raw" ? `{@${name}}` : `{${name}}`;
