import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { SubjectPicker } from "#components/awards/subject-picker";
import { PageHeader } from "#components/ui/page-header";
import { mayNominateIn } from "#lib/awards/rounds/policy";
import { findRound, findRulesOfToday } from "#lib/awards/rounds/queries";
import { awardName } from "#lib/awards/rule-set";
import { findSubject, searchSubjects } from "#lib/awards/subjects/queries";
import { printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Lập hồ sơ đề nghị khen thưởng" };

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export default async function NewNominationPage({ searchParams }: PageProps<"/awards/nominations/new">) {
  const actor = await requireActor();
  const search = await searchParams;
  const round = await findRound(actor, one(search.round));
  if (!round || !mayNominateIn(actor, round)) notFound();
  const typed = one(search.q).slice(0, 100);
  const [rules, chosen, found] = await Promise.all([
    findRulesOfToday(actor.agency.id),
    findSubject(actor, one(search.subject)),
    searchSubjects(actor, typed),
  ]);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: `/awards/rounds/${round.id}`, label: round.title },
        ]}
        title="Lập hồ sơ đề nghị"
        facts={`Nhận hồ sơ đến hết ${printDay(round.closesOn)}. Hồ sơ được lập sẵn từ báo cáo đã tiếp nhận và sổ khen thưởng.`}
      />
      <RuleWarnings warnings={rules?.warnings ?? []} missing={!rules} />
      <SubjectPicker
        roundId={round.id}
        typed={typed}
        chosen={chosen}
        subjects={found}
        awards={round.awardIds.map((id) => ({ id, name: awardName(rules?.definition, id) }))}
      />
    </>
  );
}
