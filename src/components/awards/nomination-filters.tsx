import { Tab } from "#components/ui/tab";
import type { NominationStatus, SubjectKind } from "#generated/prisma/enums";
import { nominationLabels, subjectLabels } from "#lib/awards/labels";
import { type ListFilter, nominationListHref } from "#lib/awards/nominations/filters";
import type { NominationCount } from "#lib/awards/nominations/queries";

type Props = {
  base: string;
  filter: ListFilter;
  /** counts of everything, whatever state is asked for */
  counts: NominationCount[];
  awards: { id: string; name: string }[];
};

/** Counts by state, each a link to exactly those dossiers, and the other filters as a form. */
export function NominationFilters({ base, filter, counts, awards }: Props) {
  const countOf = (status?: NominationStatus) =>
    counts.filter((one) => !status || one.status === status).reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <nav className="tabs" aria-label="Theo trạng thái">
        <Tab
          label="Tất cả"
          count={countOf()}
          href={nominationListHref(base, filter, { status: undefined })}
          current={!filter.status}
        />
        {(Object.keys(nominationLabels) as NominationStatus[]).map((status) => {
          const count = countOf(status);
          if (count === 0 && filter.status !== status) return null;
          const { word, shape } = nominationLabels[status];
          return (
            <Tab
              key={status}
              shape={shape}
              label={word}
              count={count}
              href={nominationListHref(base, filter, { status })}
              current={filter.status === status}
            />
          );
        })}
      </nav>
      <form className="filters" method="get">
        <label>
          <input
            name="q"
            className="input"
            type="search"
            defaultValue={filter.q}
            placeholder="Tìm đối tượng, cơ quan đề nghị"
            aria-label="Tìm đối tượng hoặc cơ quan đề nghị"
          />
        </label>
        <label>
          <select name="award" className="input" aria-label="Hình thức" defaultValue={filter.award ?? ""}>
            <option value="">Mọi hình thức</option>
            {awards.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <select name="kind" className="input" aria-label="Loại đối tượng" defaultValue={filter.kind ?? ""}>
            <option value="">Mọi đối tượng</option>
            {(Object.keys(subjectLabels) as SubjectKind[]).map((kind) => (
              <option key={kind} value={kind}>
                {subjectLabels[kind]}
              </option>
            ))}
          </select>
        </label>
        {filter.status && <input type="hidden" name="status" value={filter.status} />}
        <button type="submit" className="btn">
          Lọc
        </button>
      </form>
    </>
  );
}
