import type { Metadata } from "next";
import { DecideForm } from "#components/awards/decide-form";
import { DecisionTable } from "#components/awards/decision-table";
import { NoticeList } from "#components/awards/notice-list";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { refusalDueOn } from "#lib/awards/clocks";
import { listDecisions, listToDecide, listToTell } from "#lib/awards/decisions/queries";
import { decidedBy } from "#lib/awards/decisions/rules";
import { listHolidays } from "#lib/awards/nominations/checks";
import { awardName } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { campaignClock } from "#lib/campaign/clock";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Quyết định khen thưởng" };

export default async function DecisionsPage() {
  const actor = await requireActor();
  const today = dayOf((await campaignClock()).now);
  const [rules, waiting, untold, decisions, holidays] = await Promise.all([
    findRules(actor.agency.id, today),
    listToDecide(actor),
    listToTell(actor),
    listDecisions(actor),
    listHolidays(),
  ]);
  const nameOfAward = (id: string) => awardName(rules?.definition, id);
  const byDecider = Map.groupBy(waiting, ({ nomination, rules: own }) => decidedBy({ ...nomination, rules: own }));
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title="Quyết định khen thưởng"
        facts="Quyết định ghi vào sổ khen thưởng và tính tiền thưởng theo lương cơ sở của ngày quyết định."
        actions={
          <a className="btn" href="/awards/statistics">
            Thống kê
          </a>
        }
      />
      {[...byDecider].map(([decider, ready]) => (
        <section key={decider} className="section">
          <h2>Chờ quyết định của {decider}</h2>
          <DecideForm
            dossiers={ready.map(({ nomination }) => ({ ...nomination, awardName: nameOfAward(nomination.awardId) }))}
            decider={decider}
            today={today}
          />
        </section>
      ))}
      {untold.length > 0 && (
        <section className="section">
          <h2>Không được chọn, chưa thông báo cho cơ quan đề nghị</h2>
          <NoticeList
            untold={untold}
            nameOfAward={nameOfAward}
            dueOnOf={(foundOn) => (rules ? refusalDueOn(rules.definition, foundOn, holidays) : null)}
            term={rules?.definition.refusalDays ?? null}
            today={today}
          />
        </section>
      )}
      <section className="section">
        <h2>Quyết định đã ghi</h2>
        {decisions.length > 0 ? (
          <DecisionTable decisions={decisions} />
        ) : (
          <Empty title="Chưa có quyết định nào">Hồ sơ hội đồng đã thông qua thì ghi quyết định ở trang này.</Empty>
        )}
      </section>
    </>
  );
}
