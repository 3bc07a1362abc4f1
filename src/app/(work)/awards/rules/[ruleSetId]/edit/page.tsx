import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DetailsForm } from "#components/awards/rules/details-form";
import { ValueForm } from "#components/awards/rules/value-form";
import { PageHeader } from "#components/ui/page-header";
import { awardName } from "#lib/awards/rule-set";
import { mayOverride, placeOf } from "#lib/awards/rule-sets/change";
import { mayEditRuleSet } from "#lib/awards/rule-sets/policy";
import { findRuleSet } from "#lib/awards/rule-sets/queries";
import { findValue, listShapes } from "#lib/awards/rule-sets/values";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Sửa bộ quy định khen thưởng" };

export default async function EditRulesPage({ params, searchParams }: PageProps<"/awards/rules/[ruleSetId]/edit">) {
  const actor = await requireActor();
  const set = await findRuleSet(actor, (await params).ruleSetId);
  if (!set || !mayEditRuleSet(actor, set)) notFound();
  const { value: path } = await searchParams;
  const crumbs = [
    { href: "/awards/rules", label: "Bộ quy định" },
    { href: `/awards/rules/${set.id}`, label: set.title },
  ];
  if (path === undefined)
    return (
      <>
        <PageHeader crumbs={crumbs} title="Sửa tên, căn cứ, ngày" />
        <DetailsForm set={set} />
      </>
    );
  const place = placeOf(set.definition, String(path));
  if (!place || (set.base && !mayOverride(set.base, place))) notFound();
  const value = findValue(set.definition, String(path)) ?? null;
  const label = value?.label ?? (place.list ? `Thêm: ${listShapes[place.list].label.toLowerCase()}` : "");
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={label}
        facts={place.awardId ? awardName(set.definition, place.awardId) : "Hội đồng, thời hạn và tiền thưởng"}
      />
      <ValueForm set={set} place={place} path={String(path)} value={value} />
    </>
  );
}
