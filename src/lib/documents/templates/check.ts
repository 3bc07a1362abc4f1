import { inflateRawSync } from "node:zlib";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { OPTIONS } from "../rendering/word.ts";
import { type Tag, tagsOf, written } from "./tags.ts";

const MOST_FILES = 200;
const MOST_BYTES = 20_000_000;

/**
 * Everything that keeps a .docx from being a template, each in a sentence with the remedy; empty when it can be used.
 * Runs in the program of rendering: what somebody uploads is not opened in the server's own process.
 */
export function checkTemplate(file: Buffer, isConsolidated: boolean): string[] {
  const zip = openZip(file);
  if (!zip) return ["Tệp không phải là .docx. Hãy lưu mẫu bằng Word hoặc LibreOffice với kiểu .docx rồi tải lên lại."];
  const unsafe = [...sizeFaults(zip), ...fileFaults(zip)];
  if (unsafe.length > 0) return unsafe;
  return tagFaults(zip, isConsolidated);
}

function openZip(file: Buffer): PizZip | null {
  try {
    const zip = new PizZip(file);
    return zip.file("word/document.xml") && zip.file("[Content_Types].xml") ? zip : null;
  } catch {
    return null; // no .zip at all, or a broken one
  }
}

type Packed = { compressionMethod: string; getCompressedContent: () => Uint8Array };

/** Unpacks with a limit before anything else does: a small file can hold gigabytes. */
function sizeFaults(zip: PizZip): string[] {
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  if (entries.length > MOST_FILES)
    return [`Tệp có ${entries.length} thành phần bên trong, nhiều hơn mức ${MOST_FILES}. Hãy dùng mẫu đơn giản hơn.`];
  let left = MOST_BYTES;
  try {
    for (const entry of entries) {
      const packed = (entry as unknown as { _data: Packed })._data;
      const content = Buffer.from(packed.getCompressedContent());
      const isStored = packed.compressionMethod === "\0\0";
      left -= isStored ? content.length : inflateRawSync(content, { maxOutputLength: Math.max(1, left) }).length;
      if (left <= 0) throw new RangeError("too large");
    }
    return [];
  } catch {
    return [
      `Nội dung giải nén bị hỏng hoặc lớn hơn ${MOST_BYTES / 1_000_000} MB. Hãy lưu lại mẫu, bỏ bớt ảnh rồi tải lên lại.`,
    ];
  }
}

