import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";

/** Takes something out of what the public reads, with a reason. */
export function WithdrawForm({ action, what }: { action: string; what: string }) {
  return (
    <details>
      <summary>Rút khỏi trang công khai</summary>
      <CommandForm action={action} confirm={`Rút ${what} khỏi trang công khai?`}>
        <Field label="Lý do rút" name="reason">
          <input className="input" name="reason" maxLength={500} required />
        </Field>
        <button type="submit" className="btn">
          Rút
        </button>
      </CommandForm>
    </details>
  );
}
