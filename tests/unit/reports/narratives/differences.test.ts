import fc from "fast-check";
import { expect, it } from "vitest";
import { differences, type Piece } from "../../../../src/lib/reports/narratives/differences.ts";

const marks = { same: ["", ""], added: ["{+", "+}"], removed: ["{-", "-}"] } as const;
const marked = (before: string, after: string) =>
  differences(before, after)
    .map(({ kind, text }) => marks[kind][0] + text + marks[kind][1])
    .join("");

it.each([
  ["", "", ""],
  ["", "Mới", "{+Mới+}"],
  ["Cũ", "", "{-Cũ-}"],
  ["Như cũ.", "Như cũ.", "Như cũ."],
  ["Có 12 buổi.", "Có 15 buổi.", "Có {-12-}{+15+} buổi."],
  ["- Một\n- Hai\n", "- Một\n- Rưỡi\n- Hai\n", "- Một\n{+- Rưỡi\n+}- Hai\n"],
  ["Một\nHai\nBa", "Một\nBa", "Một\n{-Hai\n-}Ba"],
])("from %j to %j is %j", (before, after, expected) => expect(marked(before, after)).toBe(expected));

it("leaves both versions whole: one without what was added, the other without what was removed", () => {
  const text = fc
    .array(fc.constantFrom("Tổ", "dân", "phố", "12", "\n", "- ", "an ninh", " "), { maxLength: 25 })
    .map((words) => words.join(" "));
  const without = (found: Piece[], kind: Piece["kind"]) =>
    found.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join("");
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = differences(before, after);
      expect(without(found, "added")).toBe(before);
      expect(without(found, "removed")).toBe(after);
    }),
  );
});

it("compares the two longest narratives in a moment", () => {
  const words = Array.from({ length: 1000 }, (_, index) => `từ${index % 7}`);
  const started = performance.now();
  differences(words.join(" "), words.toReversed().join(" "));
  expect(performance.now() - started).toBeLessThan(2000);
});
