import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DifferenceTable } from "#components/awards/rules/difference-table";
import { printSpan } from "#components/awards/rules/rule-set-table";
import { Empty } from "#components/ui/empty";
import { Field } from "#components/ui/field";
import { PageHeader } from "#components/ui/page-header";
import { findRuleSet, listRuleSets, type RuleSetDetail } from "#lib/awards/rule-sets/queries";
import { differencesOf } from "#lib/awards/rule-sets/values";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "So sánh bộ quy định khen thưởng" };

export default async function CompareRulesPage({
  params,
  searchParams,
}: PageProps<"/awards/rules/[ruleSetId]/compare">) {
  const actor = await requireActor();
  const [{ ruleSetId }, query] = await Promise.all([params, searchParams]);
  const [set, sets] = await Promise.all([findRuleSet(actor, ruleSetId), listRuleSets(actor)]);
  if (!set) notFound();
  const others = sets.filter(({ id }) => id !== set.id);
  const wanted = query.with ?? set.baseId ?? others[0]?.id;
  const listed = others.find(({ id }) => id === wanted);
  const other = listed && (await findRuleSet(actor, listed.id));
  if (!other) notFound();
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards/rules", label: "Bộ quy định" },
          { href: `/awards/rules/${set.id}`, label: set.title },
        ]}
        title="So sánh hai bộ quy định"
      />
      <form method="get" className="mb-3">
        <Field label={`So “${set.title}” với`} name="with">
          <select className="input" name="with" defaultValue={other.id}>
            {others.map(({ id, title, ...span }) => (
              <option key={id} value={id}>
                {`${title} (${printSpan(span)})`}
              </option>
            ))}
          </select>
        </Field>
        <p className="actions">
          <button type="submit" className="btn">
            So sánh
          </button>
        </p>
      </form>
      <Differences set={set} other={other} />
    </>
  );
}

function Differences({ set, other }: { set: RuleSetDetail; other: RuleSetDetail }) {
  const differences = differencesOf(other.definition, set.definition);
  if (differences.length === 0)
    return <Empty title="Hai bộ quy định không khác nhau về giá trị, dấu hay căn cứ nào." />;
  return (
    <>
      <p className="mb-2">{differences.length} chỗ khác nhau.</p>
      <DifferenceTable differences={differences} before={other} after={set} />
    </>
  );
}
