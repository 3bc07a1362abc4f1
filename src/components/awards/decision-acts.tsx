import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { DecidedRow, DecisionRow } from "#lib/awards/decisions/queries";
import { revocationGrounds } from "#lib/awards/decisions/rules";
import type { Day } from "#lib/dates";
import { DayField } from "./round-form.tsx";

type Props = { decision: DecisionRow; decided: DecidedRow[]; today: Day };

/** Which certificates, flags and medals have been handed over. */
export function IssueForm({ decision, decided, today }: Props) {
  const open = decided.filter(({ issuedOn, revokedOn }) => !issuedOn && !revokedOn);
  if (open.length === 0) return null;
  return (
    <section className="section">
      <h2>Ghi nhận đã trao</h2>
      <CommandForm action={`/api/awards/decisions/${decision.id}/issue`}>
        <input type="hidden" name="version" value={decision.version} />
        <DayField label="Ngày trao" name="issuedOn" day={today} />
        <Field label="Đã trao cho" name="records" group>
          {open.map(({ id, subjectName, subjectAgencyName }) => (
            <label key={id} className="check">
              <input type="checkbox" name="records[]" value={id} /> {subjectName}, {subjectAgencyName}
            </label>
          ))}
        </Field>
        <button type="submit" className="btn">
          Ghi nhận đã trao
        </button>
      </CommandForm>
    </section>
  );
}

/** Revoking an award with its ground, and noting that object and money came back. */
export function RevokeForm({ decision, decided, today }: Props) {
  const standing = decided.filter(({ revokedOn }) => !revokedOn);
  const owed = decided.filter(({ revokedOn, returnedOn }) => revokedOn && !returnedOn);
  return (
    <>
      {owed.length > 0 && (
        <section className="section">
          <h2>Ghi nhận thu hồi</h2>
          <CommandForm action={`/api/awards/decisions/${decision.id}/return`}>
            <input type="hidden" name="version" value={decision.version} />
            <RecordField label="Đã nộp lại" records={owed} />
            <DayField label="Ngày thu hồi xong" name="returnedOn" day={today} />
            <button type="submit" className="btn">
              Ghi nhận thu hồi
            </button>
          </CommandForm>
        </section>
      )}
      {standing.length > 0 && (
        <section className="section">
          <h2>Hủy bỏ khen thưởng</h2>
          <details>
            <summary className="btn">Ghi quyết định hủy bỏ</summary>
            <CommandForm
              action={`/api/awards/decisions/${decision.id}/revoke`}
              className="move"
              confirm="Ghi quyết định hủy bỏ khen thưởng này? Việc này không lấy lại được."
            >
              <input type="hidden" name="version" value={decision.version} />
              <RecordField label="Khen thưởng bị hủy bỏ" records={standing} />
              <DayField label="Ngày quyết định hủy bỏ" name="revokedOn" day={today} />
              <Field
                label="Căn cứ hủy bỏ"
                name="ground"
                hint="Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 93, khoản 2"
              >
                <select className="input" name="ground">
                  {Object.entries(revocationGrounds).map(([id, words]) => (
                    <option key={id} value={id}>
                      {words}
                    </option>
                  ))}
                </select>
              </Field>
              <Field label="Nội dung và số quyết định hủy bỏ" name="reason">
                <textarea className="input" name="reason" rows={2} required maxLength={2000} />
              </Field>
              <button type="submit" className="btn btn-danger">
                Hủy bỏ khen thưởng
              </button>
            </CommandForm>
          </details>
        </section>
      )}
    </>
  );
}

const RecordField = ({ label, records }: { label: string; records: DecidedRow[] }) => (
  <Field label={label} name="recordId">
    <select className="input" name="recordId">
      {records.map(({ id, subjectName, subjectAgencyName }) => (
        <option key={id} value={id}>
          {subjectName}, {subjectAgencyName}
        </option>
      ))}
    </select>
  </Field>
);
