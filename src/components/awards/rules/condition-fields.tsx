import { Field } from "#components/ui/field";
import type { AwardRule, Precondition } from "#lib/awards/rule-set";
import { conditionCheckLabels } from "#lib/awards/rule-sets/labels";
import type { RuleValue } from "#lib/awards/rule-sets/values";
import { NumberField, SubjectFields, WordsField } from "./field-parts.tsx";

/** A condition: its words, how it is checked, and on which way to the award it is asked. */
export function ConditionFields({ value, awards }: { value: RuleValue | null; awards: AwardRule[] }) {
  const item = value?.item as Precondition | undefined;
  return (
    <>
      <WordsField label="Tiêu chuẩn" given={value?.value ?? null} required />
      <Field label="Cách kiểm tra" name="check">
        <select className="input" name="check" defaultValue={item?.check ?? "evidence"}>
          {Object.entries(conditionCheckLabels).map(([check, label]) => (
            <option key={check} value={check}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Hình thức phải có trước" name="priorAwardId" hint="Chỉ với cách kiểm tra “đã được tặng”.">
        <select className="input" name="priorAwardId" defaultValue={item?.priorAwardId ?? ""}>
          <option value="">Không</option>
          {awards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <NumberField
        label="Số năm phải cách nhau"
        name="yearsSince"
        given={item?.yearsSince}
        hint="Để trống nếu không quy định."
      />
      <Field
        label="Đường xét"
        name="route"
        hint="Các tiêu chuẩn cùng một đường phải đạt tất cả; chỉ cần đạt một đường. Để trống nếu luôn phải đạt."
      >
        <input className="input" name="route" maxLength={60} defaultValue={item?.route} />
      </Field>
      <Field label="Công trạng" name="merit" group>
        <label className="check">
          <input type="checkbox" name="merit" value="1" defaultChecked={item?.merit} /> Không tính khen thưởng chuyên
          đề, đột xuất đã có
        </label>
      </Field>
      <SubjectFields name="subjects" given={item?.subjects ?? []} hint="Không chọn là áp dụng cho mọi đối tượng." />
    </>
  );
}
