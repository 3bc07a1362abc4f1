import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FeedbackForm } from "#components/awards/feedback-form";
import { PageHeader } from "#components/ui/page-header";
import { Tag } from "#components/ui/tag";
import { findPublicity, keepsList, listEntries } from "#lib/awards/publicities/queries";
import { findRulesOfToday } from "#lib/awards/rounds/queries";
import { awardName } from "#lib/awards/rule-set";
import { dayOf, printDay, printRemaining } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Danh sách công khai" };

export default async function PublicityPage({ params }: PageProps<"/awards/publicities/[id]">) {
  const actor = await requireActor();
  const list = await findPublicity(actor, (await params).id);
  if (!list) notFound();
  const [entries, rules] = await Promise.all([listEntries(list.id), findRulesOfToday(list.agencyId)]);
  const keeps = keepsList(actor, list);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title={list.title}
        facts={[
          `${list.agencyName}, tại ${list.place}`,
          `từ ${printDay(list.startsOn)} đến hết ${printDay(list.endsOn)} (${printRemaining(dayOf(list.now), list.endsOn)})`,
        ]}
      />
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">Đối tượng</th>
              <th scope="col">Hình thức</th>
              <th scope="col">Ý kiến nhận được</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.nominationId}>
                <th scope="row">
                  <a className="underline" href={`/awards/nominations/${entry.nominationId}`}>
                    {entry.subjectName}
                  </a>
                  <span className="quiet">, {entry.subjectAgencyName}</span>
                </th>
                <td data-label="Hình thức">{awardName(rules?.definition, entry.awardId)}</td>
                <td data-label="Ý kiến nhận được">
                  <div>
                    {entry.isComplaint && (
                      <Tag tone="wrong" shape="!">
                        Có khiếu nại, tố cáo
                      </Tag>
                    )}
                    <p className="pre">{entry.feedback ?? "Chưa có ý kiến."}</p>
                    {keeps && (
                      <FeedbackForm listId={list.id} nominationId={entry.nominationId} name={entry.subjectName} />
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
