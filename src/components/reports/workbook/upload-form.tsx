import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";

/** One filled workbook to be read; nothing is written before somebody has seen what it says. */
export function UploadForm({ action, label }: { action: string; label: string }) {
  return (
    <CommandForm action={action} encType="multipart/form-data">
      <Field label={label} name="file" hint="Tệp .xlsx, tối đa 5 MB. Xem trước rồi mới ghi.">
        <input
          className="input"
          type="file"
          name="file"
          required
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Tải lên và xem trước
        </button>
      </p>
    </CommandForm>
  );
}
