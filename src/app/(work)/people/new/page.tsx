import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AGENCY_HINT, AgencyField, AgencyOptions } from "#components/identity/agency-field";
import { RoleSelect } from "#components/identity/role-select";
import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { PageHeader } from "#components/ui/page-header";
import { isAdministrator } from "#lib/identity/people/policy";
import { listAgenciesToOffer } from "#lib/identity/people/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Mở tài khoản" };

export default async function NewPersonPage() {
  const actor = await requireActor();
  if (!isAdministrator(actor)) notFound();
  return (
    <>
      <PageHeader
        title="Mở tài khoản"
        crumbs={[{ href: "/people", label: "Người dùng" }]}
        facts={`Trong phạm vi quản trị của ${actor.agency.name}. Mật khẩu một lần hiện ở trang sau; người dùng phải đổi khi đăng nhập lần đầu.`}
      />
      <CommandForm action="/api/people">
        <Field label="Họ và tên" name="fullName">
          <input className="input" name="fullName" required maxLength={120} autoComplete="off" />
        </Field>
        <Field
          label="Chức vụ"
          name="position"
          hint="Ghi như trong văn bản, ví dụ Chuyên viên, Phó Chủ tịch. Có thể để trống."
        >
          <input className="input" name="position" maxLength={200} autoComplete="off" />
        </Field>
        <Field
          label="Tên đăng nhập"
          name="username"
          hint="Chữ cái không dấu, chữ số, dấu chấm; ví dụ canbo.00070. Không đổi được về sau."
        >
          <input
            className="input"
            name="username"
            required
            minLength={3}
            maxLength={64}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Field label="Cơ quan" name="agency" hint={AGENCY_HINT}>
          <AgencyField required />
        </Field>
        <Field label="Vai trò" name="role" hint="Giao thêm vai trò khác ở trang của người dùng.">
          <RoleSelect />
        </Field>
        <p className="actions field">
          <button type="submit" className="btn btn-primary">
            Mở tài khoản
          </button>
          <a className="btn btn-quiet" href="/people">
            Thôi
          </a>
        </p>
        <AgencyOptions agencies={await listAgenciesToOffer(actor)} />
      </CommandForm>
    </>
  );
}
