import { wrongCitations } from "./citations.ts";
import type { Hint } from "./hint.ts";
import { sensitivePassages } from "./sensitive.ts";
import { misspelledNames } from "./spelling.ts";

/** Everything worth a second look in a narrative, in the order of the text; of two that overlap the first counts. */
export function hintsOf(text: string, agencies: string[] = []): Hint[] {
  const all = [...sensitivePassages(text), ...wrongCitations(text), ...misspelledNames(text, agencies)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  let end = 0;
  return all.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}
