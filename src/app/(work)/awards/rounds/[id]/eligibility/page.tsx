import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckTag } from "#components/awards/nomination-tag";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import type { CheckId, CheckState } from "#lib/awards/eligibility/facts";
import { checkLabels, checkTitles } from "#lib/awards/labels";
import { checkNominations } from "#lib/awards/nominations/checks";
import { readRound } from "#lib/awards/nominations/queries";
import { maySeeNomination } from "#lib/awards/policy";
import { findRound } from "#lib/awards/rounds/queries";
import { countChecks, inTheWay } from "#lib/awards/rounds/rules";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Rà điều kiện đợt xét" };

const SHOWN = 200;

export default async function RoundEligibilityPage({ params }: PageProps<"/awards/rounds/[id]/eligibility">) {
  const actor = await requireActor();
  const round = await findRound(actor, (await params).id);
  if (!round) notFound();
  const visible = (await readRound(round.id)).filter((nomination) => maySeeNomination(actor, nomination));
  const checked = await checkNominations(visible);
  const counts = countChecks(checked.map(({ checks }) => checks));
  const stopped = checked.filter(({ checks }) => inTheWay(checks).length > 0);
  const states = Object.keys(checkLabels) as CheckState[];
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: `/awards/rounds/${round.id}`, label: round.title },
        ]}
        title="Rà điều kiện cả đợt"
        facts={[
          `${printNumber(checked.length)} hồ sơ trong phạm vi`,
          `${printNumber(stopped.length)} hồ sơ có điều kiện không đạt hoặc cần minh chứng`,
        ]}
      />
      {checked.length === 0 ? (
        <Empty title="Chưa có hồ sơ nào trong phạm vi">Hồ sơ được đề nghị thì hiện ở đây.</Empty>
      ) : (
        <>
          <section className="section">
            <h2>Theo điều kiện</h2>
            <div className="table-wrap">
              <table className="table table-dense table-stack">
                <thead>
                  <tr>
                    <th scope="col">Điều kiện</th>
                    {states.map((state) => (
                      <th key={state} scope="col" className="num">
                        {checkLabels[state].shape} {checkLabels[state].word}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {(Object.keys(checkTitles) as CheckId[]).map((id) => (
                    <tr key={id}>
                      <th scope="row">{checkTitles[id]}</th>
                      {states.map((state) => (
                        <td key={state} className="num" data-label={checkLabels[state].word}>
                          {printNumber(counts[id]?.[state] ?? 0)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
          <section className="section">
            <h2>Hồ sơ còn vướng</h2>
            {stopped.length > SHOWN && <p className="quiet">Hiện {SHOWN} hồ sơ đầu tiên.</p>}
            <ul className="work-list">
              {stopped.slice(0, SHOWN).map(({ nomination, checks }) => (
                <li key={nomination.id}>
                  <a className="underline" href={`/awards/nominations/${nomination.id}`}>
                    {nomination.subjectName}
                  </a>{" "}
                  <span className="quiet">{nomination.agencyName}</span>
                  <ul>
                    {inTheWay(checks).map((check) => (
                      <li key={check.id}>
                        <CheckTag state={check.state} /> {checkTitles[check.id]}: {check.sentence}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </>
  );
}
