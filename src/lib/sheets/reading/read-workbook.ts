import { posix } from "node:path";
import type { ReadWorkbook } from "../workbook.ts";
import type { Archive } from "./archive.ts";
import { limits } from "./limits.ts";
import { readSharedStrings, readStyles } from "./read-shared.ts";
import { type Budget, readSheet } from "./read-sheet.ts";
import { recognise } from "./recognise.ts";
import { FileRefusal } from "./refusal.ts";
import { walkXml } from "./xml.ts";

/** Reads a .xlsx. Pure work on bytes, meant for a process of its own (program.ts). @throws FileRefusal */
export function readWorkbook(bytes: Buffer): ReadWorkbook {
  const archive = recognise(bytes);
  const place = readRelations(archive, "").find(({ type }) => type.endsWith("/officeDocument"))?.target;
  const workbook = place && archive.read(place);
  if (!workbook) throw new FileRefusal("broken");
  const { listed, names, since1904 } = readContents(workbook);
  if (listed.length > limits.sheets) throw new FileRefusal("tooMuch");
  const relations = readRelations(archive, place);
  const partOf = (type: string) => {
    const target = relations.find((relation) => relation.type.endsWith(type))?.target;
    return target ? archive.read(target) : null;
  };
  const budget: Budget = { cells: limits.cells, text: limits.text };
  const strings = readSharedStrings(partOf("/sharedStrings"), budget);
  const styles = readStyles(partOf("/styles"));
  const sheets = listed.flatMap(({ name, relation }) => {
    const target = relations.find(({ id, type }) => id === relation && type.endsWith("/worksheet"))?.target;
    const part = target && archive.read(target);
    return part ? [{ name, ...readSheet(part, { strings, styles, since1904, budget }) }] : [];
  });
  if (sheets.length === 0) throw new FileRefusal("broken");
  return { sheets, names };
}

function readContents(part: Buffer) {
  const listed: { name: string; relation: string }[] = [];
  const names: Record<string, string> = Object.create(null);
  let since1904 = false;
  let defining: string | null = null;
  walkXml(part, {
    open: (name, attributes) => {
      if (name === "sheet") listed.push({ name: (attributes.name ?? "").normalize("NFC"), relation: idOf(attributes) });
      if (name === "workbookPr") since1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name === "definedName") defining = attributes.name ?? null;
    },
    text: (text) => {
      if (defining !== null) names[defining] = (names[defining] ?? "") + text;
    },
    close: (name) => {
      if (name === "definedName") defining = null;
    },
  });
  return { listed, names, since1904 };
}

/** `r:id`, whatever the prefix is. */
const idOf = (attributes: Record<string, string>) =>
  Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";

type Relation = { id: string; type: string; target: string };

/** The relations of a part, with targets as names in the archive. “” = of the whole package. */
function readRelations(archive: Archive, part: string): Relation[] {
  const folder = posix.dirname(part);
  const file = archive.read(part ? posix.join(folder, "_rels", `${posix.basename(part)}.rels`) : "_rels/.rels");
  const relations: Relation[] = [];
  if (!file) return relations;
  walkXml(file, {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship") return;
      if (TargetMode === "External" && !Type.endsWith("/hyperlink")) throw new FileRefusal("externalLinks");
      relations.push({
        id: Id,
        type: Type,
        target: Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target),
      });
    },
  });
  return relations;
}
