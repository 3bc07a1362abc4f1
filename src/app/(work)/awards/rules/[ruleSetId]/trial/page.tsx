import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeCounts, TriedDossiers } from "#components/awards/rules/trial-tables";
import { Empty } from "#components/ui/empty";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { mayEditRuleSet } from "#lib/awards/rule-sets/policy";
import { findRuleSet } from "#lib/awards/rule-sets/queries";
import { tryRules } from "#lib/awards/rule-sets/trial";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Thử bộ quy định trên hồ sơ hiện có" };

export default async function TrialPage({ params }: PageProps<"/awards/rules/[ruleSetId]/trial">) {
  const actor = await requireActor();
  const set = await findRuleSet(actor, (await params).ruleSetId);
  if (!set || !mayEditRuleSet(actor, set)) notFound();
  const trial = await tryRules(actor, set);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards/rules", label: "Bộ quy định" },
          { href: `/awards/rules/${set.id}`, label: set.title },
        ]}
        title="Thử trên hồ sơ hiện có"
        facts={[
          `${printNumber(trial.tried)} hồ sơ đang xét được thử`,
          `${printNumber(trial.changed)} hồ sơ có điều kiện thay đổi`,
        ]}
      />
      <Notice tone="wait">
        <p>
          Thử không ghi lại gì. Hồ sơ đã đề nghị giữ bộ quy định của ngày đề nghị dù bộ này được ban hành; kết quả đã có
          không đổi.
        </p>
        {trial.running > trial.tried && (
          <p>
            Có {printNumber(trial.running)} hồ sơ đang lập hoặc đang xét; phép thử dùng các hồ sơ đồng chí được xem, mới
            nhất trước.
          </p>
        )}
      </Notice>
      {trial.changed === 0 ? (
        <Empty title="Không điều kiện nào của hồ sơ hiện có thay đổi theo bản nháp này." />
      ) : (
        <>
          <section className="section">
            <h2>Điều kiện thay đổi</h2>
            <ChangeCounts counts={trial.counts} />
          </section>
          <section className="section">
            <h2>Hồ sơ thay đổi</h2>
            {trial.changed > trial.dossiers.length && (
              <p className="small quiet mb-2">
                {trial.dossiers.length} hồ sơ đầu trong {printNumber(trial.changed)}.
              </p>
            )}
            <TriedDossiers dossiers={trial.dossiers} />
          </section>
        </>
      )}
    </>
  );
}
