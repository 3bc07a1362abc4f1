import type { AgencyKind } from "#generated/prisma/enums";
import { listHref } from "#lib/agencies/address";
import { stateLabels, states, tabLabels, unitTypes } from "#lib/agencies/labels";
import type { AgencyList, ProvinceChoice } from "#lib/agencies/queries";
import { type AgencyFilters as Filters, stateOf } from "#lib/agencies/schema";
import { printNumber } from "#lib/text";

type Props = { filters: Filters; counts: AgencyList["counts"]; provinces: ProvinceChoice[] };

/** Kinds as tabs with their counts, the other filters as a form. */
export function AgencyFilters({ filters, counts, provinces }: Props) {
  const regions = [...new Set(provinces.map(({ region }) => region))].filter((region) => region !== null);
  return (
    <>
      <KindTabs filters={filters} counts={counts} />
      <form className="filters" method="get">
        {filters.kind && <input type="hidden" name="kind" value={filters.kind} />}
        <label>
          Tìm
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={filters.q}
            placeholder="tên, tên cũ, mã"
            maxLength={100}
          />
        </label>
        <Choice label="Loại" name="type" value={filters.type} options={unitTypes.map((type) => [type, type])} />
        <Choice
          label="Tỉnh, thành phố"
          name="province"
          value={filters.province}
          options={provinces.map(({ id, name }) => [id, name])}
        />
        <Choice label="Vùng" name="region" value={filters.region} options={regions.map((region) => [region, region])} />
        <label>
          Tình trạng
          <select className="input" name="state" defaultValue={stateOf(filters)}>
            {states.map((state) => (
              <option key={state} value={state}>
                {stateLabels[state]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Tại ngày
          <input className="input" type="date" name="on" defaultValue={filters.on ?? ""} />
        </label>
        <button type="submit" className="btn">
          Xem
        </button>
        <a className="btn btn-quiet" href="/agencies">
          Bỏ lọc
        </a>
      </form>
    </>
  );
}

function Choice({
  label,
  name,
  value,
  options,
}: {
  label: string;
  name: string;
  value: string | null;
  options: [value: string, label: string][];
}) {
  return (
    <label>
      {label}
      <select className="input min-w-0 sm:max-w-56" name={name} defaultValue={value ?? ""}>
        <option value="">Tất cả</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function KindTabs({ filters, counts }: Pick<Props, "filters" | "counts">) {
  return (
    <nav className="tabs" aria-label="Theo nhóm cơ quan">
      <Tab filters={filters} kind={null} label="Tất cả" counts={counts} />
      {Object.entries(tabLabels).map(([kind, label]) => (
        <Tab
          key={kind}
          filters={filters}
          kind={kind as AgencyKind}
          label={label}
          counts={counts.filter((count) => count.kind === kind)}
        />
      ))}
    </nav>
  );
}

/** A tab without agencies is left out, unless it is the one chosen. */
function Tab({
  filters,
  kind,
  label,
  counts,
}: {
  filters: Filters;
  kind: AgencyKind | null;
  label: string;
  counts: AgencyList["counts"];
}) {
  if (counts.length === 0 && kind !== null && kind !== filters.kind) return null;
  return (
    <a href={listHref(filters, { kind, type: null })} aria-current={filters.kind === kind ? "page" : undefined}>
      {label} <span className="figures">{printNumber(counts.reduce((sum, { count }) => sum + count, 0))}</span>
    </a>
  );
}