/** Macros, embedded objects, links to other places and document types: nothing of that belongs into an official document. */
function fileFaults(zip: PizZip): string[] {
  const names = Object.keys(zip.files);
  const xml = (name: string) => zip.file(name)?.asText() ?? "";
  const faults: string[] = [];
  if (names.some((name) => /vba|macro/i.test(name)) || /macroEnabled/i.test(xml("[Content_Types].xml")))
    faults.push("Mẫu có macro. Hãy lưu lại với kiểu .docx (không phải .docm).");
  for (const name of names.filter((one) => /(embeddings|activeX)\//.test(one)))
    faults.push(`Mẫu có đối tượng nhúng “${name}”. Hãy xóa đối tượng đó khỏi mẫu.`);
  for (const name of names.filter((one) => one.endsWith(".rels")))
    for (const [, target] of xml(name).matchAll(/<Relationship\b(?=[^>]*TargetMode="External")[^>]*Target="([^"]*)"/g))
      faults.push(`Mẫu có liên kết ra ngoài tới “${target}”. Hãy gỡ liên kết, ảnh liên kết hoặc mẫu gắn kèm này.`);
  for (const name of names.filter((one) => /\.(xml|rels)$/.test(one)))
    if (/<!DOCTYPE|<!ENTITY/i.test(xml(name)))
      faults.push(
        `Thành phần “${name}” có khai báo DOCTYPE, không được phép. Hãy lưu lại mẫu bằng Word hoặc LibreOffice.`,
      );
  return faults;
}

type Found = { [name: string]: Found };

function tagFaults(zip: PizZip, isConsolidated: boolean): string[] {
  try {
    const word = new Docxtemplater(zip, OPTIONS);
    const found = collect(word);
    return [
      ...lostSections(zip),
      ...unknown(found, tagsOf(isConsolidated), []),
      ...missing(found, tagsOf(isConsolidated)),
    ];
  } catch (error) {
    return syntaxFaults(error);
  }
}

/** A page layout stands in the last paragraph of its pages: one that is a placeholder would take the layout with it. */
const lostSections = (zip: PizZip): string[] =>
  [
    ...(zip.file("word/document.xml")?.asText() ?? "").matchAll(
      /<w:p[ >](?:(?!<\/w:p>).)*<w:sectPr(?:(?!<\/w:p>).)*<\/w:p>/gs,
    ),
  ]
    .filter(([paragraph]) => /[{}]/.test(paragraph.replace(/<[^>]*>/g, "")))
    .map(
      ([paragraph]) =>
        `Ngắt phần trang nằm cùng đoạn với “${paragraph.replace(/<[^>]*>/g, "")}”. Hãy thêm một đoạn trống sau chỗ điền đó rồi đặt ngắt phần trang ở đoạn trống.`,
    );

type Part = { type: string; value: string; module?: string; subparsed?: Part[] };

/** All placeholders of the document, its headers and its footers, by the loop they stand in. */
function collect(word: Docxtemplater): Found {
  const compiled = (word as unknown as { compiled: Record<string, { postparsed: Part[] }> }).compiled;
  const found: Found = {};
  for (const { postparsed } of Object.values(compiled)) gather(postparsed, found);
  return found;
}

function gather(parts: Part[], into: Found) {
  for (const { type, value, subparsed } of parts) {
    if (type !== "placeholder") continue;
    const inside = into[value] ?? {};
    into[value] = inside;
    if (subparsed) gather(subparsed, inside);
  }
}

function unknown(found: Found, known: Tag[], around: Tag[]): string[] {
  return Object.entries(found).flatMap(([name, inside]) => {
    const tag = [...known, ...around].find((one) => one.name === name);
    if (!tag)
      return [
        `Chỗ điền {${name}} không có trong hệ thống. Hãy sửa tên hoặc xóa; có thể dùng: ${known.map(written).join(", ")}.`,
      ];
    return tag.inside ? unknown(inside, tag.inside, known) : [];
  });
}

function missing(found: Found, known: Tag[]): string[] {
  return known.flatMap((tag) => {
    const inside = found[tag.name];
    if (!inside)
      return tag.required ? [`Thiếu chỗ điền bắt buộc ${written(tag)} (${tag.what}). Hãy thêm vào mẫu.`] : [];
    return tag.inside ? missing(inside, tag.inside) : [];
  });
}

type TemplateError = {
  properties?: { id?: string; xtag?: string; explanation?: string; errors?: TemplateError[] };
  message?: string;
};

const syntaxWords: Record<string, string> = {
  unclosed_tag: "chỗ điền chưa đóng ngoặc }",
  unopened_tag: "có dấu } mà không có dấu { mở",
  unclosed_loop: "vòng lặp chưa đóng",
  unopened_loop: "có dấu đóng vòng lặp mà không có dấu mở",
  closing_tag_does_not_match_opening_tag: "dấu đóng vòng lặp không khớp dấu mở",
  duplicate_open_tag: "thừa dấu { mở",
  duplicate_close_tag: "thừa dấu } đóng",
  raw_xml_tag_should_be_only_text_in_paragraph: "chỗ điền {@…} phải đứng một mình trong đoạn",
  raw_tag_outerxml_invalid: "chỗ điền {@…} đứng sai chỗ",
};

function syntaxFaults(error: unknown): string[] {
  const { properties, message } = error as TemplateError;
  const errors = properties?.errors ?? (properties ? [error as TemplateError] : []);
  if (errors.length === 0) return [`Không đọc được mẫu (${message}). Hãy lưu lại mẫu bằng Word hoặc LibreOffice.`];
  return errors.map(({ properties: one }) => {
    const words = syntaxWords[one?.id ?? ""] ?? one?.explanation ?? "lỗi cú pháp của mẫu";
    return `Tại “${one?.xtag ?? ""}”: ${words}. Hãy sửa trong mẫu.`;
  });
}
