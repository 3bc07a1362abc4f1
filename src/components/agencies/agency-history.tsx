import { agencyHref } from "#lib/agencies/address";
import type { AgencyHistory as History, SuccessionRow } from "#lib/agencies/queries";
import { printDay } from "#lib/dates";

/** What an agency was called and was from day to day, and which agencies it came from or went into. */
export function AgencyHistory({ agency }: { agency: History }) {
  return (
    <section className="section">
      <h2>Lịch sử</h2>
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">Tên</th>
              <th scope="col">Loại</th>
              <th scope="col">Từ ngày</th>
              <th scope="col">Đến ngày</th>
              <th scope="col">Căn cứ</th>
            </tr>
          </thead>
          <tbody>
            {agency.terms.toReversed().map(({ name, type, validFrom, validTo, source }) => (
              <tr key={validFrom}>
                <td className="min-w-48">{name}</td>
                <td data-label="Loại">{type}</td>
                <td data-label="Từ ngày">{validFrom ? printDay(validFrom) : "chưa có nguồn"}</td>
                <td data-label="Đến ngày">{validTo ? printDay(validTo) : "nay"}</td>
                <td data-label="Căn cứ">{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Successions title="Hình thành từ" successions={agency.predecessors} />
      <Successions title="Nay thuộc" successions={agency.successors} />
    </section>
  );
}

function Successions({ title, successions }: { title: string; successions: SuccessionRow[] }) {
  const [first] = successions;
  if (!first) return null;
  return (
    <p className="small mt-3">
      <strong>{title}:</strong>{" "}
      {successions.map(({ id, shortName }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={agencyHref(id)}>{shortName}</a>
        </span>
      ))}{" "}
      <span className="quiet">
        từ ngày {printDay(first.effectiveOn)}, {first.source}
      </span>
    </p>
  );
}
