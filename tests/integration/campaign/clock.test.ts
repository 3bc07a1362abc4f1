import { beforeEach, describe, expect, it } from "vitest";
import { campaignClock, moveClock } from "#lib/campaign/clock";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { freshDatabase } from "../../support/database.ts";

freshDatabase();
beforeEach(() => rows("delete from demonstration_clock"));

const somebody: Actor = {
  personId: "00000000-0000-4000-8000-000000000001",
  fullName: "Nguyễn Văn An",
  position: null,
  username: "canbo.00070",
  sessionId: "none",
  mustChangePassword: false,
  agency: {
    id: "00070",
    name: "Ủy ban nhân dân phường Hoàn Kiếm",
    shortName: "Hoàn Kiếm",
    kind: "commune",
    path: "/VN/H26/00070/",
    oversight: "/VN/H26/00070/",
    provinceId: "H26",
  },
  roles: ["reporter"],
  agencies: [],
};
const aDemonstrationClock = () =>
  rows("insert into demonstration_clock (id, shows_at, set_at) values (1, '2026-11-23T09:00:00+07:00', now())");
const lastMinute = new Date("2026-11-09T23:59:00+07:00");

describe("the demonstration's clock", () => {
  it("shows what it was set to, runs on from there, and says who set it", async () => {
    await aDemonstrationClock();
    await moveClock(somebody, lastMinute);
    const { now, isDemonstration } = await campaignClock();
    expect(isDemonstration).toBe(true);
    expect(now.getTime() - lastMinute.getTime()).toBeGreaterThanOrEqual(0);
    expect(now.getTime() - lastMinute.getTime()).toBeLessThan(5_000);
    expect(
      await row(
        "select person_name, scope_path, detail->>'to' as to from audit_entry where action = 'clock.move' order by id desc limit 1",
      ),
    ).toEqual({
      person_name: "Nguyễn Văn An",
      scope_path: "/VN/H26/00070/",
      to: lastMinute.toISOString(),
    });
  });

  it("does not exist in a normal installation, where the database's time decides", async () => {
    await expect(moveClock(somebody, lastMinute)).rejects.toMatchObject({ status: 422 });
    const { now, isDemonstration } = await campaignClock();
    expect(isDemonstration).toBe(false);
    expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(5_000);
  });
});
