import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HoldList } from "#components/awards/hold-list";
import { RecordTable } from "#components/awards/record-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { subjectLabels } from "#lib/awards/labels";
import { findRulesOfToday } from "#lib/awards/rounds/queries";
import { awardName } from "#lib/awards/rule-set";
import { mayHold } from "#lib/awards/subjects/policy";
import { findSubject, listHolds, listRecords } from "#lib/awards/subjects/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Đối tượng khen thưởng" };

export default async function SubjectPage({ params }: PageProps<"/awards/subjects/[id]">) {
  const actor = await requireActor();
  const subject = await findSubject(actor, (await params).id);
  if (!subject) notFound();
  const [records, holds, rules] = await Promise.all([
    listRecords(subject.id),
    listHolds(subject.id),
    findRulesOfToday(actor.agency.id),
  ]);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: "/awards/register", label: "Sổ khen thưởng" },
        ]}
        title={subject.name}
        facts={[
          subjectLabels[subject.kind],
          subject.agencyName,
          subject.description,
          subject.birthYear && `sinh năm ${subject.birthYear}`,
        ]}
      />
      <section className="section">
        <h2>Khen thưởng đã nhận</h2>
        {records.length > 0 ? (
          <RecordTable records={records} nameOfAward={(id) => awardName(rules?.definition, id)} />
        ) : (
          <Empty title="Chưa có khen thưởng nào trong sổ" />
        )}
      </section>
      <section className="section">
        <h2>Tạm dừng xét khen thưởng</h2>
        <HoldList subjectId={subject.id} holds={holds} mayHold={mayHold(actor, subject)} />
      </section>
    </>
  );
}
