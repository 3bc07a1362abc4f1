import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  TextRun,
  VerticalAlign,
} from "docx";
import type { Certificate } from "../awards/content.ts";
import { mm, points } from "./measures.ts";

type Words = { size: number; bold?: boolean; italics?: boolean; color?: string };

const centred = (text: string, words: Words, before = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: points(before) },
    children: [new TextRun({ text, ...words, size: words.size * 2 })],
  });

const RED = "C00000";
const BORDER = { style: BorderStyle.THIN_THICK_MEDIUM_GAP, size: 24, color: RED, space: 12 };

/** The lower right third of the page, where place, day and signature stand; the seal goes over its left. */
const signing = (text: string, words: Words, before = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(135) },
    spacing: { before: points(before) },
    children: [new TextRun({ text, ...words, size: words.size * 2 })],
  });

/**
 * Certificates of merit, one to a page across, in the order of the decision. Agencies that print on sheets of their own leave the border away:
 * `isPlain`. What stands where follows the usual form; the decree on forms of certificates was not read, which the page of the decision says.
 */
export const renderCertificates = (certificates: Certificate[], { isPlain = false } = {}) =>
  Packer.toBuffer(
    new Document({
      title: "Bằng khen, giấy khen",
      styles: { default: { document: { run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } } } } },
      sections: certificates.map((one) => ({
        properties: {
          verticalAlign: VerticalAlign.TOP,
          page: {
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(22), bottom: mm(15), left: mm(25), right: mm(25) },
            ...(!isPlain && {
              borders: {
                pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
                pageBorderTop: BORDER,
                pageBorderBottom: BORDER,
                pageBorderLeft: BORDER,
                pageBorderRight: BORDER,
              },
            }),
          },
        },
        children: pageOf(one),
      })),
    }),
  );

const pageOf = ({
  decider,
  award,
  name,
  about,
  achievement,
  placeAndDay,
  signatureLines,
  signer,
  decision,
  isDraft,
}: Certificate) => [
  ...(isDraft ? [centred("DỰ THẢO", { size: 12, bold: true })] : []),
  centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 15, bold: true }),
  centred("Độc lập - Tự do - Hạnh phúc", { size: 15, bold: true }),
  centred(decider, { size: 18, bold: true }, 22),
  centred("TẶNG", { size: 16, bold: true }, 8),
  centred(award, { size: 34, bold: true, color: RED }, 2),
  centred(name, { size: 22, bold: true }, 12),
  ...(about ? [centred(about, { size: 15 }, 2)] : []),
  centred(achievement, { size: 15, italics: true }, 8),
  signing(placeAndDay, { size: 14, italics: true }, 18),
  ...signatureLines.map((line) => signing(line, { size: 14, bold: true })),
  signing(signer, { size: 14, bold: true }, 64),
  new Paragraph({ spacing: { before: 0 }, children: [new TextRun({ text: decision, size: 24 })] }),
];
