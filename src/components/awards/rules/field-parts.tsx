import { Field } from "#components/ui/field";
import type { SubjectKind } from "#generated/prisma/enums";
import { subjectLabels } from "#lib/awards/labels";

export function WordsField({
  label,
  given,
  required = false,
  hint,
}: {
  label: string;
  given: unknown;
  required?: boolean;
  hint?: string;
}) {
  return (
    <Field label={label} name="value" hint={hint}>
      <textarea
        className="input"
        name="value"
        rows={3}
        maxLength={500}
        required={required}
        defaultValue={given === null ? "" : String(given)}
      />
    </Field>
  );
}

export function NumberField({
  label,
  name,
  given,
  hint,
}: {
  label: string;
  name: string;
  given: unknown;
  hint?: string;
}) {
  return (
    <Field label={label} name={name} hint={hint}>
      <input
        className="input num"
        name={name}
        inputMode="numeric"
        size={10}
        defaultValue={given === null || given === undefined ? "" : String(given)}
      />
    </Field>
  );
}

export function SubjectFields({ name, given, hint }: { name: string; given: SubjectKind[]; hint?: string }) {
  return (
    <Field label="Đối tượng" name={name} group hint={hint}>
      {(Object.keys(subjectLabels) as SubjectKind[]).map((kind) => (
        <label key={kind} className="check">
          <input type="checkbox" name={`${name}[]`} value={kind} defaultChecked={given.includes(kind)} />{" "}
          {subjectLabels[kind]}
        </label>
      ))}
    </Field>
  );
}
