import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { councilRoleLabels } from "#lib/councils/labels";
import type { CouncilAgency, CouncilRow, MemberRow } from "#lib/councils/queries";
import type { Day } from "#lib/dates";

export function CouncilForm({ agencies, today }: { agencies: CouncilAgency[]; today: Day }) {
  return (
    <CommandForm action="/api/councils" className="card">
      <Field label="Hội đồng của cơ quan" name="agencyId">
        <select className="input" name="agencyId">
          {agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Tên hội đồng" name="name">
        <input className="input" name="name" required maxLength={200} defaultValue="Hội đồng Thi đua - Khen thưởng" />
      </Field>
      <Field label="Số quyết định thành lập" name="decisionNumber">
        <input className="input" name="decisionNumber" maxLength={100} />
      </Field>
      <Field label="Nhiệm kỳ từ ngày" name="validFrom">
        <input className="input" type="date" name="validFrom" required defaultValue={today} />
      </Field>
      <Field label="Đến ngày" name="validTo" hint="Bỏ trống nếu quyết định không ghi ngày kết thúc.">
        <input className="input" type="date" name="validTo" />
      </Field>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          Lập hội đồng
        </button>
      </p>
    </CommandForm>
  );
}

export function MemberForm({ council, members, today }: { council: CouncilRow; members: MemberRow[]; today: Day }) {
  const running = members.filter(({ validTo, substitutesId }) => !validTo && !substitutesId);
  return (
    <CommandForm action={`/api/councils/${council.id}/members`} className="card" reset>
      <input type="hidden" name="version" value={council.version} />
      <Field
        label="Tên đăng nhập"
        name="username"
        hint="Người đang công tác trong phạm vi của cơ quan, ví dụ lanhdao.H26."
      >
        <input className="input" name="username" required maxLength={100} autoComplete="off" />
      </Field>
      <Field label="Vai trò trong hội đồng" name="role">
        <select className="input" name="role" defaultValue="member">
          {Object.entries(councilRoleLabels).map(([role, label]) => (
            <option key={role} value={role}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Chức danh, đơn vị" name="post" hint="Như ghi trong quyết định thành lập hội đồng.">
        <input className="input" name="post" required maxLength={200} />
      </Field>
      <Field label="Từ ngày" name="validFrom">
        <input className="input" type="date" name="validFrom" required defaultValue={today} />
      </Field>
      <Field
        label="Dự họp thay cho"
        name="substitutesId"
        hint="Chỉ chọn khi là người được ủy quyền bằng văn bản dự họp và bỏ phiếu thay một thành viên."
      >
        <select className="input" name="substitutesId" defaultValue="">
          <option value="">Không: là thành viên chính thức</option>
          {running.map(({ id, fullName }) => (
            <option key={id} value={id}>
              {fullName}
            </option>
          ))}
        </select>
      </Field>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          Thêm vào hội đồng
        </button>
      </p>
    </CommandForm>
  );
}

export function SessionForm({ council, today }: { council: CouncilRow; today: Day }) {
  return (
    <CommandForm action={`/api/councils/${council.id}/sessions`} className="card">
      <input type="hidden" name="version" value={council.version} />
      <Field label="Nội dung phiên họp" name="title">
        <input className="input" name="title" required maxLength={300} placeholder="Xét khen thưởng năm 2026" />
      </Field>
      <Field label="Thời gian họp" name="meetsAt">
        <input className="input" type="datetime-local" name="meetsAt" required defaultValue={`${today}T08:00`} />
      </Field>
      <Field label="Địa điểm" name="place">
        <input className="input" name="place" maxLength={300} />
      </Field>
      <p className="actions field">
        <button type="submit" className="btn btn-primary">
          Triệu tập phiên họp
        </button>
      </p>
    </CommandForm>
  );
}
