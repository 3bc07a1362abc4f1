import { actionLabels } from "#lib/identity/audit-trail/labels";
import type { AuditFilter } from "#lib/identity/audit-trail/schema";

export function AuditFilters({ filter }: { filter: AuditFilter }) {
  return (
    <form className="filters" method="get">
      <label>
        Thao tác
        <select className="input" name="action" defaultValue={filter.action ?? ""}>
          <option value="">Tất cả</option>
          {Object.entries(actionLabels).map(([action, label]) => (
            <option key={action} value={action}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Người làm
        <input className="input" name="person" defaultValue={filter.person} placeholder="họ tên hoặc tên đăng nhập" />
      </label>
      <label>
        Cơ quan
        <input className="input" name="agency" defaultValue={filter.agency} placeholder="mã hoặc tên" />
      </label>
      <label>
        Đối tượng
        <input className="input" name="subject" defaultValue={filter.subject} placeholder="mã hoặc tên đăng nhập" />
      </label>
      <label>
        Từ ngày
        <input className="input" type="date" name="from" defaultValue={filter.from} />
      </label>
      <label>
        Đến ngày
        <input className="input" type="date" name="to" defaultValue={filter.to} />
      </label>
      <button type="submit" className="btn">
        Lọc
      </button>
    </form>
  );
}
