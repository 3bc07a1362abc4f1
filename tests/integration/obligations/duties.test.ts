import { beforeEach, describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import { changeDuty, enterProvinceDuty } from "#lib/reports/obligations/duties/service";
import { listDutiesInForce, listProvincesOnDefault, previewObligations } from "#lib/reports/obligations/queries";
import { applyObligations } from "#lib/reports/obligations/service";
import { freshDatabase } from "../../support/database.ts";
import { staffOf } from "./staff.ts";

freshDatabase();

/** Everything happens on the day the demonstration begins, in the period of 2026. */
beforeEach(async () => {
  await pool.query(`
    insert into demonstration_clock (shows_at, set_at) values ('2026-11-02T02:00:00Z', now()) on conflict (id) do update set shows_at = excluded.shows_at, set_at = now();
    delete from reporting_duty where id like '%-tu-20%';
    update reporting_duty set version = 1, effective_to = null, opens_month = 10, opens_day = 1, due_day = case when due_day = 29 then 29 else 9 end`);
});

const dates = {
  periodId: "2026",
  opensOn: "2026-10-01",
  dueOn: "2026-11-05",
  wording: "trước ngày 06 tháng 11",
  source: "Kế hoạch số 1/KH-UBND, mục V",
};
const dutyOf = (id: string) =>
  row<Record<string, unknown>>(
    "select opens_month, opens_day, due_month, due_day, wording, effective_from, effective_to, is_default, version from reporting_duty where id = $1",
    [id],
  );

describe("a duty gets another date", () => {
  it("from the period on: the years before keep the old one, and reports change only when applied", async () => {
    await applyObligations(null, "2025");
    await applyObligations(null, "2026");
    await changeDuty(await staffOf("H26.NV", "secretariat"), { ...dates, dutyId: "ha-noi-co-so", version: 1 });

    expect(await dutyOf("ha-noi-co-so")).toMatchObject({ due_day: 9, effective_to: "2025-12-31", version: 2 });
    expect(await dutyOf("ha-noi-co-so-tu-2026")).toEqual({
      opens_month: 10,
      opens_day: 1,
      due_month: 11,
      due_day: 5,
      wording: dates.wording,
      effective_from: "2026-01-01",
      effective_to: null,
      is_default: false,
      version: 1,
    });
    expect(await row("select due_on from report where agency_id = '00070' and period_id = '2026'")).toEqual({
      due_on: "2026-11-09",
    });

    const preview = await previewObligations("2026");
    expect(preview.changed).toHaveLength(144);
    expect(preview.changed.find(({ agencyId }) => agencyId === "00070")?.fields).toEqual({
      dueOn: ["2026-11-09", "2026-11-05"],
      dueWording: ["trước ngày 10 tháng 11 hằng năm", "trước ngày 06 tháng 11"],
      dutyId: ["ha-noi-co-so", "ha-noi-co-so-tu-2026"],
    });
    const before = await previewObligations("2025");
    expect([before.added, before.changed, before.withdrawn]).toEqual([[], [], []]);
  });

  it("in place when it began in that year", async () => {
    const secretary = await staffOf("H26.NV", "secretariat");
    await changeDuty(secretary, { ...dates, dutyId: "ha-noi-co-so", version: 1 });
    await changeDuty(secretary, { ...dates, dutyId: "ha-noi-co-so-tu-2026", version: 1, dueOn: "2026-11-07" });
    expect(await dutyOf("ha-noi-co-so-tu-2026")).toMatchObject({ due_day: 7, version: 2 });
    expect(
      await rows(
        "select action, subject_id, note from audit_entry where action = 'reportingDuty.change' order by id desc limit 1",
      ),
    ).toEqual([{ action: "reportingDuty.change", subject_id: "ha-noi-co-so-tu-2026", note: dates.source }]);
  });

  it("but not after the upper duty, and the sentence names both dates", async () => {
    const secretary = await staffOf("G01", "secretariat");
    await expect(
      changeDuty(secretary, { ...dates, dutyId: "mac-dinh-xa", version: 1, dueOn: "2026-11-30" }),
    ).rejects.toThrow(/đến hạn ngày 30\/11\/2026, sau hạn ngày 29\/11\/2026/);
    await expect(
      changeDuty(secretary, { ...dates, dutyId: "2447-tinh", version: 1, dueOn: "2026-11-08" }),
    ).rejects.toThrow(/đến hạn ngày 09\/11\/2026, sau hạn ngày 08\/11\/2026/);
    expect(await dutyOf("mac-dinh-xa")).toMatchObject({ due_day: 9, version: 1 });
  });

  it("once, when two change it from the same page", async () => {
    const secretary = await staffOf("G01", "secretariat");
    const change = (day: string) => changeDuty(secretary, { ...dates, dutyId: "mac-dinh-xa", version: 1, dueOn: day });
    const results = await Promise.allSettled([change("2026-11-05"), change("2026-11-06")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 409 } });
  });

  it("only from the secretariat of whoever the duty belongs to", async () => {
    const attempt = async (agency: string, role: Parameters<typeof staffOf>[1], dutyId: string) =>
      changeDuty(await staffOf(agency, role), { ...dates, dutyId, version: 1 });
    await expect(attempt("H01.CA", "secretariat", "ha-noi-co-so")).rejects.toMatchObject({ status: 404 });
    await expect(attempt("00070", "secretariat", "ha-noi-co-so")).rejects.toMatchObject({ status: 404 });
    await expect(attempt("H26.CA", "consolidator", "ha-noi-co-so")).rejects.toMatchObject({ status: 403 });
    await expect(attempt("H26.CA", "secretariat", "2447-tinh")).rejects.toMatchObject({ status: 403 });
    await expect(attempt("G01", "secretariat", "khong-co")).rejects.toMatchObject({ status: 404 });
  });

  it("not for a period that is over", async () => {
    await expect(
      changeDuty(await staffOf("G01", "secretariat"), {
        ...dates,
        dutyId: "mac-dinh-xa",
        version: 1,
        periodId: "2025",
        dueOn: "2025-11-05",
        opensOn: "2025-10-01",
      }),
    ).rejects.toThrow("Kỳ Năm 2025 đã kết thúc ngày 31/12/2025");
  });
});

