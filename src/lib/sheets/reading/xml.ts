import { SaxParser } from "@cj-tech-master/excelts/xml";
import { FileRefusal } from "./refusal.ts";

type Listener = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Goes through an XML part of a workbook, naming elements without their prefix.
 * A DOCTYPE is refused: office programs write none, and it is how entities multiply.
 */
export function walkXml(part: Buffer, listener: Listener) {
  if (part[0] === 0xff || part[0] === 0xfe) throw new FileRefusal("forbiddenXml"); // UTF-16 would hide a DOCTYPE
  if (part.includes("<!DOCTYPE") || part.includes("<!ENTITY")) throw new FileRefusal("forbiddenXml");
  const parser = new SaxParser({
    position: false,
    maxDepth: 64,
    maxEntityExpansions: 200_000,
    invalidCharHandling: "replace",
  });
  parser.on("error", () => {
    throw new FileRefusal("broken");
  });
  if (listener.open) {
    const { open } = listener;
    parser.on("opentag", ({ name, attributes }) => open(local(name), attributes));
  }
  if (listener.text) {
    parser.on("text", listener.text);
    parser.on("cdata", listener.text);
  }
  if (listener.close) {
    const { close } = listener;
    parser.on("closetag", ({ name }) => close(local(name)));
  }
  parser.write(part.toString("utf8")).close();
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);
