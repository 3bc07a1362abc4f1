import "server-only";
import { recordAudit } from "#lib/audit";
import { campaignClock } from "#lib/campaign/clock";
import { deliver } from "#lib/command";
import { printInstant } from "#lib/dates";
import { transaction } from "#lib/db";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { formatOf, listDelivery } from "#lib/sheets/writing/delivery";
import type { ListDownload } from "#lib/sheets/writing/list";

/** A list as its domain describes it; null when the actor has no such list. `holdsPeople` is noted in the audit trail. */
export type FoundList = (Omit<ListDownload, "words"> & { filters: string[]; holdsPeople?: string }) | null;

export type ListRequest = {
  actor: Actor;
  /** the query of the page the list stands on */
  query: URLSearchParams;
  params: Record<string, string>;
  now: Date;
  /** reporting periods, the latest first */
  periods: string[];
};

type RouteContext = { params: Promise<Record<string, string>> };

/**
 * A list of a page as a file, streamed: the same rows under the same filters and the same rights as on the page, without its
 * pages. The file says who took it, when and under which filters; whoever takes names of people is noted.
 */
export const listRoute =
  (find: (request: ListRequest) => Promise<FoundList>) => (request: Request, context: RouteContext) =>
    deliver(request, async (actor) => {
      const query = new URL(request.url).searchParams;
      const format = formatOf(query);
      const { now, periods } = await campaignClock();
      const list = await find({ actor, query, params: await context.params, now, periods });
      if (!list) throw notFound("danh sách");
      const { filters, holdsPeople, ...rest } = list;
      const words = [
        `${actor.fullName}, ${actor.agency.name}, tải lúc ${printInstant(now)}`,
        `Bộ lọc: ${filters.length > 0 ? filters.join("; ") : "không có, toàn bộ danh sách trong phạm vi"}`,
      ];
      if (holdsPeople) await noteDownload(actor, holdsPeople, { format, filters });
      return listDelivery({ ...rest, words }, format);
    });

const noteDownload = (actor: Actor, list: string, detail: object) =>
  transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: "list.download",
      subject: { type: "list", id: list, path: actor.agency.path },
      note: list,
      detail,
    }),
  );

/** The query as a page receives it: a name that stands once is a word, otherwise a list. */
export const parametersOf = (query: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
