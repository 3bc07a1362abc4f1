import { Tab } from "#components/ui/tab";
import type { ReportStatus } from "#generated/prisma/enums";
import { type ListFilter, reportListHref } from "#lib/reports/filters";
import { statusLabels } from "#lib/reports/labels";
import type { StatusCount } from "#lib/reports/queries";
import { standings } from "#lib/reports/standings";
import { printNumber } from "#lib/text";

type Props = {
  filter: ListFilter;
  counts: StatusCount[];
  periods: string[];
  provinces: { id: string; name: string }[];
  mayBeMine: boolean;
};

/** Counts by state, each a link to exactly those reports, and the other filters as a form. */
export function ReportFilters({ filter, counts, periods, provinces, mayBeMine }: Props) {
  const sum = (of: (count: StatusCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return (
    <>
      <nav className="tabs" aria-label="Theo trạng thái">
        <Tab
          label="Tất cả"
          count={sum(({ count }) => count)}
          href={reportListHref(filter, { status: [], ...(filter.standing && { standing: undefined }) })}
          current={!filter.status?.length && !filter.standing}
        />
        {(Object.keys(statusLabels) as ReportStatus[]).map((status) => {
          const count = counts.find((each) => each.status === status)?.count ?? 0;
          if (count === 0 && !filter.status?.includes(status)) return null;
          const { word, shape } = statusLabels[status];
          return (
            <Tab
              key={status}
              shape={shape}
              label={word}
              count={count}
              href={reportListHref(filter, { status: [status] })}
              current={filter.status?.includes(status) ?? false}
            />
          );
        })}
        {(sum(({ nothing }) => nothing) > 0 || filter.nothing) && (
          <Tab
            shape="–"
            label="Không phát sinh"
            count={sum(({ nothing }) => nothing)}
            href={reportListHref(filter, { nothing: !filter.nothing })}
            current={filter.nothing ?? false}
          />
        )}
        {filter.standing && (
          <Tab
            shape={standings[filter.standing].shape}
            label={standings[filter.standing].label}
            count={sum(({ count }) => count)}
            href={reportListHref(filter, {})}
            current
          />
        )}
      </nav>
      <form className="filters" method="get">
        <label>
          <select name="period" className="input" aria-label="Năm" defaultValue={filter.period}>
            {periods.map((id) => (
              <option key={id} value={id}>
                Năm {id}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            name="q"
            className="input"
            type="search"
            defaultValue={filter.q}
            placeholder="Tìm đơn vị: tên, mã, tên cũ"
            aria-label="Tìm đơn vị"
          />
        </label>
        {provinces.length > 0 && (
          <label>
            <select name="province" aria-label="Tỉnh, thành phố" className="input" defaultValue={filter.province ?? ""}>
              <option value="">Mọi tỉnh, thành phố</option>
              <option value="VN">Cơ quan trung ương</option>
              {provinces.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <select name="agencyKind" aria-label="Loại đơn vị" className="input" defaultValue={filter.agencyKind ?? ""}>
            <option value="">Mọi loại đơn vị</option>
            <option value="commune">Xã, phường, đặc khu</option>
            <option value="department">Sở, ngành</option>
            <option value="province">Tỉnh, thành phố</option>
            <option value="ministry">Bộ, cơ quan ngang bộ</option>
            <option value="centralBody">Cơ quan trung ương khác</option>
            <option value="centralFront">Mặt trận, đoàn thể trung ương</option>
          </select>
        </label>
        <label>
          <select name="kind" aria-label="Loại báo cáo" className="input" defaultValue={filter.kind ?? ""}>
            <option value="">Mọi loại báo cáo</option>
            <option value="own">Của đơn vị</option>
            <option value="consolidated">Tổng hợp</option>
          </select>
        </label>
        <label>
          <select
            name="late"
            aria-label="Hạn"
            className="input"
            defaultValue={filter.late === undefined ? "" : filter.late ? "1" : "0"}
          >
            <option value="">Đúng hạn và muộn</option>
            <option value="1">Muộn hoặc quá hạn ({printNumber(sum(({ late, overdue }) => late + overdue))})</option>
            <option value="0">Đúng hạn</option>
          </select>
        </label>
        {mayBeMine && (
          <label className="check">
            <input type="checkbox" name="mine" value="1" defaultChecked={filter.mine} /> Chờ cơ quan tôi
          </label>
        )}
        {filter.nothing && <input type="hidden" name="nothing" value="1" />}
        {filter.standing && <input type="hidden" name="standing" value={filter.standing} />}
        {filter.status?.map((status) => (
          <input key={status} type="hidden" name="status" value={status} />
        ))}
        <button type="submit" className="btn">
          Lọc
        </button>
      </form>
    </>
  );
}
