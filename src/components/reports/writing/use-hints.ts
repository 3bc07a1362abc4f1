import { useMemo, useState } from "react";
import type { Hint } from "#lib/reports/narratives/hint";
import { hintsOf } from "#lib/reports/narratives/hints";
import { useSettled } from "./use-settled.ts";

const PAUSE_MS = 500;

/** The hints of a text once the writer pauses, without those put aside; they come back with the page. */
export function useHints(text: string, agencies: string[]) {
  const settled = useSettled(text, PAUSE_MS);
  const found = useMemo(() => hintsOf(settled, agencies), [settled, agencies]);
  const [aside, setAside] = useState<string[]>([]);
  const hints = found.filter((hint) => !aside.includes(keyOf(hint)) && text.includes(hint.written));
  return { hints, dismiss: (hint: Hint) => setAside((known) => [...known, keyOf(hint)]) };
}

const keyOf = ({ kind, written }: Hint) => `${kind} ${written}`;
