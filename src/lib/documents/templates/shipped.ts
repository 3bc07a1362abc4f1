import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ReportKind } from "#generated/prisma/enums";
import { mm, points } from "../rendering/measures.ts";

/**
 * The layout that comes with the system, as a .docx with placeholders: `npm run documents:templates` writes it to prisma/reference.
 * Source of sizes and places: Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20–25 / 30–35 / 15–20 mm; mục II for each element.
 */

const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) };
const A4 = { width: mm(210), height: mm(297) };
const LEFT_COLUMN = mm(60);
const RIGHT_COLUMN = mm(100);
const NOTHING = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 };

type Words = { size?: number; bold?: boolean; italics?: boolean };

const line = (text: string, { size = 14, ...words }: Words = {}, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [new TextRun({ text, size: size * 2, ...words })] });

const centred = (text: string, words: Words = {}, options: IParagraphOptions = {}) =>
  line(text, words, { alignment: AlignmentType.CENTER, ...options });

/** A tag that stands alone in its paragraph: the paragraph goes with it. */
const tag = (name: string) => line(`{${name}}`);

/** A rule as wide as the column less an indent at both sides. */
const rule = (indent: number) =>
  new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: points(1), after: points(2), line: points(3), lineRule: "exact" },
    border: { top: RULE },
    children: [],
  });

const body: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: mm(12.7) },
  spacing: { before: points(6), line: 264 },
};

const cell = (width: number, children: Paragraph[]) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { top: NOTHING, bottom: NOTHING, left: NOTHING, right: NOTHING },
    children,
  });

const twoColumns = (...rows: [Paragraph[], Paragraph[]][]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LEFT_COLUMN + RIGHT_COLUMN, type: WidthType.DXA },
    columnWidths: [LEFT_COLUMN, RIGHT_COLUMN],
    borders: {
      top: NOTHING,
      bottom: NOTHING,
      left: NOTHING,
      right: NOTHING,
      insideHorizontal: NOTHING,
      insideVertical: NOTHING,
    },
    rows: rows.map(
      ([left, right]) =>
        new TableRow({ cantSplit: true, children: [cell(LEFT_COLUMN, left), cell(RIGHT_COLUMN, right)] }),
    ),
  });

const heading = [
  twoColumns(
    [
      [
        tag("#superior"),
        centred("{superior}", { size: 13 }),
        tag("/superior"),
        centred("{agency}", { size: 13, bold: true }),
        rule(mm(19)),
      ],
      [
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 13, bold: true }),
        centred("Độc lập - Tự do - Hạnh phúc", { size: 14, bold: true }),
        rule(mm(17.5)),
      ],
    ],
    [
      [centred("{numberLine}", { size: 13 }, { spacing: { before: points(4) } })],
      [centred("{placeAndDay}", { size: 14, italics: true }, { spacing: { before: points(4) } })],
    ],
  ),
  centred("{typeName}", { bold: true }, { spacing: { before: points(18) } }),
  centred("{subject}", { bold: true }),
  rule(mm(50)),
  tag("#addressees"),
  line("{line}", {}, { indent: { left: mm(40) }, spacing: { before: points(6) } }),
  tag("/addressees"),
];

const opening = [
  tag("#opening"),
  line("{text}", {}, { ...body, spacing: { before: points(12), line: 264 } }),
  tag("/opening"),
];

const blocks = [
  tag("#body"),
  tag("#part"),
  line("{text}", { bold: true }, { ...body, keepNext: true, spacing: { before: points(12), line: 264 } }),
  tag("/part"),
  tag("#heading"),
  line("{text}", { bold: true }, { ...body, keepNext: true }),
  tag("/heading"),
  tag("#paragraph"),
  line("{text}", {}, body),
  tag("/paragraph"),
  tag("#item"),
  line("{marker} {text}", {}, body),
  tag("/item"),
  tag("@table"),
  tag("/body"),
  line("{closing}", {}, { ...body, keepNext: true }), // a signature never stands alone on its page
];

const signature = [
  line("", { size: 6 }, { keepNext: true }),
  twoColumns([
    [
      line("Nơi nhận:", { size: 12, bold: true, italics: true }),
      tag("#copies"),
      line("- {line}", { size: 11 }),
      tag("/copies"),
      tag("@verification"),
      line("", { size: 2 }),
    ],
    [
      tag("#signatureLines"),
      centred("{line}", { bold: true }, { keepNext: true }),
      tag("/signatureLines"),
      ...[1, 2, 3, 4].map(() => centred("", {}, { keepNext: true })),
      centred("{signerName}", { bold: true }),
    ],
  ]),
  line("", { size: 2 }), // the page's own properties stand in the last paragraph, and a tag takes its paragraph with it
];

const draftMark = line("{draftMark}", { size: 14, bold: true }, { alignment: AlignmentType.RIGHT });
const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: [PageNumber.CURRENT], size: 28 })],
});

const headers = {
  first: new Header({ children: [draftMark] }),
  default: new Header({ children: [pageNumber, draftMark] }),
};
const across = { default: new Header({ children: [pageNumber, draftMark] }) };

const page = (orientation: "portrait" | "landscape"): ISectionPropertiesOptions => ({
  titlePage: orientation === "portrait",
  page: {
    size: { ...A4, orientation: orientation === "portrait" ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
    margin: { ...MARGIN, header: mm(10), footer: mm(10) },
  },
});

/** The template of a kind: a consolidated report has its annexes on pages of their own across. */
export const shippedTemplate = (kind: ReportKind) =>
  new Document({
    title: "{title}",
    creator: "{author}",
    styles: {
      default: { document: { run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } } } },
    },
    sections: [
      { properties: page("portrait"), headers, children: [...heading, ...opening, ...blocks, ...signature] },
      ...(kind === "consolidated"
        ? [{ properties: page("landscape"), headers: across, children: [tag("@annexes")] }]
        : []),
    ],
  });
