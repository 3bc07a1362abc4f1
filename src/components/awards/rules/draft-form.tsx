import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { RuleSetRow } from "#lib/awards/rule-sets/queries";
import { printSpan } from "./rule-set-table.tsx";

/** A draft begins from a set there is; what it does not set otherwise stays the nation's. */
export function DraftForm({ from, fromId }: { from: RuleSetRow[]; fromId: string | undefined }) {
  return (
    <CommandForm action="/api/awards/rules">
      <Field label="Lập từ" name="fromId" hint="Giá trị của bộ này được chép sang; sửa từng giá trị kèm căn cứ.">
        <select className="input" name="fromId" defaultValue={fromId}>
          {from.map((set) => (
            <option key={set.id} value={set.id}>
              {`${set.title} (${set.adoptedAt ? printSpan(set) : "bản nháp"})`}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Tên bộ quy định mới" name="title">
        <input className="input" name="title" required maxLength={200} />
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Lập bản nháp
        </button>
      </p>
    </CommandForm>
  );
}
