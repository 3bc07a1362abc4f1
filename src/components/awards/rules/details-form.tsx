import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { RuleSetDetail } from "#lib/awards/rule-sets/queries";

export function DetailsForm({ set }: { set: RuleSetDetail }) {
  return (
    <CommandForm action={`/api/awards/rules/${set.id}/details`}>
      <input type="hidden" name="version" value={set.version} />
      <Field label="Tên bộ quy định" name="title">
        <input className="input" name="title" required maxLength={200} defaultValue={set.title} />
      </Field>
      <Field label="Văn bản ban hành" name="source" hint="Số, ngày, cơ quan ban hành.">
        <input className="input" name="source" required maxLength={300} defaultValue={set.source} />
      </Field>
      <Field label="Có hiệu lực từ ngày" name="effectiveFrom" hint="Từ hôm nay trở đi; hồ sơ đã đề nghị không đổi.">
        <input
          className="input"
          type="date"
          name="effectiveFrom"
          required
          min={set.today}
          defaultValue={set.effectiveFrom}
        />
      </Field>
      <Field
        label="Điều cần báo cho người dùng"
        name="warning"
        hint="Hiện ở mọi nơi bộ quy định này được áp dụng. Để trống nếu không có."
      >
        <textarea className="input" name="warning" maxLength={500} rows={3} defaultValue={set.warning ?? ""} />
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Lưu
        </button>
        <a className="btn btn-quiet" href={`/awards/rules/${set.id}`}>
          Thôi
        </a>
      </p>
    </CommandForm>
  );
}
