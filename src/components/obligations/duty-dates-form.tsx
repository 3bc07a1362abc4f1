import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { Day } from "#lib/dates";

type Props = {
  action: string;
  periodId: string;
  year: number;
  /** the version of the duty on screen; none for a new one */
  version?: number;
  opensOn: Day;
  dueOn: Day;
  wording: string;
  source: string;
};

/** Dates of a duty, with the words and the document that set them. */
export function DutyDatesForm({ action, periodId, year, version, opensOn, dueOn, wording, source }: Props) {
  return (
    <CommandForm action={action}>
      <input type="hidden" name="periodId" value={periodId} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field
        label="Ngày cuối đúng hạn"
        name="dueOn"
        hint="Văn bản ghi “trước ngày 10/11” thì ngày cuối đúng hạn là 09/11."
      >
        <input
          className="input"
          type="date"
          name="dueOn"
          required
          defaultValue={dueOn}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
        />
      </Field>
      <Field label="Ngày mở nhập" name="opensOn">
        <input
          className="input"
          type="date"
          name="opensOn"
          required
          defaultValue={opensOn}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
        />
      </Field>
      <Field label="Câu chữ của văn bản" name="wording" hint="Hiện cạnh hạn nộp ở mọi nơi.">
        <input className="input" name="wording" required maxLength={300} defaultValue={wording} />
      </Field>
      <Field label="Văn bản làm căn cứ" name="source" hint="Số, ngày, cơ quan ban hành và mục quy định hạn này.">
        <input className="input" name="source" required maxLength={300} defaultValue={source} />
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Lưu và xem thay đổi
        </button>
        <a className="btn btn-quiet" href={`/obligations?period=${periodId}`}>
          Thôi
        </a>
      </p>
    </CommandForm>
  );
}
