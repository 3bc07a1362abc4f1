import type { ReactNode } from "react";
import type { Tone } from "#components/ui/tag";

/** Something to know before going on, in the page's flow. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}
