import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PaperContent } from "../content.ts";
import { qrSvg } from "./qr.ts";

/**
 * Lays a paper out as tagged PDF/A-2a (ISO 19005-2), fonts inside. The same content gives the same bytes.
 * Runs in the program of rendering only: the compiler never gives all of its memory back.
 */
export function renderPdf(content: PaperContent): Buffer {
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts() }] });
  const compiled = compiler.compile({
    mainFileContent: readFileSync(join(import.meta.dirname, "paper.typ"), "utf8"),
    inputs: {
      content: JSON.stringify(content),
      qr: content.verification ? qrSvg(content.verification.address) : "",
    },
  });
  if (!compiled.result)
    throw new Error(`The layout does not compile: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: PDF_A_2A,
    creationTimestamp: Date.parse(content.madeOn) / 1000,
  });
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
