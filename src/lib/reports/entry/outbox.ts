import type { ReportDocument } from "../document.ts";
import type { FormDefinition } from "../form.ts";
import { fieldOf, isCopyMark, readField, same, sectionOfField, splitField, writeFields } from "./fields.ts";

/** What has been typed and the server has not yet acknowledged, by field. Pure: it is kept in IndexedDB and in memory alike. */
export type Outbox = Record<string, Change>;

export type Change = {
  field: string;
  /** null clears the field */
  value: unknown;
  /** what the server said when the writer began: what differs from it later was written by somebody else */
  base: unknown;
  /** the cell has not been left: kept, not sent */
  typing?: boolean;
  /** written over a change that may be on its way: the server may soon have that one */
  over?: boolean;
  /** why it is not sent as it stands */
  problem?: string;
  /** what was typed when it cannot be read as a value at all */
  text?: string;
  /** what a colleague wrote meanwhile: the writer chooses */
  theirs?: { value: unknown };
};

/** Keeps a change, over the server's document as last known. Going back to what the server has leaves nothing to send. */
export function note(
  outbox: Outbox,
  known: ReportDocument,
  change: Pick<Change, "field" | "value"> & Partial<Pick<Change, "typing" | "problem" | "text">>,
): Outbox {
  const { field, value } = change;
  const [, id] = splitField(field);
  const rival = rivalOf(field);
  const begun = outbox[field] ?? (rival ? outbox[rival] : undefined);
  const base = begun ? begun.base : readField(known, field);
  const displaced = [...(rival && value !== null ? [rival] : []), ...(rival ? [fieldOf("copied", id)] : [])];
  const rest = without(outbox, [field, ...displaced]);
  const over = begun !== undefined && (begun.over === true || isReady(begun));
  if (change.problem === undefined && !over && isTheSame(value, base)) return rest;
  if (begun?.theirs && same(value, begun.theirs.value)) return rest;
  return {
    ...rest,
    [field]: { ...change, base, ...(over && { over }), ...(begun?.theirs && { theirs: begun.theirs }) },
  };
}

/** To the letter: a space typed last counts until the writer goes on, though the server will not keep it. */
const isTheSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A figure and its reason for being blank are never both to be sent. */
function rivalOf(field: string): string | null {
  const [part, id] = splitField(field);
  if (part === "figures") return fieldOf("blanks", id);
  return part === "blanks" ? fieldOf("figures", id) : null;
}

const without = (outbox: Outbox, fields: string[]): Outbox =>
  Object.fromEntries(Object.entries(outbox).filter(([field]) => !fields.includes(field)));

const isReady = ({ typing, problem, theirs }: Change) => !typing && problem === undefined && theirs === undefined;

/** The changes that can go up now. */
export const readyOf = (outbox: Outbox): Change[] => Object.values(outbox).filter(isReady);

/** Changes nobody is typing any more: the page that held them is gone. */
export const left = (outbox: Outbox): Outbox =>
  Object.fromEntries(Object.entries(outbox).map(([field, change]) => [field, { ...change, typing: false }]));

/** One request for many cells, with the versions of the sections they stand in. */
export function bodyOf(changes: Change[], form: FormDefinition, versions: Record<string, number>) {
  const body: Record<string, Record<string, unknown>> = {};
  const sections: Record<string, number> = {};
  for (const { field, value } of changes) {
    const [part, id] = splitField(field);
    const section = sectionOfField(form, field);
    body[part] = { ...body[part], [id]: value };
    sections[section] = versions[section] ?? 0;
  }
  return { ...body, sections };
}

/** The server has these. What was typed since stays, now over what was sent. */
export function acknowledge(outbox: Outbox, sent: Change[]): Outbox {
  let rest = outbox;
  for (const { field, value } of sent) {
    const now = rest[field];
    if (now && isTheSame(now.value, value) && !now.problem) rest = without(rest, [field]);
    else if (now) rest = { ...rest, [field]: { ...now, base: value, over: false } };
  }
  return rest;
}

/** The server does not take these as they stand: each waits, with its sentence, for its writer. A problem may be of a part of a field. */
export const refuse = (outbox: Outbox, problems: { field: string; message: string }[]): Outbox =>
  Object.fromEntries(
    Object.entries(outbox).map(([field, change]) => {
      const problem = problems.find((each) => each.field === field || each.field.startsWith(`${field}.`));
      return [field, problem ? { ...change, problem: problem.message } : change];
    }),
  );

/**
 * The same changes over a newer document of the server. Cells that only the writer touched go on without a word,
 * what has arrived already is done, and a cell that somebody else wrote meanwhile waits for a choice.
 */
export function rebase(outbox: Outbox, document: ReportDocument): Outbox {
  const rebased = Object.values(outbox).flatMap((change): Change[] => {
    const now = readField(document, change.field);
    const { theirs: _, ...rest } = change;
    if (change.problem) return [{ ...change, base: now }];
    if (same(now, change.value) && !change.typing) return [];
    if (same(now, change.base)) return [rest];
    if (isCopyMark(change.field)) return [{ ...rest, base: now }];
    return [{ ...change, theirs: { value: now } }];
  });
  return Object.fromEntries(rebased.map((change) => [change.field, change]));
}

/** The writer's choice between two values of one cell. */
export function choose(outbox: Outbox, field: string, whose: "mine" | "theirs"): Outbox {
  const change = outbox[field];
  if (!change?.theirs) return outbox;
  if (whose === "theirs") return without(outbox, [field]);
  const { theirs, ...mine } = change;
  return { ...outbox, [field]: { ...mine, base: theirs.value } };
}

/** The document as its writer sees it: the server's, with what waits to be sent. */
export const overlay = (document: ReportDocument, outbox: Outbox): ReportDocument =>
  writeFields(
    document,
    Object.values(outbox).filter(({ text }) => text === undefined),
  );
