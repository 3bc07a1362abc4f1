import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";

/** What was said to one name of a public list, summarised without who wrote it. */
export function FeedbackForm({ listId, nominationId, name }: { listId: string; nominationId: string; name: string }) {
  return (
    <details>
      <summary className="btn btn-quiet">
        Ghi ý kiến<span className="sr-only"> về {name}</span>
      </summary>
      <CommandForm action={`/api/awards/publicities/${listId}/feedback`} className="move" reset>
        <input type="hidden" name="nominationId" value={nominationId} />
        <Field label="Tóm tắt ý kiến" name="feedback" hint="Không ghi tên, địa chỉ người gửi ý kiến.">
          <textarea className="input" name="feedback" rows={2} required maxLength={2000} />
        </Field>
        <label className="check">
          <input type="checkbox" name="isComplaint" /> Là khiếu nại, tố cáo
        </label>
        <button type="submit" className="btn">
          Ghi ý kiến
        </button>
      </CommandForm>
    </details>
  );
}
