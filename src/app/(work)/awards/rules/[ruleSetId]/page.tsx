import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { DraftActs } from "#components/awards/rules/draft-acts";
import { printSpan, RuleSetTag } from "#components/awards/rules/rule-set-table";
import { RuleValues } from "#components/awards/rules/rule-values";
import { PageHeader } from "#components/ui/page-header";
import { levelLabels } from "#lib/awards/rule-sets/labels";
import { mayEditRuleSet } from "#lib/awards/rule-sets/policy";
import { findRuleSet } from "#lib/awards/rule-sets/queries";
import { valuesOf, valuesOfAward } from "#lib/awards/rule-sets/values";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Bộ quy định khen thưởng" };

export default async function RuleSetPage({ params }: PageProps<"/awards/rules/[ruleSetId]">) {
  const actor = await requireActor();
  const set = await findRuleSet(actor, (await params).ruleSetId);
  if (!set) notFound();
  const editable = mayEditRuleSet(actor, set);
  const general = valuesOf(set.definition).filter(({ awardId }) => awardId === null);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: "/awards/rules", label: "Bộ quy định" },
        ]}
        title={set.title}
        tag={<RuleSetTag set={set} />}
        facts={[
          set.agencyName ?? "Quốc gia",
          `hiệu lực ${printSpan(set)}`,
          set.baseTitle && `bên cạnh: ${set.baseTitle}`,
          set.source,
          `${set.used} hồ sơ giữ bộ này`,
        ]}
        actions={
          <a className="btn" href={`/awards/rules/${set.id}/compare`}>
            So sánh
          </a>
        }
      />
      <RuleWarnings isOpen warnings={set.warnings} />
      {editable && <DraftActs set={set} />}
      <p className="small quiet mb-2">
        Giá trị không có dấu là đã đối chiếu văn bản. Giá trị có dấu chỉ áp dụng kèm dấu; “Chưa tìm thấy quy định” thì
        hồ sơ hiện “chưa xác minh quy định” cho đến khi cơ quan nhập quy định của mình.
      </p>
      {set.definition.awards.map((award) => (
        <section key={award.id} className="section" id={award.id}>
          <h2>
            {award.name} <span className="quiet small">{levelLabels[award.level]}</span>
          </h2>
          <RuleValues set={set} values={valuesOfAward(award)} editable={editable} awardId={award.id} />
        </section>
      ))}
      <section className="section" id="chung">
        <h2>Hội đồng, thời hạn và tiền thưởng</h2>
        <RuleValues set={set} values={general} editable={editable} />
      </section>
    </>
  );
}
