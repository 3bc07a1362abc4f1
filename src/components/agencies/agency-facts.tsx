import { agencyHref } from "#lib/agencies/address";
import { codeStatusLabels, kindLabels, otherNameLabels } from "#lib/agencies/labels";
import type { AgencyHistory, AgencyTermRow, NamedAgency } from "#lib/agencies/queries";
import type { Day } from "#lib/dates";

type Props = { agency: AgencyHistory; term: AgencyTermRow; parents: NamedAgency[]; on: Day | null };

/** What an agency is: its code and how sure it is, its kind, where it stands. */
export function AgencyFacts({ agency, term, parents, on }: Props) {
  return (
    <dl className="facts">
      <dt>Mã</dt>
      <dd>
        <span className="figures">{agency.id}</span> – {codeStatusLabels[agency.codeStatus]}
        <br />
        <span className="quiet">{agency.source}</span>
      </dd>
      {term.unitCode && term.unitCode !== agency.id && (
        <>
          <dt>Mã đơn vị hành chính</dt>
          <dd className="figures">{term.unitCode}</dd>
        </>
      )}
      <dt>Nhóm</dt>
      <dd>
        {kindLabels[term.kind]} – {term.type}
      </dd>
      {parents.length > 0 && (
        <>
          <dt>Trực thuộc</dt>
          <dd>
            {parents.map(({ id, shortName }, index) => (
              <span key={id}>
                {index > 0 && " › "}
                <a href={agencyHref(id, on)}>{shortName}</a>
              </span>
            ))}
          </dd>
        </>
      )}
      {term.region && (
        <>
          <dt>Vùng</dt>
          <dd>{term.region}</dd>
        </>
      )}
      {agency.otherNames.length > 0 && (
        <>
          <dt>Tên, mã khác</dt>
          <dd>
            {agency.otherNames.map(({ name, kind, note }) => (
              <span key={name} className="block">
                {otherNameLabels[kind]}: {name} <span className="quiet">({note})</span>
              </span>
            ))}
          </dd>
        </>
      )}
      {agency.plans.length > 0 && (
        <>
          <dt>Kế hoạch</dt>
          <dd>
            {agency.plans.map(({ id, title }) => (
              <a key={id} className="block" href={`/plans/${id}`}>
                {title}
              </a>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
