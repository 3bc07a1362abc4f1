import type { Metadata } from "next";
import { Suspense } from "react";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { QualityTable } from "#components/dashboards/quality/quality-table";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { Pagination } from "#components/ui/pagination";
import { Tab } from "#components/ui/tab";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import { mayRemind, NATION, type Scope } from "#lib/dashboards/policy";
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
  const tabs = { scopeId: scope.id, period, list };
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/quality"
        title={qualityLists[list].label}
        facts={`${scope.name}, năm ${period}`}
        mayLookAbove={homeScope(actor) === NATION}
      />
      <Suspense fallback={<Lists {...tabs} counts={null} />}>
        <CountedLists {...tabs} counts={countQuality(period, scope)} />
      </Suspense>
      <p className="quiet">{qualityLists[list].definition}</p>
      <Suspense fallback={<p>Đang lập danh sách…</p>}>
        <Found {...{ scope, period, list, page }} mayRemind={mayRemind(actor)} />
      </Suspense>
    </>
  );
}

type ListProps = { scopeId: string; period: string; list: QualityList };

const addressOf = (scopeId: string, period: string, list: QualityList) =>
  `/dashboards/${scopeId}/quality?${new URLSearchParams({ period, list })}`;

function Lists({ scopeId, period, list, counts }: ListProps & { counts: Record<QualityList, number> | null }) {
  return (
    <nav className="tabs tabs-wrap" aria-label="Danh sách">
      {(Object.keys(qualityLists) as QualityList[]).map((name) => (
        <Tab
          key={name}
          label={qualityLists[name].label}
          count={counts?.[name] ?? null}
          href={addressOf(scopeId, period, name)}
          current={name === list}
        />
      ))}
    </nav>
  );
}

/** Counting looks at every report of the scope, so the page does not wait for it. */
async function CountedLists({ counts, ...props }: ListProps & { counts: Promise<Record<QualityList, number>> }) {
  return <Lists {...props} counts={await counts} />;
}

type FoundProps = { scope: Scope; period: string; list: QualityList; page: number; mayRemind: boolean };

async function Found({ scope, period, list, page, mayRemind }: FoundProps) {
  const [found, form] = await Promise.all([
    listQuality(period, scope, list, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }),
    findPeriodForm(period),
  ]);
  const address = addressOf(scope.id, period, list);
  const total = found[0]?.total ?? 0;
  return (
    <>
      {found.length === 0 ? (
        <Empty title="Không có đơn vị nào">Không báo cáo nào trong phạm vi có dấu hiệu này.</Empty>
      ) : (
        <>
          <p>
            <strong>{printNumber(total)} đơn vị.</strong>{" "}
            {mayRemind && (
              <a className="btn" href={remindAddress(address)}>
                Nhắc các đơn vị này
              </a>
            )}
          </p>
          <QualityTable
            units={found}
            heads={qualityLists[list].heads}
            showsProvince={scope.isNation}
            sectionIdOf={(cell) => sectionOf(form, cell)?.id ?? null}
          />
        </>
      )}
      <DownloadLinks
        action={`/api/dashboards/${scope.id}/quality/download`}
        query={new URLSearchParams({ period, list })}
      />
      <Pagination page={page} pageCount={Math.ceil(total / PAGE_SIZE)} hrefOf={(to) => `${address}&page=${to}`} />
    </>
  );
}
