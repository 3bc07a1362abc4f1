import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { reportParts } from "#lib/awards/nominations/dossier";
import type { NominationRow } from "#lib/awards/nominations/queries";
import type { AwardRule } from "#lib/awards/rule-set";
import { ChecklistFields } from "./checklist-fields.tsx";
import { DayField } from "./round-form.tsx";

/** What the clerk writes: the achievement, its period, the report by theme, what is in the dossier, and that the facts are right. */
export function DossierForm({
  nomination,
  award,
  asksWhy,
}: {
  nomination: NominationRow;
  award: AwardRule;
  asksWhy: boolean;
}) {
  return (
    <CommandForm action={`/api/awards/nominations/${nomination.id}`}>
      <input type="hidden" name="version" value={nomination.version} />
      <Field label="Thành tích, ghi trong một câu" name="achievement" hint="Câu này đi vào quyết định và bằng.">
        <textarea name="achievement" className="input" rows={2} maxLength={500} defaultValue={nomination.achievement} />
      </Field>
      <DayField label="Thành tích từ ngày" name="achievedFrom" day={nomination.achievedFrom} />
      <DayField label="Thành tích đến ngày" name="achievedTo" day={nomination.achievedTo} />
      <h3>Báo cáo thành tích thi đua theo chuyên đề</h3>
      <p className="quiet small">
        Bố cục theo phụ lục Nghị định 152/2025/NĐ-CP; lời văn của mẫu mới đọc được một phần, cơ quan đối chiếu mẫu khi
        in.
      </p>
      {reportParts.map(({ id, title, required }) => (
        <Field key={id} label={required ? `${title} (bắt buộc)` : title} name={`report.${id}`}>
          <textarea name={`report.${id}`} className="input" rows={4} defaultValue={nomination.report[id]} />
        </Field>
      ))}
      <ChecklistFields nomination={nomination} award={award} asksWhy={asksWhy} />
      <Field label="Đã kiểm tra: số liệu lấy từ báo cáo đã tiếp nhận là đúng và đủ cho hồ sơ này" name="confirmed">
        <input type="checkbox" name="confirmed" defaultChecked={Boolean(nomination.facts.confirmedAt)} />
      </Field>
      <p className="actions">
        <button type="submit" className="btn">
          Lưu hồ sơ
        </button>
      </p>
    </CommandForm>
  );
}
