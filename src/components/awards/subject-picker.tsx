import { CommandForm } from "#components/ui/command-form";
import { Empty } from "#components/ui/empty";
import { Field } from "#components/ui/field";
import { subjectLabels } from "#lib/awards/labels";
import type { SubjectRow } from "#lib/awards/subjects/queries";

type Props = {
  roundId: string;
  typed: string;
  chosen: SubjectRow | null;
  subjects: SubjectRow[];
  awards: { id: string; name: string }[];
};

/** Whom a new dossier is for, found without diacritics, and for which form. */
export function SubjectPicker({ roundId, typed, chosen, subjects, awards }: Props) {
  const offered = chosen ? [chosen, ...subjects.filter(({ id }) => id !== chosen.id)] : subjects;
  return (
    <>
      <form className="filters" method="get">
        <input type="hidden" name="round" value={roundId} />
        <label>
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={typed}
            placeholder="Tìm tập thể, cá nhân, hộ gia đình"
            aria-label="Tìm đối tượng, không cần dấu"
          />
        </label>
        <button type="submit" className="btn">
          Tìm
        </button>
        <a className="btn btn-quiet" href={`/awards/subjects/new?round=${roundId}`}>
          Ghi đối tượng mới
        </a>
      </form>
      {offered.length === 0 ? (
        <Empty title="Chưa có đối tượng nào khớp">
          <a href={`/awards/subjects/new?round=${roundId}`}>Ghi đối tượng mới</a> trong phạm vi của cơ quan.
        </Empty>
      ) : (
        <CommandForm action="/api/awards/nominations">
          <input type="hidden" name="roundId" value={roundId} />
          <Field label="Đối tượng" name="subject" group>
            {offered.map((subject) => (
              <label key={subject.id} className="check">
                <input
                  type="radio"
                  name="subject"
                  value={subject.id}
                  defaultChecked={subject.id === (chosen ?? offered[0])?.id}
                  required
                />{" "}
                {wordsOf(subject)}
              </label>
            ))}
          </Field>
          <Field label="Hình thức khen thưởng" name="awardId">
            <select className="input" name="awardId">
              {awards.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <p className="actions">
            <button type="submit" className="btn btn-primary">
              Lập hồ sơ
            </button>
          </p>
        </CommandForm>
      )}
    </>
  );
}

const wordsOf = ({ kind, name, birthYear, description, agencyName }: SubjectRow) =>
  [`${name} – ${subjectLabels[kind].toLowerCase()}`, birthYear && `sinh năm ${birthYear}`, description, agencyName]
    .filter(Boolean)
    .join(", ");
