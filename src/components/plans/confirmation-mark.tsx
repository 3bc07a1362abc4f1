import { CommandForm } from "#components/ui/command-form";
import { Tag } from "#components/ui/tag";
import { dayOf, printDay } from "#lib/dates";
import { confirmedLabel, reconstructedLabel, similarityMeaning } from "#lib/plans/labels";
import type { Wording } from "#lib/plans/queries";
import { isUnconfirmed } from "#lib/plans/rules";
import { printNumber } from "#lib/text";
import styles from "./plan.module.css";

type Props = {
  wording: Wording;
  /** where to confirm it; nothing for whoever may not */
  action?: string | undefined;
};

/** Where words were rebuilt from a scan: whether somebody has compared them with the signed original, who and when. */
export function ConfirmationMark({ wording, action }: Props) {
  if (!wording.reconstructed) return null;
  return (
    <div className={styles.mark}>
      {isUnconfirmed(wording) ? (
        <Unconfirmed similarity={wording.ocrSimilarity} />
      ) : (
        <Confirmed name={wording.confirmedName} at={wording.confirmedAt} />
      )}
      {action && (
        <CommandForm action={action}>
          <input type="hidden" name="seen" value={wording.digest} />
          {wording.confirmedAt && <input type="hidden" name="undo" value="1" />}
          <button type="submit" className="btn btn-quiet">
            {wording.confirmedAt ? "Bỏ xác nhận" : "Xác nhận đã đối chiếu"}
          </button>
        </CommandForm>
      )}
    </div>
  );
}

function Unconfirmed({ similarity }: { similarity: string | null }) {
  return (
    <>
      <Tag tone="extended" shape="≈" title={similarityMeaning}>
        {reconstructedLabel}
      </Tag>
      {similarity && <span title={similarityMeaning}>độ giống {printNumber(similarity)}</span>}
    </>
  );
}

function Confirmed({ name, at }: { name: string | null; at: Date | null }) {
  return (
    <>
      <Tag tone="good" shape="✓">
        {confirmedLabel}
      </Tag>
      <span>
        {name}
        {at && `, ngày ${printDay(dayOf(at))}`}
      </span>
    </>
  );
}
