import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExemplarDesk } from "#components/publication/exemplar-desk";
import { MeasureChoice } from "#components/publication/measure-choice";
import { Preview } from "#components/publication/preview";
import { PublicationTable } from "#components/publication/publication-table";
import { PageHeader } from "#components/ui/page-header";
import { campaignClock } from "#lib/campaign/clock";
import { findPeriodForm } from "#lib/dashboards/map/queries";
import { requireActor } from "#lib/identity/session";
import { compose } from "#lib/publication/compose";
import { offeredMeasures } from "#lib/publication/measures";
import { mayOpenDesk, mayPublishNumbers } from "#lib/publication/policy";
import { listExemplars, listPublications } from "#lib/publication/queries";
import { choiceSchema, LEAST_UNITS } from "#lib/publication/schema";

export const metadata: Metadata = { title: "Công bố ra công chúng" };

/** What the public reads: numbers are chosen, looked at as the public will see them, and published; collective models beside them. */
export default async function PublicationsPage({ searchParams }: PageProps<"/publications">) {
  const actor = await requireActor();
  if (!mayOpenDesk(actor)) notFound();
  const mayPublish = mayPublishNumbers(actor);
  const [query, { periods }, publications, exemplars] = await Promise.all([
    searchParams,
    campaignClock(),
    listPublications(actor),
    listExemplars(actor),
  ]);
  return (
    <>
      <PageHeader
        title="Công bố ra công chúng"
        facts={[
          "Trang công khai chỉ đọc những gì được công bố ở đây",
          <a key="public" href="/progress">
            Xem trang công khai
          </a>,
        ]}
      />
      {mayPublish && (
        <>
          <Numbers query={query} periods={periods} />
          <PublicationTable publications={publications} />
        </>
      )}
      <ExemplarDesk exemplars={exemplars} />
    </>
  );
}

async function Numbers({
  query,
  periods,
}: {
  query: Record<string, string | string[] | undefined>;
  periods: string[];
}) {
  const asked = choiceSchema.safeParse({ least: LEAST_UNITS, ...query });
  const wanted = typeof query.period === "string" ? query.period : periods[0];
  const period = periods.find((one) => one === wanted) ?? periods[0] ?? "";
  const offered = offeredMeasures(await findPeriodForm(period));
  const measures = asked.success ? asked.data.measures.filter((id) => offered.some((one) => one.id === id)) : [];
  const choice = asked.success && measures.length > 0 ? { period, measures, least: asked.data.least } : null;
  return (
    <>
      <MeasureChoice
        periods={periods}
        period={period}
        offered={offered}
        chosen={measures}
        least={asked.success ? asked.data.least : LEAST_UNITS}
        problem={query.measures && !asked.success ? (asked.error.issues[0]?.message ?? null) : null}
      />
      {choice && <Preview choice={choice} composed={await compose(choice)} />}
    </>
  );
}
