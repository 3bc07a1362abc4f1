/** What a piece of HTML is made of, in order; comments, declarations and Word's conditions are left out. */
export type Token =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string };

// No part looks past the next “<” (but comments): a broken document takes no longer than a right one.
const PIECE =
  /<!--[\s\S]*?-->|<!\[[^\]<]*\]>|<[!?][^<>]*>|<(\/?)([a-z][\w:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|[^<]+|</gi;
const EMPTY = new Set(["br", "hr", "img", "input", "link", "meta", "col", "wbr", "area", "base", "source"]);

/** Reads HTML of the clipboard, wrong HTML too. An element that has no content opens and closes at once. */
export function* tokensOf(html: string): Generator<Token> {
  for (const [piece, slash, name, attributes = ""] of html.matchAll(PIECE)) {
    if (name === undefined) {
      if (piece === "<" || !piece.startsWith("<")) yield { kind: "text", text: decode(piece) };
      continue;
    }
    const lower = name.toLowerCase();
    if (slash) yield { kind: "close", name: lower };
    else {
      yield { kind: "open", name: lower, attributes };
      if (EMPTY.has(lower) || attributes.endsWith("/")) yield { kind: "close", name: lower };
    }
  }
}

/** U+00A0 to U+00FF, in order: what LibreOffice writes for letters such as “à” and “ô”. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const ENTITIES: Record<string, string> = {
  ...Object.fromEntries(LATIN.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)])),
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", ndash: "–", mdash: "—", bull: "•", hellip: "…" },
  ...{ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", ensp: " ", emsp: " ", thinsp: " ", zwnj: "", zwj: "" },
  ...{ Scaron: "Š", scaron: "š", Yuml: "Ÿ", fnof: "ƒ", trade: "™", euro: "€", minus: "−", le: "≤", ge: "≥", ne: "≠" },
};

const decode = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi, (written, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? written;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (code >= 0x80 && code < 0xa0) return new TextDecoder("windows-1252").decode(Uint8Array.of(code));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
  });
