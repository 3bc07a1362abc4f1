import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { ToTell } from "#lib/awards/decisions/queries";
import { nominationLabels } from "#lib/awards/labels";
import type { Valued } from "#lib/awards/rule-set";
import { type Day, printDay, printRemaining } from "#lib/dates";
import { MarkTag } from "./nomination-tag.tsx";

type Props = {
  untold: ToTell[];
  nameOfAward: (awardId: string) => string;
  dueOnOf: (foundOn: Day) => Day | null;
  term: Valued<number | null> | null;
  today: Day;
};

/** Those who were not chosen: why, until when their proposers are told, and the notice itself. */
export function NoticeList({ untold, nameOfAward, dueOnOf, term, today }: Props) {
  return (
    <>
      {term && (
        <p className="quiet small">
          {term.value ? `Thông báo trong ${term.value} ngày làm việc.` : "Bộ quy định không nêu thời hạn thông báo."}{" "}
          {term.source} <MarkTag mark={term.mark} />
        </p>
      )}
      <ul className="link-list">
        {untold.map((one) => {
          const dueOn = dueOnOf(one.foundOn);
          return (
            <li key={one.id}>
              <a href={`/awards/nominations/${one.id}`}>{one.subjectName}</a>, {one.agencyName} –{" "}
              {nameOfAward(one.awardId)}: {nominationLabels[one.status].word}
              {dueOn && `, hạn thông báo ${printDay(dueOn)} (${printRemaining(today, dueOn)})`}
              <details>
                <summary className="btn btn-quiet">
                  Thông báo<span className="sr-only"> về {one.subjectName}</span>
                </summary>
                <CommandForm action={`/api/awards/nominations/${one.id}/notice`} className="move">
                  <input type="hidden" name="version" value={one.version} />
                  <Field label="Nội dung thông báo, nêu lý do" name="reason">
                    <textarea
                      className="input"
                      name="reason"
                      rows={3}
                      required
                      maxLength={2000}
                      defaultValue={whyOf(one)}
                    />
                  </Field>
                  <button type="submit" className="btn btn-primary">
                    Gửi thông báo
                  </button>
                </CommandForm>
              </details>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The council's own numbers, or the head's own words. */
const whyOf = ({ reason, result }: ToTell) =>
  reason ??
  (result?.base
    ? `Hội đồng không thông qua: ${result.inFavour}/${result.base} phiếu đồng ý, cần ít nhất ${result.needed}.`
    : "");
