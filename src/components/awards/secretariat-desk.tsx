import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { Check } from "#lib/awards/eligibility/facts";
import type { NominationRow } from "#lib/awards/nominations/queries";
import type { AwardRule, RuleSetDefinition } from "#lib/awards/rule-set";
import { ChecklistFields } from "./checklist-fields.tsx";
import { MarkTag } from "./nomination-tag.tsx";
import { DayField } from "./round-form.tsx";

type Props = {
  nomination: NominationRow;
  award: AwardRule;
  rules: RuleSetDefinition;
  checks: Check[];
  hasComplaint: boolean;
};

/** What the standing secretariat does while a dossier is with it: note what came, tick off, ask for opinions. */
export function SecretariatDesk({ nomination, award, rules, checks, hasComplaint }: Props) {
  const { id, version } = nomination;
  const overlaps = (checks.find((check) => check.id === "oneAward")?.facts.length ?? 0) > 0;
  const { consultationDays } = rules;
  return (
    <section className="section">
      <h2>Việc của cơ quan thường trực</h2>
      <details>
        <summary className="btn">Ghi nhận hồ sơ đã nhận</summary>
        <CommandForm action={`/api/awards/nominations/${id}/receipt`} className="move">
          <input type="hidden" name="version" value={version} />
          <DayField
            label="Bản giấy nhận ngày"
            name="paperReceivedOn"
            day={nomination.paperReceivedOn}
            required={false}
          />
          <DayField
            label="Bản điện tử nhận ngày"
            name="fileReceivedOn"
            day={nomination.fileReceivedOn}
            required={false}
          />
          <button type="submit" className="btn btn-primary">
            Ghi nhận
          </button>
        </CommandForm>
      </details>
      <details>
        <summary className="btn">Kiểm tra thành phần và tiêu chuẩn</summary>
        <CommandForm action={`/api/awards/nominations/${id}/checklist`}>
          <input type="hidden" name="version" value={version} />
          <ChecklistFields nomination={nomination} award={award} asksWhy={overlaps} asksSettled={hasComplaint} />
          <button type="submit" className="btn btn-primary">
            Lưu kết quả kiểm tra
          </button>
        </CommandForm>
      </details>
      <details>
        <summary className="btn">Lấy ý kiến hiệp y</summary>
        <CommandForm action={`/api/awards/nominations/${id}/consultations`} className="move" reset>
          <input type="hidden" name="version" value={version} />
          <Field label="Cơ quan được hỏi ý kiến" name="agency" hint="Mã cơ quan (ví dụ H26.CA) hoặc tên đầy đủ.">
            <input className="input" name="agency" required />
          </Field>
          {consultationDays.value === null ? (
            <DayField label="Hạn trả lời" name="dueOn" hint="Bộ quy định chưa nêu thời hạn; hãy nhập ngày." />
          ) : (
            <p className="quiet">
              Hạn trả lời: {consultationDays.value} ngày làm việc ({consultationDays.source}){" "}
              <MarkTag mark={consultationDays.mark} />
            </p>
          )}
          <button type="submit" className="btn btn-primary">
            Gửi yêu cầu
          </button>
        </CommandForm>
      </details>
    </section>
  );
}
