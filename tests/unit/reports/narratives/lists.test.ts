import fc from "fast-check";
import { expect, it } from "vitest";
import { continueList } from "../../../../src/lib/reports/narratives/lists.ts";

/** The text after Enter at the “|”, with “|” where the caret stands; null where Enter is the browser's. */
function enter(marked: string) {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const edit = continueList(text, caret);
  if (!edit) return null;
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${after.slice(0, edit.caret)}|${after.slice(edit.caret)}`;
}

it.each([
  ["- Một|", "- Một\n- |"],
  ["+ Một|\nHai", "+ Một\n+ |\nHai"],
  ["  - Mộ|t", "  - Mộ\n  - |t"],
  ["1. Một|\n2. Hai\n3. Ba\nSau\n3. Khác", "1. Một\n2. |\n3. Hai\n4. Ba\nSau\n3. Khác"],
  ["9. Ch|ín", "9. Ch\n10. |ín"],
  ["- Một\n- |", "- Một\n|"],
  ["2. |", "|"],
  ["1) Một|\n2) Hai", "1) Một\n2) |\n3) Hai"],
  ["d) Tư|", "d) Tư\nđ) |"],
])("Enter in %j gives %j", (before, after) => expect(enter(before)).toBe(after));

it.each(["Một|", "|- Một", "-| Một", "-Một|", "2447. |".replace(". ", ""), "|"])("leaves Enter alone in %j", (text) =>
  expect(enter(text)).toBeNull(),
);

it("never takes away what was written", () => {
  const line = fc.constantFrom("- Một", "+ Hai", "1. Ba", "2. Bốn", "Năm", "", "- ");
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.nat(), (lines, at) => {
      const text = lines.join("\n");
      const edit = continueList(text, at % (text.length + 1));
      if (!edit) return;
      const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
      expect(after.replace(/[^\p{L}]/gu, "")).toBe(text.replace(/[^\p{L}]/gu, ""));
    }),
  );
});
