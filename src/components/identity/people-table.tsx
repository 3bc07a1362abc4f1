import { AccountTag, FictitiousTag } from "#components/identity/account-tag";
import { printHeld } from "#lib/identity/people/labels";
import type { ListedPerson } from "#lib/identity/people/queries";

export function PeopleTable({ people }: { people: ListedPerson[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th>Họ và tên</th>
            <th>Tên đăng nhập</th>
            <th>Chức vụ</th>
            <th>Vai trò trong phạm vi</th>
            <th>Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td className="fit">
                <a href={`/people/${person.id}`}>{person.fullName}</a>
              </td>
              <td data-label="Tên đăng nhập" className="fit">
                {person.username}
              </td>
              <td data-label="Chức vụ" className="far">
                {person.position}
              </td>
              <td data-label="Vai trò">{printHeld(person) || <span className="quiet">Không còn vai trò</span>}</td>
              <td data-label="Tình trạng" className="fit">
                <span>
                  <AccountTag lockedAt={person.lockedAt} /> {person.fictitious && <FictitiousTag />}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
