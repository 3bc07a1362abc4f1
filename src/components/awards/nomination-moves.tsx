import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { nominationMoveLabels } from "#lib/awards/labels";
import type { NominationRow } from "#lib/awards/nominations/queries";
import { type NominationMove, nominationMoves } from "#lib/awards/rules";

type Props = {
  nomination: NominationRow;
  offered: NominationMove[];
  /** forms that may be offered instead, with their names */
  awards: { id: string; name: string }[];
  /** the agency a submission upwards goes to */
  next: string | null;
};

const forward: NominationMove[] = ["propose", "appraise", "consent", "forward"];
const dangerous: NominationMove[] = ["refuse", "withdraw", "sendBack"];

/** The acts this person may do now; the one act forward stands open, the rest one click away. */
export function NominationMoves({ nomination, offered, awards, next }: Props) {
  const moves = offered.filter((move) => move !== "forward" || next);
  const main = moves.find((move) => forward.includes(move));
  if (moves.length === 0) return null;
  return (
    <section className="move-panel" aria-label="Việc có thể làm">
      {main && <MoveForm move={main} nomination={nomination} awards={awards} isMain />}
      {moves
        .filter((move) => move !== main)
        .map((move) => (
          <details key={move}>
            <summary className="btn">{nominationMoveLabels[move].act}</summary>
            <MoveForm move={move} nomination={nomination} awards={awards} />
          </details>
        ))}
    </section>
  );
}

function MoveForm({
  move,
  nomination,
  awards,
  isMain = false,
}: Pick<Props, "nomination" | "awards"> & { move: NominationMove; isMain?: boolean }) {
  const style = isMain ? "btn-primary" : dangerous.includes(move) ? "btn-danger" : "";
  return (
    <CommandForm
      action={`/api/awards/nominations/${nomination.id}/moves/${move}`}
      className={move === "appraise" ? undefined : "move"}
    >
      <input type="hidden" name="version" value={nomination.version} />
      {move === "appraise" && (
        <Field label="Ý kiến thẩm định" name="appraisal">
          <textarea name="appraisal" className="input" rows={3} required />
        </Field>
      )}
      {move === "offerForm" && (
        <Field label="Hình thức đề xuất" name="awardId">
          <select name="awardId" className="input">
            {awards
              .filter(({ id }) => id !== nomination.awardId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
      )}
      {nominationMoves[move].needsReason && (
        <Field label="Lý do" name="reason">
          <textarea name="reason" className="input" rows={2} required />
        </Field>
      )}
      <button type="submit" className={`btn ${style}`}>
        {nominationMoveLabels[move].act}
      </button>
    </CommandForm>
  );
}
