import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";

/** The official mailbox reminders go to; for those who administer the agency. */
export const AgencyMailbox = ({ id, address }: { id: string; address: string | null }) => (
  <section className="section" aria-labelledby="mailbox">
    <h2 id="mailbox">Hộp thư của cơ quan</h2>
    <CommandForm action={`/api/agencies/${id}/mailbox`}>
      <Field
        label="Địa chỉ"
        name="address"
        hint="Hộp thư công vụ dùng chung, không phải của cá nhân. Lời nhắc báo cáo được gửi tới đây."
      >
        <input name="address" type="email" className="input" maxLength={200} defaultValue={address ?? ""} />
      </Field>
      <button type="submit" className="btn">
        Lưu hộp thư
      </button>
    </CommandForm>
  </section>
);
