import { Tag } from "#components/ui/tag";
import type { Passage } from "#lib/plans/queries";
import { ConfirmationMark } from "./confirmation-mark.tsx";
import styles from "./plan.module.css";
import { passageAction, type Reading } from "./reading.tsx";
import { ReferencedText } from "./referenced-text.tsx";

type Props = {
  duties: Passage[];
  passages: Passage[];
  ownIds: ReadonlySet<string>;
  nameOf: (actorId: string) => string;
  reading: Reading;
};

/** Who must do what, one heading for each actor in the document's order. */
export function Duties({ duties, passages, ownIds, nameOf, reading }: Props) {
  const actors = [...new Set(duties.map(({ actorId }) => actorId ?? ""))];
  return actors.map((actorId) => {
    const own = duties.filter((duty) => (duty.actorId ?? "") === actorId);
    return (
      <article key={actorId} id={`ai-${actorId}`}>
        <h3>
          {own[0]?.actorName ?? nameOf(actorId)}{" "}
          {own.some(({ id }) => ownIds.has(id)) && <Tag tone="wait">Gồm cơ quan đang xem</Tag>}
        </h3>
        <ol className={styles.list}>
          {own.map((duty) => (
            <li key={duty.id} id={duty.id}>
              {duty.title && <strong>{duty.title}: </strong>}
              <ReferencedText text={duty.text} passages={passages} />
              <DutyFacts data={duty.data as DutyData} nameOf={nameOf} />
              {duty.note && <p className={styles.note}>Ghi chú: {duty.note}.</p>}
              <ConfirmationMark wording={duty} action={passageAction(reading, duty)} />
            </li>
          ))}
        </ol>
      </article>
    );
  });
}

type DutyData = { with_actors?: string[]; deadline?: string };

function DutyFacts({ data, nameOf }: { data: DutyData; nameOf: (actorId: string) => string }) {
  if (!data.with_actors?.length && !data.deadline) return null;
  return (
    <p className={styles.note}>
      {data.with_actors?.length ? `Cùng với: ${data.with_actors.map(nameOf).join("; ")}. ` : ""}
      {data.deadline && <a href={`#${data.deadline}`}>Xem mốc thời gian</a>}
    </p>
  );
}
