import type { CouncilRow } from "#lib/councils/queries";
import { printDay } from "#lib/dates";

export function CouncilTable({ councils }: { councils: (CouncilRow & { keeps: boolean })[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Hội đồng</th>
            <th scope="col">Cơ quan</th>
            <th scope="col" className="num">
              Thành viên
            </th>
            <th scope="col" className="num">
              Phiên họp
            </th>
            <th scope="col">Nhiệm kỳ</th>
            <th scope="col">Vai trò của tôi</th>
          </tr>
        </thead>
        <tbody>
          {councils.map((council) => (
            <tr key={council.id}>
              <th scope="row">
                <a href={`/councils/${council.id}`}>{council.name}</a>
              </th>
              <td data-label="Cơ quan">{council.agencyName}</td>
              <td data-label="Thành viên" className="num">
                {council.memberCount}
              </td>
              <td data-label="Phiên họp" className="num">
                {council.sessionCount}
              </td>
              <td data-label="Nhiệm kỳ" className="fit">
                từ {printDay(council.validFrom)}
                {council.validTo && ` đến ${printDay(council.validTo)}`}
              </td>
              <td data-label="Vai trò">{council.keeps ? "Thường trực hội đồng" : "Thành viên"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
