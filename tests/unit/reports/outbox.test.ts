import { expect, it } from "vitest";
import { type ReportDocument, readDocument } from "#lib/reports/document";
import { latestOf } from "#lib/reports/entry/known";
import {
  acknowledge,
  bodyOf,
  choose,
  left,
  note,
  type Outbox,
  overlay,
  readyOf,
  rebase,
  refuse,
} from "#lib/reports/entry/outbox";
import { aForm } from "./forms.ts";

const documentOf = (parts: Partial<ReportDocument> = {}) => readDocument(parts);
const written = (field: string, value: unknown, known = documentOf(), outbox: Outbox = {}) =>
  note(outbox, known, { field, value });

it("keeps a change over what the server had, and forgets one that goes back to it", () => {
  const known = documentOf({ figures: { B1: 3 } });
  const typed = note({}, known, { field: "figures.B1", value: 5, typing: true });
  expect(typed).toEqual({ "figures.B1": { field: "figures.B1", value: 5, base: 3, typing: true } });
  expect(readyOf(typed)).toEqual([]);
  expect(note(typed, known, { field: "figures.B1", value: 3 })).toEqual({});
});

it("does not forget it while the other value may be on its way", () => {
  const known = documentOf({ figures: { B1: 3 } });
  const sent = written("figures.B1", 5, known);
  const back = note(sent, known, { field: "figures.B1", value: 3 });
  expect(acknowledge(back, readyOf(sent))["figures.B1"]).toMatchObject({ value: 3, base: 5 });
});

it("never holds a figure and a reason for having none of the same cell", () => {
  const figure = written("figures.B1", 5);
  const blank = written("blanks.B1", { reason: "none" }, documentOf(), figure);
  expect(Object.keys(blank)).toEqual(["blanks.B1"]);
  expect(Object.keys(written("figures.B1", 7, documentOf(), blank))).toEqual(["figures.B1"]);
});

it("sends many cells in one body, with the versions of the sections they stand in", () => {
  const outbox = { ...written("figures.A4", 1), ...written("narratives.N1", "Đã làm.") };
  expect(bodyOf(readyOf(outbox), aForm, { A: 4, B: 9, narratives: 2 })).toEqual({
    figures: { A4: 1 },
    narratives: { N1: "Đã làm." },
    sections: { A: 4, narratives: 2 },
  });
});

it("lets go of what is acknowledged, and keeps what was typed since over it", () => {
  const sent = readyOf({ ...written("figures.A4", 1), ...written("figures.A5", 2) });
  const since = written("figures.A5", 3, documentOf(), Object.fromEntries(sent.map((each) => [each.field, each])));
  expect(acknowledge(since, sent)).toEqual({
    "figures.A5": { field: "figures.A5", value: 3, base: 2, over: false },
  });
});

it("goes on without a word over a colleague's save of other cells", () => {
  const mine = written("figures.A4", 1);
  expect(rebase(mine, documentOf({ figures: { A5: 9 } }))).toEqual(mine);
});

it("finds its own change that has arrived already, as the server stores it", () => {
  const mine = written("narratives.N1", "Đã làm. ");
  expect(rebase(mine, documentOf({ narratives: { N1: "Đã làm." } }))).toEqual({});
});

it("keeps a space typed last, which the server would not", () => {
  const known = documentOf({ explanations: { A4: "Tách" } });
  expect(overlay(known, written("explanations.A4", "Tách ", known)).explanations.A4).toBe("Tách ");
  const sent = readyOf(written("explanations.A4", "Tách xã", known));
  const since = written(
    "explanations.A4",
    "Tách xã ",
    known,
    Object.fromEntries(sent.map((each) => [each.field, each])),
  );
  expect(acknowledge(since, sent)["explanations.A4"]?.value).toBe("Tách xã ");
});

it("asks when the same cell was written by somebody else, and does as told", () => {
  const clash = rebase(written("figures.A4", 1), documentOf({ figures: { A4: 8 } }));
  expect(clash["figures.A4"]).toMatchObject({ value: 1, theirs: { value: 8 } });
  expect(readyOf(clash)).toEqual([]);
  expect(choose(clash, "figures.A4", "theirs")).toEqual({});
  const mine = choose(clash, "figures.A4", "mine");
  expect(readyOf(mine)).toEqual([{ field: "figures.A4", value: 1, base: 8 }]);
});

it("keeps asking when the writer types on in the cell", () => {
  const clash = rebase(written("figures.A4", 1), documentOf({ figures: { A4: 8 } }));
  const typed = written("figures.A4", 2, documentOf({ figures: { A4: 8 } }), clash);
  expect(typed["figures.A4"]).toMatchObject({ value: 2, theirs: { value: 8 } });
});

it("does not let a reason for a blank wipe out a number that a colleague has just written", () => {
  const clash = rebase(written("blanks.A4", { reason: "none" }), documentOf({ figures: { A4: 8 } }));
  expect(clash["blanks.A4"]?.theirs).toEqual({ value: 8 });
});

it("holds what the server refuses, with its sentence, and sends the rest", () => {
  const outbox = { ...written("figures.A4", 1), ...written("assessments.c1", { level: "x", grounds: "" }) };
  const refused = refuse(outbox, [{ field: "assessments.c1.grounds", message: "Căn cứ: dài quá." }]);
  expect(refused["assessments.c1"]?.problem).toBe("Căn cứ: dài quá.");
  expect(readyOf(refused).map(({ field }) => field)).toEqual(["figures.A4"]);
});

it("takes what was being typed when the browser closed as left", () => {
  const typed = note({}, documentOf(), { field: "figures.A4", value: 1, typing: true });
  expect(readyOf(left(typed))).toHaveLength(1);
});

it("shows the server's document with what waits on top, but not what cannot be read", () => {
  const known = documentOf({ figures: { A4: 1 }, blanks: { A5: { reason: "none" } }, copied: { A4: true } });
  const outbox = {
    ...written("figures.A5", 2, known),
    ...note({}, known, { field: "figures.A6", value: null, problem: "Ô A6: chưa hợp lệ.", text: "abc" }),
  };
  const seen = overlay(known, outbox);
  expect(seen.figures).toEqual({ A4: 1, A5: 2 });
  expect(seen.blanks).toEqual({});
  expect(overlay(known, written("figures.A4", 7, known)).copied).toEqual({});
});

it("marks a copied figure whatever order the two come in", () => {
  const outbox = { ...written("copied.A4", true), ...written("figures.A4", 3) };
  expect(overlay(documentOf(), outbox)).toMatchObject({ figures: { A4: 3 }, copied: { A4: true } });
});

it("takes each section from whoever heard of it later", () => {
  const page = { document: documentOf({ figures: { A4: 1, B1: 9 } }), sections: { A: 1, B: 2 }, version: 6 };
  const kept = { document: documentOf({ figures: { A4: 2, B1: 8 } }), sections: { A: 2, B: 1 }, version: 7 };
  const latest = { document: documentOf({ figures: { A4: 2, B1: 9 } }), sections: { A: 2, B: 2 }, version: 7 };
  expect(latestOf(aForm, page, kept)).toEqual(latest);
  expect(latestOf(aForm, kept, page)).toEqual(latest);
  expect(latestOf(aForm, latest, page)).toBe(latest);
});
