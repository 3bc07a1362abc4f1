import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { PaperContent } from "#lib/documents/content";
import { gatherPaper } from "#lib/documents/gather";
import { renderWord } from "#lib/documents/rendering/word";
import { imprint, issued, source, templateOf } from "./paper.ts";

/**
 * The order in which WordprocessingML wants the children of what we write: ISO/IEC 29500-1 (ECMA-376 Part 1), wml.xsd.
 * Word refuses files that LibreOffice opens, and an order is what hand-made XML gets wrong first.
 */
const sequences: Record<string, string[]> = {
  "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"],
  "w:tr": ["w:trPr", "w:tc"],
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr"
      .split(" ")
      .map((name) => `w:${name}`),
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
      .split(" ")
      .map((name) => `w:${name}`),
  "w:tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    .split(" ")
    .map((name) => `w:${name}`),
  "w:tblBorders": "top left bottom right insideH insideV".split(" ").map((name) => `w:${name}`),
  "w:tblCellMar": "top left bottom right".split(" ").map((name) => `w:${name}`),
  "w:sectPr":
    "headerReference footerReference type pgSz pgMar pgBorders lnNumType pgNumType cols vAlign titlePg docGrid"
      .split(" ")
      .map((name) => `w:${name}`),
  "wp:inline": ["wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"],
  "pic:pic": ["pic:nvPicPr", "pic:blipFill", "pic:spPr"],
};

type Element = { name: string; attributes: string; children: Element[] };

/** The elements of an XML text; throws when it is not well-formed. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: "", children: [] };
  const open = [root];
  for (const [, closing, name = "", attributes = "", empty] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

function faultsIn(element: Element, path = ""): string[] {
  const here = `${path}/${element.name}`;
  const names = element.children.map(({ name }) => name);
  const order = sequences[element.name];
  const places = order ? names.map((name) => order.indexOf(name)) : [];
  return [
    ...places.flatMap((place, index) => (place < 0 ? [`${here}: ${names[index]} has no place`] : [])),
    ...places.flatMap((place, index) =>
      index > 0 && place < (places[index - 1] ?? 0) ? [`${here}: ${names[index]} comes too late`] : [],
    ),
    ...(element.name === "w:tc" && names.at(-1) !== "w:p" ? [`${here}: ends without a paragraph`] : []),
    ...(element.name === "w:tbl" ? gridFaults(element, here) : []),
    ...(element.name === "w:body" && names.at(-1) !== "w:sectPr" ? [`${here}: ends without its page`] : []),
    ...element.children.flatMap((child) => faultsIn(child, here)),
  ];
}

/** Every row has as many columns as the grid. */
function gridFaults({ children }: Element, here: string): string[] {
  const columns = children.find(({ name }) => name === "w:tblGrid")?.children.length;
  const spanOf = ({ children: [properties] }: Element) =>
    Number(
      /w:val="(\d+)"/.exec(properties?.children.find(({ name }) => name === "w:gridSpan")?.attributes ?? "")?.[1] ?? 1,
    );
  return children
    .filter(({ name }) => name === "w:tr")
    .map(({ children: cells }) =>
      cells.filter(({ name }) => name === "w:tc").reduce((sum, cell) => sum + spanOf(cell), 0),
    )
    .flatMap((width) => (width === columns ? [] : [`${here}: a row of ${width} in a grid of ${columns}`]));
}

const annex = {
  name: "PHỤ LỤC",
  title: "Theo đơn vị",
  attachedTo: "(Kèm theo)",
  columns: [{ code: "B1", label: "Số mô hình" }],
  rows: [{ order: "1", unit: "Phường & xã", cells: ["1"], isTotal: true }],
  notes: ["(*) Chưa có."],
};
const paper = gatherPaper(source, imprint, issued);

const cases: ["own" | "consolidated", PaperContent][] = [
  ["own", paper],
  ["consolidated", { ...paper, annexes: [annex, annex] }],
  ["own", gatherPaper(source, imprint, null)],
];

describe.each(cases)("the .docx of a report (%s)", (kind, content) => {
  const zip = new PizZip(renderWord(templateOf(kind), content));

  it("is well-formed, with every element in the order of its schema", () => {
    for (const name of Object.keys(zip.files).filter((one) => /\.(xml|rels)$/.test(one)))
      expect([name, faultsIn(parse(zip.file(name)?.asText() ?? ""))]).toEqual([name, []]);
  });

  it("declares the type of every part and names no part it has not", () => {
    const types = zip.file("[Content_Types].xml")?.asText() ?? "";
    for (const name of Object.keys(zip.files).filter((one) => one !== "[Content_Types].xml")) {
      const extension = name.split(".").at(-1);
      expect([name, types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`)]).toEqual([
        name,
        true,
      ]);
    }
    const relations = zip.file("word/_rels/document.xml.rels")?.asText() ?? "";
    for (const [, target = ""] of relations.matchAll(/Target="([^"]+)"/g))
      expect([target, zip.file(`word/${target}`) !== null]).toEqual([target, true]);
    const known = [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
    for (const [, id] of (zip.file("word/document.xml")?.asText() ?? "").matchAll(/r:(?:embed|id)="([^"]+)"/g))
      expect(known).toContain(id);
  });
});
