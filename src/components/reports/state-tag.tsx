import { Tag } from "#components/ui/tag";
import type { RecipientState, ReportStatus } from "#generated/prisma/enums";
import { recipientLabels, statusLabels } from "#lib/reports/labels";

/** The state of a report by shape, word and colour, with lateness and “không phát sinh” beside it. Late in spite of an extension is said so. */
export function StateTag({
  status,
  late,
  isOverdue,
  isExtended = false,
  nothing,
  title,
}: {
  status: ReportStatus;
  late?: boolean | null;
  isOverdue?: boolean;
  /** it was given more time than its plan gives */
  isExtended?: boolean;
  /** what was last sent is the signed statement that nothing occurred */
  nothing?: boolean;
  title?: string;
}) {
  const { word, shape, tone } = statusLabels[status];
  return (
    <>
      <Tag tone={tone} shape={shape} title={title}>
        {word}
      </Tag>
      {nothing && (
        <Tag tone="still" shape="–">
          Không phát sinh
        </Tag>
      )}
      {isOverdue && <LateTag word="Quá hạn" isExtended={isExtended} />}
      {late && <LateTag word="Gửi muộn" isExtended={isExtended} />}
      {isExtended && !isOverdue && !late && (
        <Tag tone="extended" shape="⧗">
          Gia hạn
        </Tag>
      )}
    </>
  );
}

const LateTag = ({ word, isExtended }: { word: string; isExtended: boolean }) => (
  <Tag tone="wrong" shape={isExtended ? "⧗" : "!"}>
    {isExtended ? `${word} (đã gia hạn)` : word}
  </Tag>
);

/** What one recipient has answered: in a list its name with the shape, on the report's page the word itself. */
export function RecipientTag({ name, word, state }: { name: string; word?: string; state: RecipientState }) {
  const label = recipientLabels[state];
  return (
    <Tag tone={label.tone} shape={label.shape} title={`${name}: ${label.word}`}>
      {word ?? label.word}
      {word && <span className="sr-only">: {label.word}</span>}
    </Tag>
  );
}
