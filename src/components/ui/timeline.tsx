import type { ReactNode } from "react";
import type { Tone } from "#components/ui/tag";

export type TimelineEntry = {
  at: string;
  who: string;
  agency: string;
  what: string;
  reason?: string | null;
  extra?: ReactNode;
  tone: Tone;
};

/** Who, for which agency, did what, when and why; in the order given. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ at, who, agency, what, reason, extra, tone }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are never reordered, and two may say the same at the same minute
        <li key={index} className={`tone-${tone}`}>
          <strong>{what}</strong>
          <p>
            <span className="figures">{at}</span> · {who}, {agency}
          </p>
          {reason && <blockquote>{reason}</blockquote>}
          {extra}
        </li>
      ))}
    </ol>
  );
}
