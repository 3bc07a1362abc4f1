import { notFound } from "next/navigation";
import { campaignClock, chosenPeriod } from "#lib/campaign/clock";
import { findScope } from "#lib/dashboards/queries";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

type Props = {
  params: Promise<{ scopeId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who looks at which scope in which period: what every page of a dashboard begins with. Not theirs to watch is not found. */
export async function viewOf({ params, searchParams }: Props) {
  const [{ scopeId }, query] = await Promise.all([params, searchParams]);
  const actor = await requireActor();
  const [scope, clock] = await Promise.all([findScope(actor, scopeId), campaignClock()]);
  if (!scope) notFound();
  const period = chosenPeriod(clock, [query.period].flat()[0]);
  return { actor, scope, period, periods: clock.periods, now: clock.now, today: dayOf(clock.now), query };
}
