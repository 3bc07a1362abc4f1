import "server-only";
import { listPublicMeasures, listPublicNumbers, listPublicPeriods } from "./queries.ts";

/** What the page and the picture of progress show for an address: the period and measure asked for, or the first there are; null when nothing is public. */
export async function findProgress(asked: { period?: unknown; measure?: unknown }) {
  const periods = await listPublicPeriods();
  const period = periods.find((one) => one.period === asked.period) ?? periods[0];
  if (!period) return null;
  const measures = await listPublicMeasures(period.period);
  const measure = measures.find(({ id }) => id === asked.measure) ?? measures[0];
  if (!measure) return null;
  const numbers = await listPublicNumbers({ period: period.period, measure: measure.id });
  return { periods, period, measures, measure, numbers };
}
