import { Tag } from "#components/ui/tag";
import type { NominationStatus } from "#generated/prisma/enums";
import type { CheckState } from "#lib/awards/eligibility/facts";
import { checkLabels, markLabels, nominationLabels, roundStateLabels } from "#lib/awards/labels";
import type { RoundState } from "#lib/awards/rounds/rules";
import type { Mark } from "#lib/awards/rule-set";

/** The state of a dossier by shape, word and colour. */
export function NominationTag({ status, title }: { status: NominationStatus; title?: string }) {
  const { word, shape, tone } = nominationLabels[status];
  return (
    <Tag tone={tone} shape={shape} title={title}>
      {word}
    </Tag>
  );
}

export function CheckTag({ state }: { state: CheckState }) {
  const { word, shape, tone } = checkLabels[state];
  return (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}

export function RoundTag({ state }: { state: RoundState }) {
  const { word, shape, tone } = roundStateLabels[state];
  return (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}

/** How well a value of the law is known; nothing for what was read in the text itself. */
export function MarkTag({ mark }: { mark: Mark }) {
  if (mark === "found") return null;
  const { word, shape, tone } = markLabels[mark];
  return (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}
