import "server-only";
import { cache } from "react";
import { recordAudit } from "#lib/audit";
import { dayOf } from "#lib/dates";
import { row, transaction } from "#lib/db";
import { refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";

export type CampaignClock = {
  now: Date;
  isDemonstration: boolean /** ids of the reporting periods, the latest first */;
  periods: string[];
};

/** The instant everything is decided by, and what the frame of a page says of time. One query, once per request. */
export const campaignClock = cache(async (): Promise<CampaignClock> => {
  const clock = await row<CampaignClock>(
    `select campaign_now() as now,
            exists (select from demonstration_clock) as "isDemonstration",
            array(select id from reporting_period order by year desc) as periods`,
  );
  if (!clock) throw new Error("A select without a table gives one row.");
  return clock;
});

/** The period asked for, or the latest there is. */
export const chosenPeriod = ({ now, periods }: Pick<CampaignClock, "now" | "periods">, asked?: string | null) =>
  periods.find((id) => id === asked) ?? periods[0] ?? dayOf(now).slice(0, 4);

/**
 * Sets the demonstration's clock; it runs on from there. Anybody of the demonstration may.
 * @throws refused in a normal installation, which has no such clock.
 */
export async function moveClock(actor: Actor, at: Date) {
  await transaction(async (tx) => {
    const from = await row<{ showed: Date }>(
      "select campaign_now() as showed from demonstration_clock for update",
      [],
      tx,
    );
    if (!from) throw refused("Hệ thống này dùng giờ thật của cơ sở dữ liệu, không có đồng hồ trình diễn để chỉnh.");
    await tx.query("update demonstration_clock set shows_at = $1, set_at = now()", [at]);
    await recordAudit(tx, {
      actor,
      action: "clock.move",
      subject: { type: "clock", id: "1", path: actor.agency.path },
      detail: { from: from.showed.toISOString(), to: at.toISOString() },
    });
  });
}
