"use client";
import { useEffect } from "react";
import { FIRST_EMPTY } from "#lib/reports/sections";

const controls = ":is(input, select, textarea):not([disabled], [type='hidden'])";
const written = ":is([name^='figures.'], [name^='explanations.'], [name^='narratives.'], [name^='assessments.'])";

/** An address that ends in a cell (#B2), or in #first-empty, leads to its control. */
export function GoToCell({ sectionId }: { sectionId: string }) {
  useEffect(() => {
    // The next section has an address of its own: the one that is kept for when there is no line.
    if (location.pathname.endsWith("/sections/next"))
      window.history.replaceState(null, "", location.pathname.replace(/next$/, sectionId) + location.hash);
  }, [sectionId]);
  useEffect(() => {
    const go = () => controlOf(decodeURIComponent(location.hash.slice(1)))?.focus();
    go();
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, []);
  return null;
}

function controlOf(id: string): HTMLElement | null | undefined {
  if (id === "") return null;
  if (id !== FIRST_EMPTY) return document.getElementById(id)?.querySelector<HTMLElement>(controls);
  const all = [...document.querySelectorAll<HTMLInputElement>(`main ${controls}${written}`)];
  return all.find(({ value, dataset }) => value === "" && dataset.answered === undefined) ?? all[0];
}
