import { beforeAll, describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import { verifyPassword } from "#lib/identity/passwords";
import { blockingProblems } from "#lib/reports/checks";
import { type ReportDocument, readDocument } from "#lib/reports/document";
import { documentHash } from "#lib/reports/document-hash";
import { type FormDefinition, unitKindOf } from "#lib/reports/form";
import { previewObligations } from "#lib/reports/obligations/queries";
import { type FigureRow, figureRows, totalRows } from "#lib/reports/totals";
import { demonstrationAccounts, demonstrationPassword } from "../../../src/lib/demonstration/accounts.ts";
import { createDemonstration } from "../../../src/lib/demonstration/create.ts";
import { freshDatabase } from "../../support/database.ts";

freshDatabase();

beforeAll(async () => {
  const startedAt = performance.now();
  await createDemonstration();
  console.log(`The demonstration took ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}, 240_000);

const count = async (from: string, values: unknown[] = []) =>
  (await row<{ count: number }>(`select count(*) as count from ${from}`, values))?.count;

/** Of a period, own reports of communes by state. */
const communesByStatus = (period: string) =>
  rows<{ status: string; count: number; late: number }>(
    `select r.status, count(*) as count, count(*) filter (where r.late) as late
     from report r join agency_on('2026-11-15') t on t.agency_id = r.agency_id
     where r.period_id = $1 and t.kind = 'commune' and r.kind = 'own' group by r.status`,
    [period],
  );

describe("the demonstration", () => {
  it("begins at nine on 23 November 2026", async () => {
    const clock = await row<{ seconds: string }>(
      "select extract(epoch from campaign_now() - '2026-11-23T09:00:00+07:00'::timestamptz) as seconds",
    );
    expect(Number(clock?.seconds)).toBeGreaterThanOrEqual(0);
    expect(Number(clock?.seconds)).toBeLessThan(300);
  });

  it("is there once: again changes nothing", async () => {
    const before = await row("select count(*) as events, max(id) as last from report_event");
    const startedAt = performance.now();
    await createDemonstration();
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(await row("select count(*) as events, max(id) as last from report_event")).toEqual(before);
  });

  it("has published 2025 once, complete, and some models that are all marked as made up", async () => {
    expect(
      await rows(
        "select period_id, place_id, number, denominator from public_number where measure_id = 'sent' and place_id = 'total'",
      ),
    ).toEqual([{ period_id: "2025", place_id: "total", number: "3359.00", denominator: "3359.00" }]);
    expect(await count("public_period")).toBe(1);
    expect(await count("public_exemplar where fictitious")).toBe(3);
    expect(await count("public_exemplar where not fictitious")).toBe(0);
  });

  it("has dossiers in every state but one, two decisions with their awards, and a council of eleven with a session to come", async () => {
    const states = await rows<{ status: string }>("select distinct status::text from nomination order by 1");
    expect(states.map(({ status }) => status)).toEqual(
      "appraised decided draft formChange notPassed onAgenda passed proposed refused returned withdrawn".split(" "),
    );
    expect(await count("award_decision where published_at is not null")).toBe(2);
    expect(await count("award_record where decision_id is not null and bonus is null")).toBe(0);
    expect(await count("council_member")).toBe(11);
    expect(await count("agenda_item")).toBe(await count("nomination where status = 'onAgenda'"));
    expect(await count("award_subject where not fictitious")).toBe(0);
  });

  it("leaves nothing for the obligations to change", async () => {
    for (const period of ["2025", "2026"]) {
      const { added, changed, withdrawn, restored } = await previewObligations(period);
      expect([added, changed, withdrawn, restored].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
    }
  });

  it("lets everybody shown sign in with the one password", async () => {
    const people = await rows<{ username: string; passwordHash: string; roles: number }>(
      `select p.username, p.password_hash as "passwordHash", (select count(*) from assignment a where a.person_id = p.id) as roles
       from person p where p.username = any($1) and p.fictitious and not p.must_change_password`,
      [demonstrationAccounts.map(({ username }) => username)],
    );
    expect(people).toHaveLength(demonstrationAccounts.length);
    expect(people.every(({ roles }) => roles > 0)).toBe(true);
    expect(await verifyPassword(people[0]?.passwordHash ?? "", demonstrationPassword)).toBe(true);
  });

  it("has somebody to write, sign and receive every report", async () => {
    const lacking = await rows(
      `select r.agency_id from report r where not exists (
         select from assignment a where a.agency_id = r.agency_id and a.role = 'head'
       ) or not exists (
         select from assignment a where a.agency_id = any(r.editor_ids) and a.role = case r.kind when 'own' then 'reporter'::role else 'consolidator' end
       ) or exists (
         select from report_recipient c where c.report_id = r.id
           and not exists (select from assignment a where a.agency_id = c.agency_id and a.role = 'recipientOfficer'))`,
    );
    expect(lacking).toEqual([]);
  });
});

describe("2025", () => {
  it("is complete: every unit and province accepted, the nation reported", async () => {
    expect(await communesByStatus("2025")).toEqual([{ status: "accepted", count: 3321, late: expect.any(Number) }]);
    expect(
      await rows(
        `select kind, status, count(*) as count from report where period_id = '2025' and withdrawn_at is null
           and (kind = 'consolidated' or parent_id = (select id from report where period_id = '2025' and agency_id = 'G01' and kind = 'consolidated'))
         group by kind, status order by kind, status`,
      ),
    ).toEqual([
      { kind: "own", status: "accepted", count: 38 },
      { kind: "consolidated", status: "accepted", count: 34 },
      { kind: "consolidated", status: "reported", count: 1 },
    ]);
  });

  it("was reported on a plausible day, after everything it counts", async () => {
    const nation = await row<{ on: string; number: string }>(
      `select reported_on as on, reported_number as number from report where period_id = '2025' and status = 'reported'`,
    );
    expect(nation).toEqual({ on: "2025-11-29", number: expect.stringMatching(/^\d+\/BC-/) });
  });
});

describe("2026", () => {
  it("stands as on that morning: most accepted, some late, returned, waiting, missing", async () => {
    const states = await communesByStatus("2026");
    const share = (...wanted: string[]) =>
      states.filter(({ status }) => wanted.includes(status)).reduce((sum, { count: of }) => sum + of, 0) / 33.21;
    expect(share("accepted", "correcting")).toSatisfy((percent: number) => percent > 80 && percent < 88);
    expect(share("submitted")).toSatisfy((percent: number) => percent > 3 && percent < 6);
    expect(share("returned")).toSatisfy((percent: number) => percent > 2 && percent < 5);
    expect(share("awaitingSignOff")).toSatisfy((percent: number) => percent > 1 && percent < 4);
    expect(share("draft")).toSatisfy((percent: number) => percent > 2 && percent < 6);
    expect(share("notStarted")).toSatisfy((percent: number) => percent > 1.5 && percent < 4.5);
    expect(states.reduce((sum, { late }) => sum + late, 0) / 33.21).toSatisfy(
      (percent: number) => percent > 2 && percent < 5,
    );
  });

  it("has five provinces sent, five writing and the rest waiting, Hà Nội among them", async () => {
    const provinces = await rows<{ status: string; ids: string[] }>(
      "select status, array_agg(agency_id order by agency_id) as ids from report where period_id = '2026' and kind = 'consolidated' and agency_id like 'H%' group by status",
    );
    const of = (status: string) => provinces.find((one) => one.status === status)?.ids ?? [];
    expect(of("accepted")).toEqual(["H49", "H57"]);
    expect(of("submitted")).toEqual(["H20", "H44"]);
    expect(of("returned")).toEqual(["H12"]);
    expect(of("draft")).toEqual(["H05", "H17", "H36", "H56", "H61"]);
    expect(of("notStarted")).toContain("H26");
  });

  it("has more time given, refused and waiting, told in the timelines, and one in time and one late in spite of it", async () => {
    expect(await rows("select state, count(*) as count from report_extension group by state order by state")).toEqual([
      { state: "asked", count: 1 },
      { state: "granted", count: 7 },
      { state: "refused", count: 1 },
    ]);
    expect(
      await rows(
        "select late, count(*) as count from report where original_due_on is not null group by late order by late nulls last",
      ),
    ).toEqual([
      { late: false, count: 1 },
      { late: true, count: 1 },
      { late: null, count: 5 },
    ]);
    expect(
      await count(
        `report_extension x join report r on r.id = x.report_id
         where (x.state = 'granted') <> (r.original_due_on is not null) or x.due_on <> coalesce(r.original_due_on, r.due_on)
           or r.due_on <> coalesce(x.decided_until_on, x.due_on) or coalesce(r.first_sent_at <= coalesce(x.decided_at, x.asked_at), false)
           or x.until_on > (select u.due_on from report u where u.id = r.parent_id)
           or not exists (select from report_event e where e.report_id = r.id and e.move = 'askExtension' and e.at = x.asked_at)
           or (x.decided_at is not null and not exists (select from report_event e where e.report_id = r.id and e.move in ('grantExtension', 'refuseExtension') and e.at = x.decided_at))`,
      ),
    ).toBe(0);
  });

  it("keeps phường Hoàn Kiếm half written, for the audience to see it finished", async () => {
    const report = await row<{ status: string; draft: ReportDocument; sent: string | null }>(
      "select status, draft, sent_version_id as sent from report where agency_id = '00070' and period_id = '2026'",
    );
    expect(report).toMatchObject({ status: "draft", sent: null, draft: { narratives: {}, assessments: {} } });
    const letters = Object.keys(report?.draft.figures ?? {}).map((id) => id[0]);
    expect(new Set(letters)).toEqual(new Set(["A", "B"]));
    expect(letters.filter((letter) => letter === "B")).toHaveLength(17);
  });
});

describe("what was sent", () => {
  it("passes the form's own checks, has its hash, and its figures as rows", async () => {
    const form = (await row<{ definition: FormDefinition }>("select definition from report_form"))
      ?.definition as FormDefinition;
    const criteria = Map.groupBy(
      await rows<{ id: string; groupId: string }>(`select id, group_id as "groupId" from criterion`),
      ({ groupId }) => groupId,
    );
    const sent = await rows<{
      id: string;
      document: ReportDocument;
      hash: string;
      isConsolidated: boolean;
      kind: Parameters<typeof unitKindOf>[0];
      groupId: string;
      figures: FigureRow[];
    }>(
      `select v.id, v.document, v.document_hash as hash, r.kind = 'consolidated' as "isConsolidated", t.kind, r.subject_group_id as "groupId",
         (select jsonb_agg(jsonb_build_object('indicatorId', f.indicator_id, 'option', f.option, 'number', trim_scale(f.number)::text, 'asked', f.asked)
           order by f.indicator_id, f.option) from report_figure f where f.version_id = v.id) as figures
       from report_version v join report r on r.id = v.report_id join agency_on('2026-11-15') t on t.agency_id = r.agency_id
       where r.kind = 'consolidated' or t.province_id in ('H26', 'H57', 'H12') or t.province_id is null`,
    );
    expect(sent.length).toBeGreaterThan(500);
    expect(sent.filter(({ document }) => document.statement !== undefined)).toHaveLength(1);
    for (const { id, document, hash, isConsolidated, kind, groupId, figures } of sent) {
      const criteriaIds = (criteria.get(groupId) ?? []).map((criterion) => criterion.id);
      const isStatement = document.statement !== undefined;
      expect(
        isStatement
          ? []
          : blockingProblems({
              form,
              unit: unitKindOf(kind),
              isConsolidated,
              criteriaIds,
              document: readDocument(document),
              lastYear: null,
              peers: {},
              today: "2026-11-23",
            }),
        id,
      ).toEqual([]);
      expect(documentHash(document)).toBe(hash);
      const expected = isConsolidated
        ? totalRows(document.totals ?? {})
        : figureRows(form, document.figures, document.blanks);
      const key = ({ indicatorId, option }: FigureRow) => `${indicatorId}:${option}`;
      expect(new Map(figures.map((one) => [key(one), one]))).toEqual(new Map(expected.map((one) => [key(one), one])));
    }
  });

  it("belongs to every report that was sent, and to no other", async () => {
    expect(
      await count(
        `report r where (r.status in ('submitted', 'returned', 'accepted', 'correcting', 'reported')) <> (r.sent_version_id is not null)
           or (r.status in ('accepted', 'correcting', 'reported')) <> (r.accepted_version_id is not null)
           or (r.sent_version_id is not null) <> (r.first_sent_at is not null)`,
      ),
    ).toBe(0);
    expect(
      await count("report_version v where not exists (select from report_figure f where f.version_id = v.id)"),
    ).toBe(0);
    expect(
      await count(
        "report r join report_version v on v.id in (r.sent_version_id, r.accepted_version_id) where v.report_id <> r.id",
      ),
    ).toBe(0);
  });

  it("is late exactly when first sent after the last day", async () => {
    expect(await count("report where late is distinct from (vietnam_day(first_sent_at) > due_on)")).toBe(0);
  });

  it("has recipients whose answers make the report's state", async () => {
    expect(
      await count(
        `report r join lateral (select bool_and(state = 'accepted') as accepted, bool_or(state = 'returned') as returned, count(*) from report_recipient where report_id = r.id) c on c.count > 0
         where r.sent_version_id is not null and r.status <> 'correcting'
           and r.status <> case when c.returned then 'returned' when c.accepted then 'accepted' else 'submitted' end::report_status`,
      ),
    ).toBe(0);
    expect(await count("report_recipient where state = 'returned' and reasons = '{}'")).toBe(0);
    expect(await count("report_recipient where (state = 'waiting') <> (person_name is null)")).toBe(0);
  });
});

describe("every total", () => {
  it("is what SQL counts anew from the versions it names", async () => {
    const wrong = await rows(
      `with recount as (
         select p.consolidation_id, f.indicator_id, f.option, sum(f.number) as number, sum(f.asked) as asked, count(*) as units
         from consolidation_part p join report_figure f on f.version_id = p.version_id
         where f.indicator_id <> 'E5' group by 1, 2, 3
       ), told as (
         select c.id, i.key as indicator_id, o.key as option, (o.value->>'number')::numeric as number, (o.value->>'asked')::int as asked, (o.value->>'units')::int as units
         from consolidation c cross join jsonb_each(c.totals) i cross join jsonb_each(i.value) o
       )
       select * from recount r full join told t on t.id = r.consolidation_id and t.indicator_id = r.indicator_id and t.option = r.option
       where (r.number, r.asked, r.units) is distinct from (t.number, t.asked, t.units) limit 5`,
    );
    expect(wrong).toEqual([]);
    expect(await count("consolidation")).toBe(34 + 1 + 10);
  });

  it("names versions that were accepted before it was made", async () => {
    expect(
      await count(
        `consolidation c join consolidation_part p on p.consolidation_id = c.id join report r on r.id = p.report_id
         where r.accepted_version_id is distinct from p.version_id
            or c.at < (select max(e.at) from report_event e where e.report_id = r.id and e.move = 'accept')`,
      ),
    ).toBe(0);
  });

  it("says how many units it counts of how many", async () => {
    expect(
      await count(
        "consolidation c where c.counted <> (select count(*) from consolidation_part p where p.consolidation_id = c.id)",
      ),
    ).toBe(0);
    expect(
      await count(
        "consolidation c join report r on r.id = c.report_id where r.period_id = '2025' and c.counted <> c.expected",
      ),
    ).toBe(0);
    expect(
      await count(
        "consolidation c join report r on r.id = c.report_id where r.period_id = '2026' and c.counted < c.expected",
      ),
    ).toBeGreaterThan(3);
  });

  it("adds the level's own figures to the parts in the version that was sent", async () => {
    const nation = await row<{ parts: string; own: number; sent: string }>(
      `select c.totals->'B1'->''->>'number' as parts, (v.document->'figures'->>'B1')::int as own, f.number as sent
       from report r join report_version v on v.id = r.sent_version_id join consolidation c on c.id = v.consolidation_id
       join report_figure f on f.version_id = v.id and f.indicator_id = 'B1'
       where r.period_id = '2025' and r.status = 'reported'`,
    );
    expect(Number(nation?.sent)).toBe(Number(nation?.parts) + Number(nation?.own));
  });
});

describe("the timelines", () => {
  it("tell every sending and answer, in order, before the demonstration begins", async () => {
    expect(await count("report_event where at >= '2026-11-23T09:00:00+07:00'")).toBe(0);
    expect(
      await count(
        "(select at < lag(at) over (partition by report_id order by id) as back from report_event) e where back",
      ),
    ).toBe(0);
    expect(
      await count(
        "report_version v where not exists (select from report_event e where e.report_id = v.report_id and e.move = 'signAndSend' and e.version_number = v.number and e.at = v.sent_at)",
      ),
    ).toBe(0);
    expect(
      await count(
        "report_recipient c where c.state = 'accepted' and not exists (select from report_event e where e.report_id = c.report_id and e.agency_id = c.agency_id and e.move = 'accept')",
      ),
    ).toBe(
      await count(
        "report_recipient c join report r on r.id = c.report_id where r.status = 'reported' and c.state = 'accepted'",
      ),
    );
  });

  it("never move before the period opens", async () => {
    expect(await count("report_event e join report r on r.id = e.report_id where vietnam_day(e.at) < r.opens_on")).toBe(
      0,
    );
  });
});

it("never mixes with real people", async () => {
  await pool.query("delete from demonstration_clock");
  await expect(createDemonstration()).rejects.toThrow("đã có người dùng hoặc báo cáo");
});
