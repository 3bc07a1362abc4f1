import { beforeEach, describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import { findDutyInForce, type ObligationPreview, previewObligations } from "#lib/reports/obligations/queries";
import { applyObligations, applySeenObligations } from "#lib/reports/obligations/service";
import { freshDatabase } from "../../support/database.ts";
import { staffOf } from "./staff.ts";

freshDatabase();

/** Reference data stays as loaded; reports begin anew in each test, timelines and audit entries go on. */
beforeEach(async () => {
  await pool.query(`
    set session_replication_role = replica;
    delete from report_event; delete from report_recipient; delete from report_version; delete from report;
    set session_replication_role = origin;
    update agency_term set valid_to = null where agency_id in ('00070', '00004');
    update reporting_duty set due_day = 9 where id in ('mac-dinh-xa', 'ha-noi-co-so')`);
});

const counts = ({ added, changed, withdrawn, restored, unchanged }: ObligationPreview) => ({
  added: added.length,
  changed: changed.length,
  withdrawn: withdrawn.length,
  restored: restored.length,
  unchanged,
});

const reportOf = (agencyId: string, periodId = "2026") =>
  row<Record<string, unknown>>(
    `select r.duty_id, r.subject_group_id, r.editor_ids, r.due_on, r.due_is_default, r.status, r.version, r.late, r.withdrawn_at is not null as withdrawn, r.withdrawn_for, u.agency_id as parent,
       array(select agency_id from report_recipient c where c.report_id = r.id order by "order") as recipients
     from report r left join report u on u.id = r.parent_id where r.agency_id = $1 and r.period_id = $2`,
    [agencyId, periodId],
  );

const kindsOf = (periodId: string) =>
  rows<{ kind: string; report_kind: string; reports: number }>(
    `select t.kind, r.kind as report_kind, count(*) as reports from report r join agency_on(r.due_on) t on t.agency_id = r.agency_id where r.period_id = $1 group by 1, 2 order by 1, 2`,
    [periodId],
  );

describe("the obligations of 2026", () => {
  it("are one for every agency that the plans ask, and a second run changes nothing", async () => {
    const started = performance.now();
    const applied = await applyObligations(null, "2026");
    expect(performance.now() - started).toBeLessThan(10_000);

    expect(await kindsOf("2026")).toEqual([
      { kind: "ministry", report_kind: "own", reports: 16 },
      { kind: "ministry", report_kind: "consolidated", reports: 1 },
      { kind: "centralBody", report_kind: "own", reports: 16 },
      { kind: "centralFront", report_kind: "own", reports: 6 },
      { kind: "province", report_kind: "consolidated", reports: 34 },
      { kind: "provinceHomeAffairs", report_kind: "own", reports: 1 },
      { kind: "department", report_kind: "own", reports: 16 },
      { kind: "provinceFront", report_kind: "own", reports: 1 },
      { kind: "commune", report_kind: "own", reports: 3321 },
    ]);
    expect(counts(applied)).toEqual({ added: 3412, changed: 0, withdrawn: 0, restored: 0, unchanged: 0 });
    const audited = await row<{ entries: number }>(
      "select count(*) as entries from audit_entry where action = 'obligation.apply'",
    );

    expect(counts(await applyObligations(null, "2026"))).toEqual({
      added: 0,
      changed: 0,
      withdrawn: 0,
      restored: 0,
      unchanged: 3412,
    });
    expect(await row("select count(*) as entries from audit_entry where action = 'obligation.apply'")).toEqual(audited);
    expect(await row("select count(*) as events from report_event")).toEqual({ events: 0 });
  });

  it("bind each agency by the most specific duty, criteria and recipients", async () => {
    await applyObligations(null, "2026");
    const still = { status: "notStarted", version: 1, late: null, withdrawn: false, withdrawn_for: null };
    expect(await reportOf("00070")).toEqual({
      ...still,
      duty_id: "ha-noi-co-so",
      subject_group_id: "hn-sbn",
      editor_ids: ["00070"],
      due_on: "2026-11-09",
      due_is_default: false,
      parent: "H26",
      recipients: ["H26.CA", "H26.NV"],
    });
    expect(await reportOf("30307")).toMatchObject({
      duty_id: "mac-dinh-xa",
      subject_group_id: null,
      due_is_default: true,
      parent: "H01",
      recipients: ["H01.CA", "H01.NV"],
    });
    expect(await reportOf("H26.NV")).toMatchObject({
      duty_id: "ha-noi-co-so",
      subject_group_id: "hn-sbn",
      parent: "H26",
      recipients: ["H26.CA"],
    });
    expect(await reportOf("H26.MT")).toMatchObject({
      subject_group_id: "hn-mttq",
      parent: "H26",
      recipients: ["H26.CA", "H26.NV"],
    });
    expect(await reportOf("H26")).toMatchObject({
      duty_id: "2447-tinh",
      subject_group_id: "tinh",
      editor_ids: ["H26.CA", "H26.NV"],
      due_on: "2026-11-29",
      parent: "G01",
      recipients: ["G01", "G09"],
    });
    expect(await reportOf("G09")).toMatchObject({
      duty_id: "2447-trung-uong",
      subject_group_id: "tw",
      parent: "G01",
      recipients: ["G01"],
    });
    expect(await reportOf("G01")).toMatchObject({
      duty_id: "2447-toan-quoc",
      editor_ids: ["G01", "G09"],
      parent: null,
      recipients: [],
    });
  });
});

it("binds Hà Nội by the default in 2025, before its plan began, and its departments not at all", async () => {
  const applied = await applyObligations(null, "2025");
  expect(counts(applied)).toEqual({ added: 3394, changed: 0, withdrawn: 0, restored: 0, unchanged: 0 });
  expect((await kindsOf("2025")).map(({ kind, reports }) => [kind, reports])).toEqual([
    ["ministry", 16],
    ["ministry", 1],
    ["centralBody", 16],
    ["centralFront", 6],
    ["province", 34],
    ["commune", 3321],
  ]);
  expect(await reportOf("00070", "2025")).toMatchObject({
    duty_id: "mac-dinh-xa",
    due_on: "2025-11-09",
    due_is_default: true,
    subject_group_id: null,
    parent: "H26",
  });
});

describe("a change of agencies or plans", () => {
  it("withdraws the report of a dissolved agency with its reason, keeps its work, and brings it back when owed again", async () => {
    await applyObligations(null, "2026");
    await pool.query(`update report set status = 'draft', draft = '{"figures": {"A2": 3}}' where agency_id = '00070'`);
    await pool.query("update agency_term set valid_to = '2026-09-30' where agency_id = '00070'");

    const preview = await previewObligations("2026");
    expect(counts(preview)).toEqual({ added: 0, changed: 0, withdrawn: 1, restored: 0, unchanged: 3411 });
    expect(preview.withdrawn[0]).toMatchObject({
      agencyId: "00070",
      agencyName: "Ủy ban nhân dân phường Hoàn Kiếm",
      hasWork: true,
      reason: "Cơ quan chấm dứt hoạt động từ ngày 01/10/2026",
    });
    expect(await reportOf("00070")).toMatchObject({ withdrawn: false });

    await applyObligations(null, "2026");
    expect(await reportOf("00070")).toMatchObject({
      withdrawn: true,
      withdrawn_for: "Cơ quan chấm dứt hoạt động từ ngày 01/10/2026",
      status: "draft",
      version: 2,
    });
    expect(counts(await applyObligations(null, "2026"))).toMatchObject({ withdrawn: 0, changed: 0, added: 0 });

    await pool.query("update agency_term set valid_to = null where agency_id = '00070'");
    expect(counts(await applyObligations(null, "2026"))).toMatchObject({ restored: 1, added: 0 });
    expect(await reportOf("00070")).toMatchObject({
      withdrawn: false,
      withdrawn_for: null,
      status: "draft",
      version: 3,
    });
    expect(await row("select draft from report where agency_id = '00070'")).toEqual({ draft: { figures: { A2: 3 } } });
    expect(await rows("select move, reason from report_event order by id")).toEqual([
      { move: "obligate", reason: "Không còn nghĩa vụ báo cáo. Cơ quan chấm dứt hoạt động từ ngày 01/10/2026." },
      { move: "obligate", reason: "Lại có nghĩa vụ báo cáo." },
    ]);
  });

  it("shows a new due date before it is applied, and leaves the mark of lateness of what was sent", async () => {
    await applyObligations(null, "2026");
    await pool.query(
      "update report set late = true, first_sent_at = '2026-11-12T03:00:00Z', status = 'returned' where agency_id = '00004'",
    );
    await pool.query("update reporting_duty set due_day = 15 where id = 'ha-noi-co-so'");

    const preview = await previewObligations("2026");
    expect(counts(preview)).toEqual({ added: 0, changed: 144, withdrawn: 0, restored: 0, unchanged: 3268 });
    expect(preview.changed.find(({ agencyId }) => agencyId === "00004")?.fields).toEqual({
      dueOn: ["2026-11-09", "2026-11-15"],
    });
    expect(await reportOf("00004")).toMatchObject({ due_on: "2026-11-09" });

    await applyObligations(null, "2026");
    expect(await reportOf("00004")).toMatchObject({ due_on: "2026-11-15", late: true, version: 1, status: "returned" });
  });

  it("leaves what is in the recipients' hands with them, and what was sent with its criteria", async () => {
    await applyObligations(null, "2026");
    await pool.query(`
      update report_recipient set agency_id = 'H01.NV' where agency_id = 'H26.NV' and report_id in (select id from report where agency_id in ('00004', '00070', '00082'));
      insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late)
        select id, 1, '{}', '', gen_random_uuid(), '', now(), false from report where agency_id = '00082';
      update report r set status = 'submitted', first_sent_at = v.sent_at, sent_version_id = v.id from report_version v where v.report_id = r.id;
      update report set subject_group_id = null, first_sent_at = now(), status = 'returned' where agency_id = '00070'`);

    const preview = await previewObligations("2026");
    expect(preview.changed.map(({ agencyId, fields }) => [agencyId, fields])).toEqual([
      [
        "00004",
        {
          recipients: [
            ["H26.CA", "H01.NV"],
            ["H26.CA", "H26.NV"],
          ],
        },
      ],
      [
        "00070",
        {
          recipients: [
            ["H26.CA", "H01.NV"],
            ["H26.CA", "H26.NV"],
          ],
        },
      ],
    ]);
    await applyObligations(null, "2026");
    expect(await reportOf("00004")).toMatchObject({
      recipients: ["H26.CA", "H26.NV"],
      subject_group_id: "hn-sbn",
      version: 2,
    });
    expect(await reportOf("00070")).toMatchObject({ recipients: ["H26.CA", "H26.NV"], subject_group_id: null });
    expect(await reportOf("00082")).toMatchObject({
      recipients: ["H26.CA", "H01.NV"],
      status: "submitted",
      version: 1,
    });
  });

  it("is not applied while a lower duty falls due after the upper one", async () => {
    await pool.query("update reporting_duty set due_day = 30 where id = 'mac-dinh-xa'");
    await expect(applyObligations(null, "2026")).rejects.toMatchObject({ status: 422 });
    await expect(applyObligations(null, "2026")).rejects.toThrow("đến hạn ngày 30/11/2026, sau hạn ngày 29/11/2026");
    expect(await row("select count(*) as reports from report")).toEqual({ reports: 0 });
  });
});

describe("who applies", () => {
  it("is, for a province, its own agencies' reports only", async () => {
    const officer = await staffOf("H26.CA", "consolidator");
    expect(counts(await applyObligations(officer, "2026"))).toEqual({
      added: 144,
      changed: 0,
      withdrawn: 0,
      restored: 0,
      unchanged: 0,
    });
    expect(await row("select count(*) as reports, count(parent_id) as placed from report")).toEqual({
      reports: 144,
      placed: 0,
    });

    expect(counts(await applyObligations(null, "2026"))).toMatchObject({ added: 3268, changed: 144 });
    expect(
      await row(
        "select count(*) as placed from report where parent_id = (select id from report where agency_id = 'H26')",
      ),
    ).toEqual({ placed: 144 });
    expect(
      await row(
        "select scope_path, person_name, agency_id, detail from audit_entry where action = 'obligation.apply' and agency_id = 'H26.CA'",
      ),
    ).toEqual({
      scope_path: "/VN/H26/",
      person_name: "Nguyễn Thị Thử",
      agency_id: "H26.CA",
      detail: { added: 144, changed: 0, withdrawn: 0, restored: 0 },
    });
  });

  it("is nobody else: strangers are told there is nothing", async () => {
    for (const [agency, role] of [
      ["00070", "administrator"],
      ["G22", "consolidator"],
      ["H26.YT", "secretariat"],
      ["G01", "reader"],
      ["H26.CA", "recipientOfficer"],
    ] as const) {
      await expect(applyObligations(await staffOf(agency, role), "2026")).rejects.toMatchObject({ status: 404 });
    }
    await expect(applyObligations(null, "1999")).rejects.toMatchObject({ status: 404 });
  });

  it("applies what was seen, or nothing", async () => {
    const secretary = await staffOf("G09", "secretariat");
    const { fingerprint } = await previewObligations("2026");
    await pool.query("update agency_term set valid_to = '2026-09-30' where agency_id = '00070'");
    await expect(applySeenObligations(secretary, { periodId: "2026", seen: fingerprint })).rejects.toMatchObject({
      status: 409,
    });
    expect(await row("select count(*) as reports from report")).toEqual({ reports: 0 });

    const again = await previewObligations("2026");
    expect((await applySeenObligations(secretary, { periodId: "2026", seen: again.fingerprint })).added).toHaveLength(
      3411,
    );
  });

  it("is one after the other when two apply at the same moment", async () => {
    const [one, other] = await Promise.all([applyObligations(null, "2026"), applyObligations(null, "2026")]);
    expect([one.added.length, other.added.length].sort()).toEqual([0, 3412]);
    expect(await row("select count(*) as reports from report")).toEqual({ reports: 3412 });
  });
});

it("names the recipients and the reports of a duty", async () => {
  await applyObligations(null, "2026");
  expect(await findDutyInForce({ id: "2026", year: 2026 }, "2447-tinh")).toMatchObject({
    dueOn: "2026-11-29",
    reports: 34,
    names: { G01: "Bộ Công an", G09: "Bộ Nội vụ" },
  });
});
