import {
  AlignmentType,
  BorderStyle,
  Document,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Brief, BriefBlock, BriefTable } from "../briefs/content.ts";
import { mm, points } from "./measures.ts";

const MARGIN = { top: mm(14), bottom: mm(10), left: mm(18), right: mm(14), header: 0, footer: 0 };
const WIDTH = mm(178);
const GUTTER = mm(3);
const SIZE = 10;

const NOTHING = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NOTHING, bottom: NOTHING, left: NOTHING, right: NOTHING };
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: "999999" };
const RULE = { style: BorderStyle.SINGLE, size: 8, color: "000000", space: 1 };

type Words = { size?: number; bold?: boolean; italics?: boolean };

const line = (text: string, { size = SIZE, ...words }: Words = {}, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, children: [new TextRun({ text, size: size * 2, ...words })] });

/** A page for leaders as a file to go on writing in: the same words as the PDF, on one sheet of A4. */
export const renderBriefDocx = (brief: Brief): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: `${brief.title}, ${brief.scope}`,
      creator: brief.author,
      styles: {
        default: { document: { run: { font: "Times New Roman", size: SIZE * 2, language: { value: "vi-VN" } } } },
      },
      sections: [
        {
          properties: { page: { size: { width: mm(210), height: mm(297) }, margin: MARGIN } },
          children: [
            ...heading(brief),
            ...brief.bands.flatMap((band) => bandOf(band)),
            line(brief.foot, { size: 9, italics: true }, { spacing: { before: points(6) }, border: { top: RULE } }),
          ],
        },
      ],
    }),
  );

const heading = ({ title, scope, asOf, finding, author }: Brief) => [
  line(author, { bold: true }),
  line(asOf),
  line(
    `${title} – ${scope}`.toLocaleUpperCase("vi"),
    { size: 16, bold: true },
    { alignment: AlignmentType.CENTER, spacing: { before: points(4), after: points(3) } },
  ),
  line(finding, { size: 12, bold: true }, { alignment: AlignmentType.CENTER }),
];

/** Two blocks stand side by side in a table without borders; Word wants a paragraph after a table in a cell. */
function bandOf(blocks: BriefBlock[]): (Paragraph | Table)[] {
  const [only, beside] = blocks;
  if (!beside) return only ? blockOf(only, WIDTH) : [];
  const half = WIDTH / 2;
  const cells = blocks.map(
    (block, index) =>
      new TableCell({
        width: { size: half, type: WidthType.DXA },
        borders: NO_BORDERS,
        margins: { left: index === 0 ? 0 : GUTTER, right: index === 0 ? GUTTER : 0, top: 0, bottom: 0 },
        children: [...blockOf(block, half - GUTTER), SMALL_END],
      }),
  );
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: [half, half],
      borders: { ...NO_BORDERS, insideHorizontal: NOTHING, insideVertical: NOTHING },
      rows: [new TableRow({ children: cells })],
    }),
  ];
}

const SMALL_END = new Paragraph({ spacing: { line: points(2), lineRule: "exact" }, children: [] });

function blockOf(block: BriefBlock, width: number): (Paragraph | Table)[] {
  const title = line(block.title, { bold: true }, { keepNext: true, spacing: { before: points(5), after: points(1) } });
  if (block.kind === "lines")
    return [title, ...block.lines.map((text) => line(`– ${text}`, {}, { indent: { left: mm(3), hanging: mm(3) } }))];
  if (block.rows.length === 0) return [title, line(block.empty, { italics: true })];
  return [title, tableOf(block, width), ...(block.rest ? [line(block.rest, { italics: true })] : [])];
}

function tableOf({ columns, rows }: BriefTable, width: number) {
  const shares = columns.reduce((total, column) => total + column.width, 0);
  const columnWidths = columns.map((column) => Math.floor((width * column.width) / shares));
  const rowOf = (texts: string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
            margins: { left: mm(0.7), right: mm(0.7), top: points(1), bottom: points(1) },
            borders: { ...NO_BORDERS, bottom: HAIRLINE, ...(isHead && { top: { ...RULE, space: 0 } }) },
            children: [
              line(
                text,
                { bold: isHead },
                { alignment: columns[index]?.isText ? AlignmentType.LEFT : AlignmentType.RIGHT },
              ),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    rows: [
      rowOf(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((row) =>
        rowOf(
          row.map(({ text }) => text),
          false,
        ),
      ),
    ],
  });
}
