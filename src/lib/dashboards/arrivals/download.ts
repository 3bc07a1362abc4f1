import "server-only";
import { chosenPeriod } from "#lib/campaign/clock";
import { printDay, yearBefore } from "#lib/dates";
import type { FoundList, ListRequest } from "#lib/list-route";
import { oneBatch } from "#lib/sheets/writing/list";
import { findScope } from "../queries.ts";
import { curvesOf, daysLeftWords, daysOf, type Event, readLevel } from "./curves.ts";
import { listArrivals } from "./queries.ts";

/** The curves of a level by day. */
export async function arrivalList({ actor, query, params, now, periods }: ListRequest): Promise<FoundList> {
  const scope = await findScope(actor, params.scopeId ?? "");
  if (!scope) return null;
  const period = chosenPeriod({ now, periods }, query.get("period"));
  const level = readLevel(query.get("level") ?? undefined);
  const curves = curvesOf(await listArrivals(period, scope), period, level, now);
  const { before, current, previous } = curves ?? {};
  const expected = current?.sent.expected ?? 0;
  const cells = (of: Record<Event, { new: number; total: number }> | null) =>
    of ? [of.sent.new, of.sent.total, of.accepted.new, of.accepted.total] : [null, null, null, null];
  const heads = (year: string) =>
    ["gửi trong ngày", "đã gửi", "tiếp nhận trong ngày", "đã tiếp nhận"].map((head) => ({
      head: `${year}: ${head}`,
      width: 16,
    }));
  return {
    fileName: `dien-bien-${scope.id}-${level}-${period}`,
    title: `Diễn biến gửi báo cáo năm ${period}, ${scope.name}`,
    filters: [
      `năm ${period}`,
      scope.name,
      `phải báo cáo: ${expected} năm ${period}${previous ? `, ${previous.sent.expected} năm ${before}` : ""}`,
    ],
    columns: [
      { head: `Ngày năm ${period}`, width: 14 },
      { head: "So với hạn", width: 18 },
      ...heads(period),
      ...heads(before ?? yearBefore(period)),
    ],
    batches: oneBatch(
      curves
        ? daysOf(curves).map(({ day, daysLeft, current, previous }) => [
            printDay(day),
            daysLeftWords(daysLeft),
            ...cells(current),
            ...cells(previous),
          ])
        : [],
    ),
  };
}
