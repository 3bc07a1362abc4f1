import type { Metadata } from "next";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { QualityTable } from "#components/dashboards/quality/quality-table";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { Pagination } from "#components/ui/pagination";
import { Tab } from "#components/ui/tab";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import { mayRemind, NATION } from "#lib/dashboards/policy";
import { countQuality, listQuality } from "#lib/dashboards/quality/queries";
import { isQualityList, type QualityList, qualityLists } from "#lib/dashboards/quality/rules";
import { remindAddress } from "#lib/dashboards/reminders/address";
import { homeScope } from "#lib/identity/actor";
import { sectionOf } from "#lib/reports/form";
import { printNumber } from "#lib/text";
import { viewOf } from "../view.ts";

export const metadata: Metadata = { title: "Chất lượng số liệu" };

const PAGE_SIZE = 50;

export default async function QualityPage(props: PageProps<"/dashboards/[scopeId]/quality">) {
  const { actor, scope, period, query } = await viewOf(props);
  const asked = [query.list].flat()[0] ?? "";
  const list: QualityList = isQualityList(asked) ? asked : "explained";
  const page = Math.max(1, Math.trunc(Number([query.page].flat()[0]) || 1));
  const [counts, found, form] = await Promise.all([
    countQuality(period, scope),
    listQuality(period, scope, list, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    findPeriodForm(period),
  ]);
  const address = (name: QualityList) =>
    `/dashboards/${scope.id}/quality?${new URLSearchParams({ period, list: name })}`;
  const { label, definition, heads } = qualityLists[list];
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/quality"
        title={label}
        facts={`${scope.name}, năm ${period}`}
        mayLookAbove={homeScope(actor) === NATION}
      />
      <nav className="tabs tabs-wrap" aria-label="Danh sách">
        {(Object.keys(qualityLists) as QualityList[]).map((name) => (
          <Tab
            key={name}
            label={qualityLists[name].label}
            count={counts[name]}
            href={address(name)}
            current={name === list}
          />
        ))}
      </nav>
      <p className="quiet">{definition}</p>
      {found.length === 0 ? (
        <Empty title="Không có đơn vị nào">Không báo cáo nào trong phạm vi có dấu hiệu này.</Empty>
      ) : (
        <>
          <p>
            <strong>{printNumber(counts[list])} đơn vị.</strong>{" "}
            {mayRemind(actor) && (
              <a className="btn" href={remindAddress(address(list))}>
                Nhắc các đơn vị này
              </a>
            )}
          </p>
          <QualityTable
            units={found}
            heads={heads}
            showsProvince={scope.isNation}
            sectionIdOf={(cell) => sectionOf(form, cell)?.id ?? null}
          />
        </>
      )}
      <DownloadLinks
        action={`/api/dashboards/${scope.id}/quality/download`}
        query={new URLSearchParams({ period, list })}
      />
      <Pagination
        page={page}
        pageCount={Math.ceil(counts[list] / PAGE_SIZE)}
        hrefOf={(to) => `${address(list)}&page=${to}`}
      />
    </>
  );
}
