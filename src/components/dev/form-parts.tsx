import { CommandForm } from "#components/ui/command-form";
import { ErrorSummary } from "#components/ui/error-summary";
import { Field } from "#components/ui/field";

/** What people fill in. The form below goes to a route that does not exist, to show how it fails. */
export function FormParts() {
  return (
    <section className="section">
      <h2 className="section-title">Biểu mẫu</h2>
      <ErrorSummary
        message="Có 2 chỗ cần sửa."
        problems={[
          { field: "reason", message: "Lý do: hãy ghi ít nhất 10 ký tự." },
          { field: "at", message: "Thời điểm: ngày 31/02 không có trong lịch." },
        ]}
      />
      <CommandForm
        action="/api/nowhere"
        confirm="Trả lại báo cáo cho Ủy ban nhân dân phường Hoàn Kiếm? Đơn vị sẽ thấy lý do và phải gửi lại cho cả hai nơi nhận."
      >
        <Field label="Lý do" name="reason" hint="Đơn vị và nơi nhận kia đều đọc được.">
          <textarea className="input" name="reason" />
        </Field>
        <Field label="Mục" name="section">
          <select className="input" name="section">
            <option>2. Xây dựng mô hình</option>
          </select>
        </Field>
        <Field label="Thời điểm" name="at">
          <input className="input" type="date" name="at" />
        </Field>
        <Field label="Nơi nhận" name="recipients" group>
          <label className="check">
            <input type="checkbox" name="recipients" value="1" /> Công an Thành phố Hà Nội
          </label>
          <label className="check">
            <input type="checkbox" name="recipients" value="2" /> Sở Nội vụ thành phố Hà Nội
          </label>
        </Field>
        <p className="actions">
          <button type="submit" className="btn btn-primary">
            Ký và gửi
          </button>
          <button type="submit" className="btn btn-danger">
            Trả lại
          </button>
          <button type="button" className="btn">
            Lưu
          </button>
          <button type="button" className="btn btn-quiet">
            Thôi
          </button>
          <button type="button" className="btn btn-primary" disabled>
            Chưa làm được
          </button>
        </p>
      </CommandForm>
    </section>
  );
}
