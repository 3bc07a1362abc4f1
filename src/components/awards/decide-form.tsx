import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { NominationRow } from "#lib/awards/nominations/queries";
import type { Day } from "#lib/dates";
import { DayField } from "./round-form.tsx";

type Props = { dossiers: (NominationRow & { awardName: string })[]; decider: string; today: Day };

/** One decision for the dossiers the council has passed: what stands on the signed paper. */
export function DecideForm({ dossiers, decider, today }: Props) {
  const rounds = [...new Map(dossiers.map(({ roundId, roundTitle }) => [roundId, roundTitle]))];
  return (
    <>
      <ul className="link-list">
        {rounds.map(([id, title]) => (
          <li key={id}>
            <a href={`/api/awards/rounds/${id}/papers/draft/docx`}>Dự thảo quyết định: {title} (.docx)</a>
          </li>
        ))}
      </ul>
      <CommandForm action="/api/awards/decisions">
        <Field label="Hồ sơ trong quyết định" name="nominations" group>
          {dossiers.map(({ id, subjectName, subjectAgencyName, awardName }) => (
            <label key={id} className="check">
              <input type="checkbox" name="nominations[]" value={id} defaultChecked /> {subjectName},{" "}
              {subjectAgencyName} – {awardName}
            </label>
          ))}
        </Field>
        <Field label="Số, ký hiệu quyết định" name="number" hint="Như trên bản đã ký, ví dụ 1234/QĐ-UBND.">
          <input className="input" name="number" required maxLength={60} />
        </Field>
        <DayField label="Ngày quyết định" name="decidedOn" day={today} />
        <Field label="Người ký" name="signedByName">
          <input className="input" name="signedByName" required maxLength={120} />
        </Field>
        <Field label="Chức vụ người ký" name="signedByPosition">
          <input className="input" name="signedByPosition" maxLength={160} defaultValue={decider} />
        </Field>
        <Field label="Trích yếu" name="title">
          <input
            className="input"
            name="title"
            required
            maxLength={300}
            defaultValue="Về việc khen thưởng trong phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc"
          />
        </Field>
        <p className="actions">
          <button type="submit" className="btn btn-primary">
            Ghi quyết định
          </button>
        </p>
      </CommandForm>
    </>
  );
}
