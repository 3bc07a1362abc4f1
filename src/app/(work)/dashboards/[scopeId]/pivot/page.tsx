import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { PivotForm } from "#components/dashboards/pivot/pivot-form";
import { PivotTable } from "#components/dashboards/pivot/pivot-table";
import { SavedViews } from "#components/dashboards/pivot/saved-views";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { addressOf } from "#lib/dashboards/pivot/definition";
import { findPivot } from "#lib/dashboards/pivot/find";
import { sheetOf } from "#lib/dashboards/pivot/sheets";
import { findView, listViews } from "#lib/dashboards/pivot/views/queries";
import { titleOf } from "#lib/dashboards/pivot/words";
import { NATION } from "#lib/dashboards/policy";
import { printInstant } from "#lib/dates";
import { homeScope } from "#lib/identity/actor";
import { printNumber } from "#lib/text";
import { viewOf } from "../view.ts";

export const metadata: Metadata = { title: "Bảng phân tích" };

export default async function PivotPage(props: PageProps<"/dashboards/[scopeId]/pivot">) {
  const { actor, scope, period, periods, now, query } = await viewOf(props);
  const viewId = [query.view].flat()[0];
  const opened = viewId ? await findView(scope, viewId) : null;
  if (viewId && !opened) notFound();
  const [{ ground, settled, ignored, years, table, problem }, views] = await Promise.all([
    findPivot(scope, periods, opened?.definition ?? query),
    listViews(scope),
  ]);
  const address = addressOf(settled);
  const sheet = table && sheetOf(table, Number([query.page].flat()[0]) || 1);
  const title = problem ? "Bảng phân tích" : titleOf(settled, scope.isNation);
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/pivot"
        title={opened?.title ?? title}
        facts={[
          scope.name,
          `số liệu của báo cáo đã được tiếp nhận, lúc ${printInstant(now)}`,
          ...years.map(({ name, hint }) => `năm ${name}: ${hint}`),
        ]}
        mayLookAbove={homeScope(actor) === NATION}
      />
      <PivotForm settled={settled} choices={ground.choices} />
      {ignored.length > 0 && (
        <Notice tone="care" title="Có điều kiện không dùng được">
          Đã bỏ qua {printNumber(ignored.length)} điều kiện không có trong phạm vi {scope.name}:{" "}
          {ignored.slice(0, 5).join(", ")}.
        </Notice>
      )}
      {problem && <Empty title="Chưa lập được bảng">{problem}</Empty>}
      {table && sheet && (
        <>
          {sheet.rows.length === 0 || sheet.columns.length === 0 ? (
            <Empty title="Không có gì để hiện">Không đơn vị nào trong phạm vi khớp các điều kiện đã chọn.</Empty>
          ) : (
            <PivotTable
              table={table}
              settled={settled}
              scopeId={scope.id}
              period={period}
              caption={title}
              rows={sheet.rows}
              columns={sheet.columns}
            />
          )}
          <div className="small quiet">
            {sheet.cut && <p>{sheet.cut}</p>}
            {table.notes.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <Pagination
            page={sheet.page}
            pageCount={sheet.pageCount}
            hrefOf={(page) => `/dashboards/${scope.id}/pivot?${address}&page=${page}`}
          />
          <DownloadLinks action={`/api/dashboards/${scope.id}/pivot/download`} query={address} />
        </>
      )}
      <SavedViews actor={actor} scope={scope} views={views} opened={opened} definition={table && String(address)} />
    </>
  );
}
