"use client";
import type { ReactNode } from "react";
import { DraftProvider } from "#components/reports/draft-saver";
import type { Entry } from "#lib/reports/entry/entry";
import { DeskLine } from "./desk-line.tsx";
import { GoToCell } from "./go-to-cell.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { LiveSectionNav } from "./live-section-nav.tsx";
import { SectionChecks } from "./section-checks.tsx";
import { SignInAgain } from "./sign-in-again.tsx";

type Props = {
  entry: Entry;
  sectionId: string;
  /** of the application: pages kept for offline use belong to one build */
  build: string;
  header: ReactNode;
  children: ReactNode;
  steps: ReactNode;
};

/** A section to write, with everything that stands around it so that nothing typed is lost. */
export function EntryDesk({ entry, sectionId, build, header, children, steps }: Props) {
  return (
    <DraftProvider entry={entry}>
      {header}
      <LiveSectionNav current={sectionId} />
      <DeskLine sectionId={sectionId} build={build} />
      <SignInAgain />
      {children}
      <SectionChecks sectionId={sectionId} />
      {steps}
      <LeaveGuard />
      <GoToCell sectionId={sectionId} />
    </DraftProvider>
  );
}
