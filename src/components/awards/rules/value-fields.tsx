import type { ReactNode } from "react";
import { Field } from "#components/ui/field";
import type { SubjectKind } from "#generated/prisma/enums";
import { subjectLabels } from "#lib/awards/labels";
import type { AwardRule, Base, DossierItem, Fraction } from "#lib/awards/rule-set";
import { baseLabels, choices, levelLabels } from "#lib/awards/rule-sets/labels";
import type { RuleValue, ValueKind } from "#lib/awards/rule-sets/values";
import { ConditionFields } from "./condition-fields.tsx";
import { NumberField, SubjectFields, WordsField } from "./field-parts.tsx";

type Props = { kind: ValueKind; value: RuleValue | null; awards: AwardRule[] };

/** The fields of a value's kind. */
export function ValueFields({ kind, value, awards }: Props): ReactNode {
  const given = value?.value ?? null;
  switch (kind) {
    case "words":
      return <WordsField label="Nội dung" given={given} required />;
    case "optionalWords":
      return <WordsField label="Nội dung" given={given} hint={WHEN_NONE} />;
    case "days":
      return <NumberField label="Số ngày làm việc" name="value" given={given} hint={WHEN_NONE} />;
    case "months":
      return <NumberField label="Số tháng" name="value" given={given} hint={WHEN_NONE} />;
    case "money":
      return <NumberField label="Số đồng" name="value" given={given} />;
    case "subjects":
      return <SubjectFields name="value" given={(given ?? []) as SubjectKind[]} />;
    case "ballot":
    case "recusal":
    case "silence":
    case "intake":
    case "overlap":
      return <ChoiceField options={choices[kind]} given={given} />;
    case "quorum":
      return <ShareFields given={given as Fraction | null} />;
    case "threshold":
      return <ThresholdFields given={given as (Fraction & { base: Base }) | null} />;
    case "appraisal":
      return <NumberFields labels={levelLabels} unit="ngày làm việc" given={given} />;
    case "issuing":
      return <NumberFields labels={issuingLabels} given={given} />;
    case "bonus":
      return <BonusFields given={(given ?? {}) as Partial<Record<SubjectKind, number | null>>} />;
    case "condition":
      return <ConditionFields value={value} awards={awards} />;
    case "paper":
      return <PaperFields value={value} />;
  }
}

const WHEN_NONE = "Để trống khi văn bản không quy định, hoặc chưa tìm thấy quy định.";

const issuingLabels = {
  few: "Số ngày làm việc khi ít trường hợp",
  fewerThan: "Ít hơn bao nhiêu trường hợp",
  many: "Số ngày làm việc từ đó trở lên",
};

function ChoiceField({ options, given }: { options: Record<string, string>; given: unknown }) {
  return (
    <Field label="Giá trị" name="value" hint={WHEN_NONE}>
      <select className="input" name="value" defaultValue={given === null ? "" : String(given)}>
        <option value="">Để trống</option>
        {Object.entries(options).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

function ShareFields({ given }: { given: Fraction | null }) {
  return (
    <>
      <NumberField
        label="Tử số"
        name="numerator"
        given={given?.numerator}
        hint={`80 % là 4 và 5; hai phần ba là 2 và 3. ${WHEN_NONE}`}
      />
      <NumberField label="Mẫu số" name="denominator" given={given?.denominator} />
    </>
  );
}

function ThresholdFields({ given }: { given: (Fraction & { base: Base }) | null }) {
  return (
    <>
      <ShareFields given={given} />
      <Field label="Tính trên" name="base">
        <select className="input" name="base" defaultValue={given?.base ?? "allMembers"}>
          {(Object.keys(baseLabels) as Base[]).map((base) => (
            <option key={base} value={base}>
              {baseLabels[base]}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

function NumberFields({ labels, unit, given }: { labels: Record<string, string>; unit?: string; given: unknown }) {
  const values = (given ?? {}) as Record<string, number | null>;
  return Object.entries(labels).map(([name, label]) => (
    <NumberField key={name} label={unit ? `${label} (${unit})` : label} name={name} given={values[name]} />
  ));
}

function BonusFields({ given }: { given: Partial<Record<SubjectKind, number | null>> }) {
  return (Object.keys(subjectLabels) as SubjectKind[]).map((kind) => {
    const times = given[kind];
    return (
      <Field
        key={kind}
        label={`${subjectLabels[kind]} (lần lương cơ sở)`}
        name={kind}
        hint="Ví dụ 3,5. Để trống khi không có mức."
      >
        <input
          className="input num"
          name={kind}
          inputMode="decimal"
          size={6}
          defaultValue={times ? String(times / 100).replace(".", ",") : ""}
        />
      </Field>
    );
  });
}

function PaperFields({ value }: { value: RuleValue | null }) {
  const item = value?.item as DossierItem | undefined;
  return (
    <>
      <WordsField label="Tên giấy tờ" given={value?.value ?? null} required />
      <Field label="Bắt buộc" name="required" group>
        <label className="check">
          <input type="checkbox" name="required" value="1" defaultChecked={item?.required ?? true} /> Thiếu thì chưa đủ
          hồ sơ
        </label>
      </Field>
    </>
  );
}
