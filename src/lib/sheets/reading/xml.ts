import { StringDecoder } from "node:string_decoder";
import { SaxParser } from "@cj-tech-master/excelts/xml";
import { limits } from "./limits.ts";
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
  refuseEndlessTags(part);
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
  const decoder = new StringDecoder("utf8");
  for (let at = 0; at < part.length; at += CHUNK) parser.write(decoder.write(part.subarray(at, at + CHUNK)));
  parser.write(decoder.end()).close();
}

/** Bytes that are text at once: a part is never a string as a whole. */
const CHUNK = 256 * 1024;

/** An element with a million attributes is a memory of its own. */
function refuseEndlessTags(part: Buffer) {
  for (let from = 0; from < part.length; ) {
    const end = part.indexOf(">", from);
    if ((end < 0 ? part.length : end) - from > limits.tagBytes) throw new FileRefusal("tooMuch");
    if (end < 0) return;
    from = end + 1;
  }
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);
