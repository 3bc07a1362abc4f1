import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { choiceLabels, choices } from "#lib/councils/labels";
import type { BallotRow, Seat } from "#lib/councils/sessions/queries";

/** Votes by name: the member's own, or what an absent member has written, entered by the secretariat. */
export function OpenVote({
  ballot,
  subjectName,
  seat,
  forOther = false,
}: {
  ballot: BallotRow;
  subjectName: string;
  seat: Seat;
  forOther?: boolean;
}) {
  const who = forOther ? `Ý kiến bằng văn bản của ${seat.fullName} về ${subjectName}` : `Biểu quyết về ${subjectName}`;
  return (
    <CommandForm action={`/api/councils/ballots/${ballot.id}/vote`} className="card">
      {forOther && <input type="hidden" name="seatId" value={seat.seatId} />}
      <Field label={who} name="choice" group>
        {choices.map((choice) => (
          <label key={choice} className="check">
            <input type="radio" name="choice" value={choice} required />
            <span>{choiceLabels[choice]}</span>
          </label>
        ))}
      </Field>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          {forOther ? "Ghi ý kiến" : "Biểu quyết"}
        </button>
      </p>
    </CommandForm>
  );
}

type Count = { favour: number; against: number; blank: number };

/** What one teller counted. The other's number is not shown: two people count, not one and a copy. */
export function TellerForm({
  ballotId,
  subjectName,
  papers,
  own,
}: {
  ballotId: string;
  subjectName: string;
  papers: number;
  own: Count | undefined;
}) {
  return (
    <CommandForm action={`/api/councils/ballots/${ballotId}/count`} className="card">
      <h3>Kiểm phiếu: {subjectName}</h3>
      <p className="small quiet">
        {papers} phiếu giấy hoặc ý kiến bằng văn bản. Hai người nhập độc lập; số phải khớp nhau.
      </p>
      <Field label="Đồng ý" name="favour">
        <input className="input" type="number" name="favour" min={0} max={papers} required defaultValue={own?.favour} />
      </Field>
      <Field label="Không đồng ý" name="against">
        <input
          className="input"
          type="number"
          name="against"
          min={0}
          max={papers}
          required
          defaultValue={own?.against}
        />
      </Field>
      <Field label="Trắng hoặc không hợp lệ" name="blank">
        <input className="input" type="number" name="blank" min={0} max={papers} required defaultValue={own?.blank} />
      </Field>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          {own ? "Nhập lại số đã kiểm" : "Ghi số đã kiểm"}
        </button>
      </p>
    </CommandForm>
  );
}

/** The chair concludes otherwise than the count. The reason is printed in the minutes. */
export function OverrideForm({ ballotId, subjectName }: { ballotId: string; subjectName: string }) {
  return (
    <details>
      <summary>Kết luận khác kết quả kiểm phiếu: {subjectName}</summary>
      <CommandForm
        action={`/api/councils/ballots/${ballotId}/override`}
        className="card"
        confirm="Ghi kết luận khác với kết quả kiểm phiếu? Kết luận và lý do được in trong biên bản, không sửa được."
      >
        <Field label="Kết luận của Chủ tịch hội đồng" name="passed" group>
          <label className="check">
            <input type="radio" name="passed" value="true" required />
            <span>Thông qua</span>
          </label>
          <label className="check">
            <input type="radio" name="passed" value="false" required />
            <span>Không thông qua</span>
          </label>
        </Field>
        <Field label="Lý do" name="reason">
          <textarea className="input" name="reason" rows={3} maxLength={2000} required />
        </Field>
        <p className="actions field">
          <button type="submit" className="btn btn-danger">
            Ghi kết luận
          </button>
        </p>
      </CommandForm>
    </details>
  );
}
