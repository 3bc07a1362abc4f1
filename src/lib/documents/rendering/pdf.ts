import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Brief } from "../briefs/content.ts";
import type { PaperContent } from "../content.ts";
import { qrSvg } from "./qr.ts";

/**
 * Lays a paper out as tagged PDF/A-2a (ISO 19005-2), fonts inside. The same content gives the same bytes.
 * Runs in the program of rendering only: the compiler never gives all of its memory back.
 */
export const renderPdf = (content: PaperContent): Buffer =>
  compile("paper.typ", Date.parse(content.madeOn), {
    content: JSON.stringify(content),
    qr: content.verification ? qrSvg(content.verification.address) : "",
  });

/** A page for leaders, likewise: always one sheet of A4, in smaller letters when there is much to say. */
export const renderBriefPdf = (brief: Brief): Buffer =>
  compile("brief.typ", Date.parse(brief.madeAt), { content: JSON.stringify(brief) });

function compile(layout: string, madeAt: number, inputs: Record<string, string>): Buffer {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts() }] });
  const compiled = compiler.compile({
    mainFileContent: readFileSync(join(import.meta.dirname, layout), "utf8"),
    inputs,
  });
  if (!compiled.result)
    throw new Error(`The layout does not compile: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: PDF_A_2A, creationTimestamp: Math.floor(madeAt / 1000) });
  compiler.evictCache(0);
  return pdf;
}

let compiler: NodeCompiler | undefined;

const PDF_A_2A = "a-2a" as never; // the package declares its names as a const enum, which a stripped program has not

/** Tinos has the metrics of Times New Roman and all Vietnamese letters (SIL OFL); no font of the system is used. */
function fonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));
  return ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((face) =>
    readFileSync(join(folder, face, `Tinos_${face}.ttf`)),
  );
}
