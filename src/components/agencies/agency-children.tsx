import { Pagination } from "#components/ui/pagination";
import { agencyHref } from "#lib/agencies/address";
import { groupLabels } from "#lib/agencies/labels";
import type { Children } from "#lib/agencies/queries";
import { PAGE_SIZE } from "#lib/agencies/schema";
import type { Day } from "#lib/dates";
import { printNumber } from "#lib/text";

type Props = { id: string; below: Children; page: number; on: Day | null };

/** A page of what stands directly below an agency, under the name of each kind. */
export function AgencyChildren({ id, below: { counts, agencies }, page, on }: Props) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const shown = counts.filter(({ kind }) => agencies.some((agency) => agency.kind === kind));
  const pageHref = (to: number) => `${agencyHref(id, on)}${on ? "&" : "?"}page=${to}#truc-thuoc`;
  return (
    <section className="section" id="truc-thuoc">
      <h2>
        Cơ quan trực thuộc <span className="quiet figures">{printNumber(total)}</span>
      </h2>
      {shown.map(({ kind, count }) => (
        <div key={kind} className="mt-3">
          <h3>
            {groupLabels[kind]} <span className="quiet figures">{printNumber(count)}</span>
          </h3>
          <ul className="link-list">
            {agencies
              .filter((agency) => agency.kind === kind)
              .map((agency) => (
                <li key={agency.id}>
                  <a href={agencyHref(agency.id, on)}>{agency.name}</a>{" "}
                  <span className="quiet figures">{agency.id}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <Pagination page={page} pageCount={Math.ceil(total / PAGE_SIZE)} hrefOf={pageHref} />
    </section>
  );
}
