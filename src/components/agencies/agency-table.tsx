import { OtherNames } from "#components/agencies/other-names";
import { Tag } from "#components/ui/tag";
import { agencyHref } from "#lib/agencies/address";
import { kindLabels } from "#lib/agencies/labels";
import type { ListedAgency } from "#lib/agencies/queries";
import { matchedOtherNames } from "#lib/agencies/rules";
import { type Day, printDay } from "#lib/dates";
import { printNumber } from "#lib/text";

/** Agencies as a list; a name the search found that is no longer theirs is said beside it. */
export function AgencyTable({ agencies, query, on }: { agencies: ListedAgency[]; query: string; on: Day | null }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Tên cơ quan</th>
            <th scope="col">Mã</th>
            <th scope="col">Loại</th>
            <th scope="col">Tỉnh, thành phố</th>
            <th scope="col">Vùng</th>
            <th scope="col" className="num">
              Trực thuộc
            </th>
            <th scope="col">Hiệu lực</th>
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <AgencyRow key={agency.id} agency={agency} query={query} on={on} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AgencyRow({ agency, query, on }: { agency: ListedAgency; query: string; on: Day | null }) {
  const { id, name, kind, type, region, provinceId, provinceName, children } = agency;
  return (
    <tr>
      <td>
        <span>
          <a href={agencyHref(id, on)}>{name}</a>
          <OtherNames names={matchedOtherNames(query, agency)} />
        </span>
      </td>
      <td data-label="Mã" className="figures whitespace-nowrap">
        {id}
      </td>
      <td data-label="Loại" title={kindLabels[kind]}>
        {type}
      </td>
      <td data-label="Tỉnh, thành phố">
        {provinceId && provinceId !== id && <a href={agencyHref(provinceId, on)}>{provinceName}</a>}
      </td>
      <td data-label="Vùng">{region}</td>
      <td data-label="Trực thuộc" className="num">
        {children > 0 ? printNumber(children) : null}
      </td>
      <td data-label="Hiệu lực">
        <ListedState agency={agency} on={on} />
      </td>
    </tr>
  );
}

/** Since when it has been so; what has ceased says until when, and what took over. */
function ListedState({
  agency: { inForce, validFrom, validTo, successors },
  on,
}: {
  agency: ListedAgency;
  on: Day | null;
}) {
  if (inForce) return <span className="quiet">{validFrom && `từ ${printDay(validFrom)}`}</span>;
  return (
    <span>
      <Tag tone="still" shape="–">
        {validTo ? `đến ${printDay(validTo)}` : "đã chấm dứt"}
      </Tag>
      {successors.map(({ id, shortName }) => (
        <span key={id} className="quiet">
          {" "}
          nay thuộc <a href={agencyHref(id, on)}>{shortName}</a>
        </span>
      ))}
    </span>
  );
}
