import type { ReportDocument } from "#lib/reports/document";
import type { EvidenceItem } from "#lib/reports/evidence/queries";
import { isDownloadable } from "#lib/reports/evidence/rules";
import type { Indicator } from "#lib/reports/form";
import { csvText } from "#lib/sheets/writing/csv";
import { defuse } from "#lib/sheets/writing/list";
import { annexes, type Making } from "./gather-units.ts";

type Attached = Pick<EvidenceItem, "name" | "targetKind" | "targetKey" | "state">;

/** Evidence under names that tell where it belongs; what may not be handed out yet is named in the index instead. */
export function evidenceIn<Item extends Attached>(items: Item[]) {
  const named = items.map((item, index) => ({ item, name: nameInDossier(item, index + 1) }));
  return {
    files: named.filter(({ item }) => isDownloadable(item.state)),
    left: named.filter(({ item }) => !isDownloadable(item.state)).map(({ name }) => name),
  };
}

const nameInDossier = ({ name, targetKind, targetKey }: Attached, order: number) =>
  `minh-chung/${String(order).padStart(2, "0")}-${targetKind === "report" ? "bao-cao" : targetKey}-${name}`;

export type DossierFile = { name: string; sha256: string; size: number };

/** The index of a dossier: what is in it, how large, and the hash by which each file can be compared. */
export const indexOf = (title: string, files: DossierFile[], left: string[]) =>
  [
    "\ufeffMỤC LỤC HỒ SƠ BÁO CÁO",
    title,
    "",
    ...files.flatMap(({ name, sha256, size }, index) => [
      `${index + 1}. ${name} (${size} byte)`,
      `   SHA-256: ${sha256}`,
    ]),
    ...left.map((name) => `Không kèm: ${name} (chưa quét xong hoặc có mã độc)`),
    "",
  ].join("\r\n");

/** Every unit with every figure that is counted, for a spreadsheet: UTF-8 with its mark, semicolons because the decimals have commas. */
export function unitsAsCsv({
  making,
  indicators,
  document,
}: {
  making: Making;
  indicators: Indicator[];
  document: ReportDocument;
}) {
  const [all] = annexes(making, [{ title: "", indicators }], document, "");
  const lines = [
    ["TT", "Đơn vị", ...(all?.columns ?? []).map(({ code, label }) => `${code}. ${label}`)],
    ...(all?.rows ?? []).map(({ order, unit, cells }) => [order, unit, ...cells]),
    ...(all?.notes ?? []).map((note) => [note]),
  ];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(";")).join("\r\n")}\r\n`;
}

/** A printed figure stays a number; other text is told apart from a formula as in every list that is handed out. */
export const csvCell = (text: string) => csvText(/^-?[\d.,]+$/.test(text) ? text : defuse(text));
