import type { AgencyPerson } from "#lib/agencies/queries";
import { printRoles } from "#lib/identity/labels";

/** Who works here with which roles. */
export function AgencyPeople({ people }: { people: AgencyPerson[] }) {
  return (
    <section className="section">
      <h2>Người làm việc trên hệ thống</h2>
      {people.length === 0 ? (
        <p className="quiet">
          Chưa có tài khoản nào được giao vai trò ở cơ quan này. Quản trị cấp trên mở tài khoản ở trang Người dùng.
        </p>
      ) : (
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">Họ và tên</th>
                <th scope="col">Chức vụ</th>
                <th scope="col">Vai trò</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, fullName, position, roles }) => (
                <tr key={id}>
                  <td>{fullName}</td>
                  <td data-label="Chức vụ">{position}</td>
                  <td data-label="Vai trò">{printRoles(roles)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
