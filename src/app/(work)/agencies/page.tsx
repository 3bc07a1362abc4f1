import type { Metadata } from "next";
import { AgencyFilters } from "#components/agencies/agency-filters";
import { AgencyTable } from "#components/agencies/agency-table";
import { AgencyTree } from "#components/agencies/agency-tree";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { listHref, treeHref } from "#lib/agencies/address";
import { type AgencyList, listAgencies, listProvinces, readTree } from "#lib/agencies/queries";
import { agencyFilters, PAGE_SIZE, treeAddress } from "#lib/agencies/schema";
import { type Day, printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Cơ quan" };

/** Agencies as of a day, as a list to search or as a tree. Every signed-in person may read it. */
export default async function AgenciesPage({ searchParams }: PageProps<"/agencies">) {
  await requireActor();
  const address = await searchParams;
  return address.view === "tree" ? <TreePage address={address} /> : <ListPage address={address} />;
}

type Address = Record<string, string | string[] | undefined>;

async function ListPage({ address }: { address: Address }) {
  const filters = agencyFilters.parse(address);
  const [{ day, total, counts, agencies }, provinces] = await Promise.all([
    listAgencies(filters),
    listProvinces(filters.on),
  ]);
  return (
    <>
      <PageHeader
        title="Cơ quan"
        facts={[`Tại ngày ${printDay(day)}`, `${printNumber(total)} cơ quan`, printUnits(counts)]}
        actions={
          <a className="btn" href={treeHref(filters.on)}>
            Xem dạng cây
          </a>
        }
      />
      <StartOfRecords day={day} />
      <AgencyFilters filters={filters} counts={counts} provinces={provinces} />
      {agencies.length > 0 ? (
        <AgencyTable agencies={agencies} query={filters.q} on={filters.on} />
      ) : (
        <Empty title="Không có cơ quan nào khớp">
          Thử ít chữ hơn, không cần dấu, hoặc tìm theo mã hay tên cũ. <a href="/agencies">Xem tất cả cơ quan</a>
        </Empty>
      )}
      <DownloadLinks action="/api/agencies/download" query={listHref(filters, {}).split("?")[1] ?? ""} />
      <Pagination
        page={filters.page}
        pageCount={Math.ceil(total / PAGE_SIZE)}
        hrefOf={(page) => listHref(filters, { page })}
      />
    </>
  );
}

async function TreePage({ address }: { address: Address }) {
  const { on, open } = treeAddress.parse(address);
  const tree = await readTree(on, open);
  return (
    <>
      <PageHeader
        title="Cây cơ quan"
        facts={`Tại ngày ${printDay(tree.day)}`}
        actions={
          <a className="btn" href={on ? `/agencies?on=${on}` : "/agencies"}>
            Xem danh sách
          </a>
        }
      />
      <StartOfRecords day={tree.day} />
      <form className="filters" method="get">
        <input type="hidden" name="view" value="tree" />
        <label>
          Tại ngày
          <input className="input" type="date" name="on" defaultValue={on ?? ""} />
        </label>
        <button type="submit" className="btn">
          Xem
        </button>
      </form>
      <AgencyTree tree={tree} open={open} on={on} />
    </>
  );
}

const START_OF_COMMUNES: Day = "2025-07-01";

/** Before the two-level local government the records hold provinces only. */
function StartOfRecords({ day }: { day: Day }) {
  if (day >= START_OF_COMMUNES) return null;
  return (
    <Notice tone="care" title={`Trước ngày ${printDay(START_OF_COMMUNES)}`}>
      Hệ thống có đủ 63 tỉnh, thành phố cũ nhưng không có dữ liệu cấp huyện, cấp xã và các sở, ngành của tỉnh cũ.
    </Notice>
  );
}

/** “34 tỉnh, thành phố; 697 phường; 2.611 xã; 13 đặc khu”; empty when the filters leave none. */
function printUnits(counts: AgencyList["counts"]) {
  const of = (match: (count: AgencyList["counts"][number]) => boolean) =>
    counts.filter(match).reduce((sum, { count }) => sum + count, 0);
  const provinces = of(({ kind }) => kind === "province");
  const communes = ["phường", "xã", "đặc khu"].map(
    (type) => [of((count) => count.kind === "commune" && count.type === type), type] as const,
  );
  return [[provinces, "tỉnh, thành phố"] as const, ...communes]
    .filter(([count]) => count > 0)
    .map(([count, type]) => `${printNumber(count)} ${type}`)
    .join("; ");
}