describe("a province enters its own date", () => {
  it("in place of the default, for its communes", async () => {
    await applyObligations(null, "2026");
    expect(await listProvincesOnDefault({ year: 2026 }, "/VN/")).toHaveLength(33);
    await enterProvinceDuty(await staffOf("H01.NV", "secretariat"), { ...dates, provinceId: "H01" });

    expect(await dutyOf("co-so-H01-tu-2026")).toMatchObject({
      due_month: 11,
      due_day: 5,
      is_default: false,
      wording: dates.wording,
    });
    expect(await listProvincesOnDefault({ year: 2026 }, "/VN/")).toHaveLength(32);
    const communes = await row<{ count: number }>(
      "select count(*) from agency_on(campaign_today()) where kind = 'commune' and province_id = 'H01'",
    );
    const { changed } = await previewObligations("2026");
    expect(changed).toHaveLength(communes?.count ?? -1);
    expect(changed[0]?.fields).toMatchObject({ dueOn: ["2026-11-09", "2026-11-05"], dueIsDefault: [true, false] });
    expect((await listDutiesInForce({ id: "2026", year: 2026 }, "/VN/H01/")).map(({ id }) => id)).toContain(
      "co-so-H01-tu-2026",
    );
  });

  it("once, and not after its own report to the ministries", async () => {
    const secretary = await staffOf("H01", "secretariat");
    await expect(enterProvinceDuty(secretary, { ...dates, provinceId: "H01", dueOn: "2026-12-01" })).rejects.toThrow(
      /sau hạn ngày 29\/11\/2026/,
    );
    await enterProvinceDuty(secretary, { ...dates, provinceId: "H01" });
    await expect(enterProvinceDuty(secretary, { ...dates, provinceId: "H01" })).rejects.toThrow("đã có hạn riêng");
  });

  it("not for another province", async () => {
    await expect(
      enterProvinceDuty(await staffOf("H26.CA", "secretariat"), { ...dates, provinceId: "H01" }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      enterProvinceDuty(await staffOf("H01.CA", "consolidator"), { ...dates, provinceId: "H01" }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(
      enterProvinceDuty(await staffOf("G01", "secretariat"), { ...dates, provinceId: "tinh-cu-91" }),
    ).rejects.toMatchObject({ status: 404 });
  });
});
