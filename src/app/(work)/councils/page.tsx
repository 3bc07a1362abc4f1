import type { Metadata } from "next";
import { CouncilForm } from "#components/councils/council-forms";
import { CouncilTable } from "#components/councils/council-table";
import { SessionTable } from "#components/councils/session-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { campaignClock } from "#lib/campaign/clock";
import { listCouncilAgencies, listCouncils, listOwnSessions } from "#lib/councils/queries";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Hội đồng" };

export default async function CouncilsPage() {
  const actor = await requireActor();
  const { now } = await campaignClock();
  const [councils, sessions, agencies] = await Promise.all([
    listCouncils(actor),
    listOwnSessions(actor),
    listCouncilAgencies(actor),
  ]);
  return (
    <>
      <PageHeader
        title="Hội đồng Thi đua - Khen thưởng"
        facts="Hội đồng tư vấn; người có thẩm quyền quyết định khen thưởng"
      />
      {sessions.length > 0 && (
        <section className="section" aria-labelledby="own-sessions">
          <h2 id="own-sessions">Phiên họp tôi tham dự</h2>
          <SessionTable sessions={sessions} />
        </section>
      )}
      <section className="section" aria-labelledby="councils">
        <h2 id="councils">Các hội đồng</h2>
        {councils.length === 0 ? (
          <Empty title="Chưa có hội đồng nào">
            {agencies.length > 0
              ? "Lập hội đồng theo quyết định của cơ quan ở biểu mẫu dưới đây."
              : "Đồng chí chưa là thành viên hội đồng nào. Thường trực hội đồng của cơ quan lập danh sách thành viên."}
          </Empty>
        ) : (
          <CouncilTable councils={councils} />
        )}
      </section>
      {agencies.length > 0 && (
        <details className="section" open={councils.length === 0}>
          <summary>Lập hội đồng</summary>
          <CouncilForm agencies={agencies} today={dayOf(now)} />
        </details>
      )}
    </>
  );
}
