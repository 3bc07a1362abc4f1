"use client";
import { useDraftSaver } from "#components/reports/draft-saver";
import { SectionNav } from "#components/reports/section-nav";
import { sectionsOf } from "#lib/reports/sections";

/** The sections with their states as they follow from what is being typed. */
export function LiveSectionNav({ current }: { current: string }) {
  const { entry, document } = useDraftSaver();
  const sections = sectionsOf({ ...entry.checked, document }, entry.status, entry.answers);
  return <SectionNav reportId={entry.reportId} sections={sections} current={current} version={null} />;
}
