import type { AgencyKind, ReportKind } from "#generated/prisma/enums";
import type { Day } from "#lib/dates";
import type { ReportDocument } from "#lib/reports/document";
import { ASSESSMENT, type FormDefinition, indicatorsById, shownIndicators, type UnitKind } from "#lib/reports/form";
import { narrativeBlocks } from "#lib/reports/narrative-text";
import { type Block, LAYOUT, type PaperContent, type Verification } from "./content.ts";
import { figureTable } from "./gather-figures.ts";
import { annexes, type Making, missingBlocks, roman } from "./gather-units.ts";
import { capitals, longDay, numberLine, type Signature, signatureLines } from "./presentation.ts";
import { type DocumentWords, fillWords, MISSING } from "./words.ts";

/** A sent version with everything its paper is made of. */
export type PaperSource = {
  kind: ReportKind;
  year: number;
  agency: { name: string; shortName: string; kind: AgencyKind };
  recipients: string[];
  form: FormDefinition;
  unit: UnitKind;
  criteria: { id: string; order: number; text: string }[];
  levels: { id: string; label: string }[];
  document: ReportDocument;
  documentHash: string;
  /** Vietnamese day of sending */
  sentOn: Day;
  lastYear: ReportDocument | null;
  making: Making | null;
  words: DocumentWords;
};

/** What the agency's clerk fills in at issue. */
export type Imprint = {
  number: number | null;
  symbol: string | null;
  issuedOn: Day | null;
  place: string;
  superior: string | null;
  copies: string[];
  signature: Signature;
};

/** The content of the official document of a sent version: with `issued` the paper itself, without it a draft that says so. */
export function gatherPaper(source: PaperSource, imprint: Imprint, issued: { address: string } | null): PaperContent {
  const { words, agency, year } = source;
  const values = { year: String(year), agency: agency.name, unit: unitWords(source) };
  const fill = (sentence: string) =>
    fillWords(sentence, values)
      .replace(/\s+/g, " ")
      .replace(/ ([,.:;])/g, "$1")
      .trim();
  const day = imprint.issuedOn ? longDay(imprint.issuedOn) : `ngày … tháng … năm ${year}`;
  const subject = fill(words.subject);
  const numberText = numberLine(imprint.number, imprint.symbol);
  return {
    layout: LAYOUT,
    isDraft: issued === null,
    superior: imprint.superior ? capitals(imprint.superior) : null,
    agency: capitals(agency.name.replace(/\s*\(.*\)/, "")),
    numberLine: numberText,
    placeAndDay: `${imprint.place}, ${day}`,
    typeName: words.typeName,
    subject,
    addressees: source.recipients.length > 0 ? source.recipients : [words.addressee],
    opening: words.opening.map(fill),
    body: bodyOf(source),
    closing: fill(words.closing),
    copies: imprint.copies,
    signature: { lines: signatureLines(imprint.signature), name: imprint.signature.name },
    verification: issued && verificationOf(issued.address, source.documentHash),
    annexes: source.making
      ? annexes(
          source.making,
          annexesWanted(source),
          source.document,
          `(Kèm theo Báo cáo ${numberText.replace("Số: ", "số ")} ${day} của ${agency.name})`,
        )
      : [],
    title: `${words.typeName} ${subject}`,
    author: agency.name,
    madeOn: imprint.issuedOn ?? source.sentOn,
  };
}

const CODE_LENGTH = 16;

const verificationOf = (address: string, documentHash: string): Verification => ({
  address,
  code: (documentHash.slice(0, CODE_LENGTH).match(/.{4}/g) ?? []).join(" ").toUpperCase(),
});

/** Whose report a consolidated one is: of the province's area, or of the whole country. */
const unitWords = ({ kind, agency }: PaperSource) => {
  if (kind === "own") return "";
  if (agency.kind !== "province") return "trên phạm vi cả nước";
  return `trên địa bàn ${agency.shortName.charAt(0).toLocaleLowerCase("vi")}${agency.shortName.slice(1)}`;
};

const annexesWanted = ({ words, form }: PaperSource) => {
  const known = indicatorsById(form);
  return words.annexes.map(({ title, indicators }) => ({
    title,
    indicators: indicators.flatMap((id) => known.get(id) ?? []),
  }));
};

/**
 * The parts in the order of the template; what the form has and the template does not name follows at the end.
 * A report sent as “không phát sinh” says the sentence that was signed, and no empty tables.
 */
function bodyOf(source: PaperSource): Block[] {
  const { statement } = source.document;
  const parts = outlineOf(source)
    .map(({ heading, parts }) => ({ heading, blocks: numbered(parts.flatMap((id) => blocksOf(source, id, parts))) }))
    .filter(({ blocks }) => blocks.length > 0);
  return [
    ...(statement ? [{ kind: "paragraph" as const, text: statement }] : []),
    ...parts.flatMap(({ heading, blocks }, index): Block[] => [
      { kind: "part", text: `${roman[index]}. ${capitals(heading)}` },
      ...blocks,
    ]),
  ];
}

function outlineOf({ words, form }: PaperSource): DocumentWords["outline"] {
  const named = new Set(words.outline.flatMap(({ parts }) => parts));
  const left = [...form.narratives, ...form.sections].map(({ id }) => id).filter((id) => !named.has(id));
  return left.length > 0 ? [...words.outline, { heading: "Nội dung khác", parts: left }] : words.outline;
}

/** The headings of a part count from 1. */
function numbered(blocks: Block[]): Block[] {
  let number = 0;
  return blocks.map((block) => (block.kind === "heading" ? { ...block, text: `${++number}. ${block.text}` } : block));
}

/** The blocks of one thing a part names; none when there is nothing to say. */
function blocksOf(source: PaperSource, id: string, siblings: string[]): Block[] {
  const { form, document, unit, lastYear, year, making } = source;
  const isConsolidated = source.kind === "consolidated";
  if (id === MISSING) return making ? missingBlocks(making) : [];
  if (id === ASSESSMENT) return assessmentBlocks(source);
  const narrative = form.narratives.find((one) => one.id === id);
  if (narrative) {
    const isAlone = siblings.filter((sibling) => form.narratives.some((one) => one.id === sibling)).length === 1;
    return narrativeOf(narrative.title, document.narratives[id] ?? "", isAlone);
  }
  const section = form.sections.find((one) => one.id === id);
  const isEmpty = !section || shownIndicators(section, unit, isConsolidated).length === 0;
  if (isEmpty || document.statement) return [];
  return [figureTable({ section, unit, isConsolidated, document, lastYear, year })];
}

/** A narrative under its own title, unless it is the only one of its part, which has a heading. */
function narrativeOf(title: string, text: string, isAlone: boolean): Block[] {
  const blocks = narrativeBlocks(text).flatMap((block): Block[] =>
    block.kind === "paragraph" ? [block] : block.items.map((item) => ({ kind: "item", ...item })),
  );
  return blocks.length === 0 || isAlone ? blocks : [{ kind: "heading", text: title }, ...blocks];
}

function assessmentBlocks({ criteria, levels, document }: PaperSource): Block[] {
  if (criteria.length === 0 || document.statement) return [];
  const labels = new Map(levels.map(({ id, label }) => [id, label]));
  const rows = criteria.map(({ id, order, text }) => ({
    order: String(order),
    criterion: text,
    level: labels.get(document.assessments[id]?.level ?? "") ?? "–",
    grounds: document.assessments[id]?.grounds || "–",
  }));
  return [{ kind: "assessment", caption: "Bảng tự đánh giá theo tiêu chí", rows }];
}
