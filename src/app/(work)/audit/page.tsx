import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditFilters } from "#components/identity/audit-filters";
import { AuditTable } from "#components/identity/audit-table";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { listLastChecks } from "#lib/dashboards/totals/queries";
import { printInstant } from "#lib/dates";
import { listAuditEntries } from "#lib/identity/audit-trail/queries";
import { auditFilterSchema } from "#lib/identity/audit-trail/schema";
import { searchOf } from "#lib/identity/people/labels";
import { isAdministrator } from "#lib/identity/people/policy";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Nhật ký" };

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const actor = await requireActor();
  if (!isAdministrator(actor)) notFound();
  const filter = auditFilterSchema.parse(await searchParams);
  const [{ entries, next }, checks] = await Promise.all([
    listAuditEntries(actor, filter),
    actor.agency.oversight === "/VN/" ? listLastChecks() : [],
  ]);
  return (
    <>
      <PageHeader
        title="Nhật ký thao tác"
        facts={[
          `Trong phạm vi quản trị của ${actor.agency.name}, mới nhất trước. Nhật ký chỉ ghi thêm, không ai sửa hay xóa được.`,
          ...checks.map(
            ({ periodId, at, wrong, doubtful }) =>
              `Số cộng của bảng theo dõi năm ${periodId}, kiểm tra ${printInstant(at)}: ${wrong + doubtful === 0 ? "đúng" : `${wrong} số sai đã sửa, ${doubtful} báo cáo cần xem`}`,
          ),
        ]}
      />
      <AuditFilters filter={filter} />
      {entries.length === 0 ? (
        <Empty title="Không có thao tác nào khớp bộ lọc">
          <a href="/audit">Bỏ bộ lọc</a> để xem toàn bộ nhật ký trong phạm vi.
        </Empty>
      ) : (
        <AuditTable entries={entries} />
      )}
      <DownloadLinks action="/api/audit/download" query={searchOf(filter)} />
      <nav className="pagination" aria-label="Phân trang">
        {filter.before && <a href={`/audit?${searchOf({ ...filter, before: undefined })}`}>‹ Mới nhất</a>}
        {next && (
          <a href={`/audit?${searchOf({ ...filter, before: next })}`} rel="next">
            Cũ hơn ›
          </a>
        )}
      </nav>
    </>
  );
}
