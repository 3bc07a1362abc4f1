import { beforeAll, describe, expect, it } from "vitest";
import { pool, row } from "#lib/db";
import { env } from "#lib/env";
import { listReports } from "#lib/reports/queries";
import { signAndSend } from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import { again, aReport, ask, clerkOf, headOf, openStage, type Stored, setClock } from "./stage.ts";

freshDatabase();
beforeAll(openStage);

/** Where a server may stand: west and east of Việt Nam, with odd offsets and summer time. */
const zones = [
  "UTC",
  "Asia/Ho_Chi_Minh",
  "America/Los_Angeles",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
];

/** The process and every connection to the database stand in this time zone from now on. */
async function moveTo(zone: string) {
  process.env.TZ = zone;
  const clients = await Promise.all(Array.from({ length: env().DATABASE_POOL }, () => pool.connect()));
  for (const client of clients) {
    await client.query(`set timezone = '${zone}'`);
    client.release();
  }
  const hour = new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: zone });
  const noon = new Date("2026-11-09T12:00:00Z");
  expect(noon.getHours()).toBe(Number(hour.format(noon)));
  expect(await row("show timezone")).toEqual({ TimeZone: zone });
}

async function sentAt(instant: string): Promise<Stored> {
  const report = await aReport("awaitingSignOff");
  await setClock(instant);
  await signAndSend(await headOf(report.agencyId), await ask(report));
  return again(report);
}

const isOverdue = async (report: Stored) => {
  const [listed] = await listReports(
    await clerkOf(report.agencyId),
    { period: "2026", agency: report.agencyId },
    { offset: 0, limit: 1 },
  );
  return listed?.isOverdue;
};

describe.each(zones)("on a server in %s", (zone) => {
  beforeAll(() => moveTo(zone));

  it("23:59:59 on 9 November is on time", async () => {
    const report = await sentAt("2026-11-09T23:59:59+07:00");
    expect(report.late).toBe(false);
    expect(report.firstSentAt?.toISOString().slice(0, 19)).toBe("2026-11-09T16:59:59");
    expect(await row("select late from report_version where report_id = $1", [report.id])).toEqual({ late: false });
  });

  it("00:00:00 on 10 November is late, and still taken", async () => {
    const report = await sentAt("2026-11-10T00:00:00+07:00");
    expect(report).toMatchObject({ status: "submitted", late: true });
    expect(await row("select late from report_version where report_id = $1", [report.id])).toEqual({ late: true });
  });

  it("what has not been sent is overdue from the 10th on", async () => {
    const report = await aReport("draft");
    await setClock("2026-11-09T23:59:58+07:00");
    expect(await isOverdue(report)).toBe(false);
    await setClock("2026-11-10T00:00:00+07:00");
    expect(await isOverdue(report)).toBe(true);
  });

  it("sending opens at the first instant of the first day in Việt Nam", async () => {
    const report = await aReport("awaitingSignOff");
    const { opensOn } = (await row<{ opensOn: string }>(`select opens_on as "opensOn" from report where id = $1`, [
      report.id,
    ])) ?? { opensOn: "" };
    const dayBefore = new Date(Date.parse(`${opensOn}T00:00:00+07:00`) - 2_000).toISOString();
    await setClock(dayBefore);
    await expect(signAndSend(await headOf(report.agencyId), await ask(report))).rejects.toThrow("chưa thể gửi");
    await setClock(`${opensOn}T00:00:00+07:00`);
    await signAndSend(await headOf(report.agencyId), await ask(report));
    expect((await again(report)).late).toBe(false);
  });
});

describe("a normal installation", () => {
  it("has no clock of its own: the database's time decides", async () => {
    await pool.query("delete from demonstration_clock");
    expect(await row("select campaign_now() = now() as same")).toEqual({ same: true });
  });
});
