import type { Passage } from "#lib/plans/queries";
import { ConfirmationMark } from "./confirmation-mark.tsx";
import styles from "./plan.module.css";
import { passageAction, type Reading } from "./reading.tsx";

/** Passages of one kind, numbered as the document orders them. */
export function PassageList({ passages, reading }: { passages: Passage[]; reading: Reading }) {
  return (
    <ol className={styles.list}>
      {passages.map((passage) => (
        <li key={passage.id} id={passage.id}>
          {passage.title && <strong>{passage.title}: </strong>}
          {passage.text}
          {passage.note && <p className={styles.note}>Ghi chú: {passage.note}.</p>}
          <ConfirmationMark wording={passage} action={passageAction(reading, passage)} />
        </li>
      ))}
    </ol>
  );
}
