import { beforeAll, describe, expect, it } from "vitest";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { findConsolidation, findTotals, listPartFigures, listParts } from "#lib/reports/consolidation/queries";
import { consolidate } from "#lib/reports/consolidation/service";
import { allIndicators } from "#lib/reports/form";
import { findForm, findReport } from "#lib/reports/queries";
import { acceptReport, askSignOff, markReported, openCorrection } from "#lib/reports/service";
import { ratioOf, type Totals } from "#lib/reports/totals";
import { freshDatabase } from "../../support/database.ts";
import {
  again,
  anActor,
  answerTo,
  aReport,
  ask,
  clerkOf,
  consolidated,
  everythingOf,
  fill,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  refusingAudit,
  reportOf,
  save,
  sendUp,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

/** The totals of a consolidated report as this actor reads them. */
async function totalsOf(actor: Actor, agencyId: string): Promise<Totals> {
  const { id } = await reportOf(agencyId);
  return (await findTotals(actor, id))?.totals ?? {};
}

const number = (totals: Totals, id: string, option = "") => totals[id]?.[option]?.number;

const ministries = () => Promise.all([officer("G01"), officer("G09")]);
const officer = (agencyId: string) => anActor(agencyId, "recipientOfficer", "consolidator");

async function acceptedByBoth(report: { id: string }, [first, second]: Actor[]) {
  await acceptReport(first as Actor, await answerTo(report));
  await acceptReport(second as Actor, await answerTo(report));
}

/** One story, told in order: commune → city → nation, then a correction. */
describe("from the commune to the nation", () => {
  it("the city sums the accepted versions of its communes and departments", async () => {
    await aReport(
      "accepted",
      { A1: true, A2: "12/KH-UBND", A3: "05/01/2026", A9: "1,5", B1: 10, B16: 20, B17: 5, C13: "Tốt" },
      "00070",
    );
    await aReport("accepted", { A1: false, A9: "2,25", B1: 7, B16: 30, B17: 30, C13: "Khá" }, "00004");
    await aReport("accepted", { A1: true, A2: "3/KH", A3: "06/01/2026", B1: 2, C13: "Khá" }, "H26.MT");
    await aReport("submitted", { B1: 1_000 }, "09988"); // sent, but not accepted by anybody
    await aReport("returned", { B1: 1_000 }, "00008");

    const { report, made } = await consolidated("H26", await police(), {
      A1: true,
      A2: "88/KH-UBND",
      A3: "01/01/2026",
      A9: "0,25",
      B1: 4,
    });
    const owed = await row<{ count: number }>(
      "select count(*) as count from report where parent_id = $1 and withdrawn_at is null",
      [report.id],
    );
    expect(made).toMatchObject({ counted: 3, expected: owed?.count });

    const totals = await totalsOf(await police(), "H26");
    expect(totals.B1).toEqual({ "": { number: "19", asked: 3, units: 3 } }); // 10 + 7 + 2
    expect(totals.A9).toEqual({ "": { number: "3.75", asked: 2, units: 2 } }); // 1.5 + 2.25
    expect(totals.A1).toEqual({ "": { number: "2", asked: 3, units: 3 } }); // yes, no, yes
    expect(totals.C13).toEqual({ Tốt: { number: "1", asked: 1, units: 1 }, Khá: { number: "2", asked: 2, units: 2 } });
    expect(totals).not.toHaveProperty("B18");
    const form = await row<{ id: string; version: number }>(
      "select form_id as id, form_version as version from report where id = $1",
      [report.id],
    );
    const b18 = allIndicators(await findForm(form?.id ?? "", form?.version ?? 0)).find(({ id }) => id === "B18");
    expect(b18 && ratioOf(b18, (id) => Number(number(totals, id)))).toBe(70); // (5 + 30) / (20 + 30), not the mean of 25 and 100
  });

  it("names every unit, counted or not", async () => {
    const officer = await police();
    const { id } = await reportOf("H26");
    const report = await findReport(officer, id);
    const found = await findTotals(officer, id);
    if (!report || !found?.consolidation) throw new Error("no consolidation");
    const parts = await listParts(report, found.consolidation.id);
    expect(parts).toHaveLength(found.consolidation.expected);
    expect(
      parts
        .filter(({ countedNumber }) => countedNumber !== null)
        .map(({ name }) => name)
        .sort(),
    ).toHaveLength(3);
    const figures = await listPartFigures(found.consolidation.id, ["B1"]);
    expect(figures.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual([2, 7, 10]);
  });

  it("the chairman signs: parts, own figures and adjustments together", async () => {
    const report = await reportOf("H26");
    await save(await homeAffairs(), report, {
      adjustments: { B1: { by: "-1", reason: "Một mô hình được hai đơn vị cùng kê." } },
    });
    await sendUp(report, await police(), await headOf("H26"));
    const sent = await totalsOf(await officer("G01"), "H26");
    expect(sent.B1).toEqual({ "": { number: "22", asked: 4, units: 4 } }); // 19 + 4 - 1
    expect(sent.A9).toEqual({ "": { number: "4", asked: 3, units: 3 } }); // 3.75 + 0.25
    expect(sent.A1).toEqual({ "": { number: "3", asked: 4, units: 4 } });
    const row1 = await row(
      "select f.number, f.asked from report_figure f join report r on r.sent_version_id = f.version_id where r.id = $1 and f.indicator_id = 'B1'",
      [report.id],
    );
    expect(row1).toEqual({ number: "22.00", asked: 4 });
  });

  it("another province and a ministry send, and the nation is consolidated from what both ministries accepted", async () => {
    const [bca, bnv] = await ministries();
    const ward = await reportOf("30307"); // a ward of An Giang, which has no plan and so no criteria
    const [clerk, head] = [await clerkOf("30307"), await headOf("30307")];
    await fill(clerk, ward, { B1: 100, B16: 10, B17: 10 });
    await sendUp(ward, clerk, head);
    await acceptedByBoth(ward, [await officer("H01.CA"), await officer("H01.NV")]);
    const { report: province } = await consolidated("H01", await officer("H01.CA"));
    await sendUp(province, await officer("H01.NV"), await headOf("H01"));

    const ministry = await reportOf("G09");
    await fill(await clerkOf("G09"), ministry, { B1: 3 });
    await sendUp(ministry, await clerkOf("G09"), await headOf("G09"));
    await acceptReport(bca as Actor, await answerTo(ministry)); // its only recipient
    expect((await again(ministry)).status).toBe("accepted");

    const city = await reportOf("H26");
    await acceptedByBoth(city, [bca as Actor, bnv as Actor]);
    await acceptReport(bca as Actor, await answerTo(province)); // Bộ Nội vụ has not answered

    const { made, report: nation } = await consolidated("G01", bca as Actor);
    expect(made.counted).toBe(2);
    const totals = await totalsOf(bca as Actor, "G01");
    expect(totals.B1).toEqual({ "": { number: "25", asked: 5, units: 2 } }); // 22 + 3; An Giang is not accepted by both

    await acceptReport(bnv as Actor, await answerTo(province));
    const again1 = await consolidate(bnv as Actor, await ask(nation));
    expect(again1.counted).toBe(3);
    const all = await totalsOf(bca as Actor, "G01");
    expect(all.B1).toEqual({ "": { number: "126", asked: 7, units: 3 } }); // 25 + 100 + 1 of the province itself
    expect(all.B17).toEqual({ "": { number: "45", asked: 3, units: 2 } }); // 35 + 10
  });

  it("a reader reads it only when it was sent, and follows a figure down to the ward's cell", async () => {
    const reader = await anActor("G22", "reader");
    const { id } = await reportOf("G01");
    expect((await findTotals(reader, id))?.totals).toBeUndefined();
    const [bca] = await ministries();
    await sendUp({ id }, bca as Actor, await headOf("G01"));
    const found = await findTotals(reader, id);
    expect(number(found?.totals ?? {}, "B1")).toBe("127"); // 126 + 1 of the ministry's own filling

    const city = (await listPartFigures(found?.consolidation?.id ?? "", ["B1"])).find(({ name }) =>
      name.includes("Hà Nội"),
    );
    expect(Number(city?.number)).toBe(22);
    const counted = await row<{ consolidation: string }>(
      "select consolidation_id as consolidation from report_version where report_id = $1 and number = $2",
      [city?.reportId, city?.versionNumber],
    );
    const ward = (await listPartFigures(counted?.consolidation ?? "", ["B1"])).find(({ name }) =>
      name.includes("Hoàn Kiếm"),
    );
    expect(ward).toMatchObject({
      kind: "own",
      versionNumber: 1,
      signedByName: (await headOf("00070")).fullName,
      enteredByName: (await clerkOf("00070")).fullName,
    });
    expect(Number(ward?.number)).toBe(10);
  });

  it("Bộ Công an marks it reported, with the document's day and number", async () => {
    const report = await reportOf("G01");
    const head = await headOf("G01");
    const act = { ...(await ask(report)), reportedOn: "29/11/2026", reportedNumber: "1234/BC-BCA" };
    const before = await everythingOf(report);
    expect(await outcomeOf(markReported(head, { ...act, reportedOn: "31/11/2026" }))).toBe(422);
    expect(await outcomeOf(markReported(head, { ...act, reportedNumber: "" }))).toBe(422);
    expect(await outcomeOf(markReported(head, { ...act, version: act.version - 1 }))).toBe(409);
    expect(await outcomeOf(markReported(await headOf("G09"), act))).toBe(403);
    expect(await outcomeOf(markReported(await headOf("H26"), act))).toBe(404);
    await refusingAudit("report.markReported", async () => {
      await expect(markReported(head, act)).rejects.toThrow("the audit entry is refused");
    });
    expect(await everythingOf(report)).toEqual(before);
    await markReported(head, act);
    expect(await again(report)).toMatchObject({ status: "reported" });
    expect(await row("select reported_on, reported_number from report where id = $1", [report.id])).toEqual({
      reported_on: "2026-11-29",
      reported_number: "1234/BC-BCA",
    });
  });

  it("a report with recipients is never marked as reported to the Prime Minister", async () => {
    const report = await reportOf("09988");
    const act = { ...(await ask(report)), reportedOn: "29/11/2026", reportedNumber: "1/BC" };
    expect(await outcomeOf(markReported(await headOf(report.agencyId), act))).toBe(403);
  });
});

describe("a correction after the city has counted", () => {
  const outdated = async () => {
    const { consolidation } = (await row<{ consolidation: string }>(
      "select consolidation_id as consolidation from report where agency_id = 'H26' and period_id = '2026'",
    )) ?? { consolidation: "" };
    return (await findConsolidation(consolidation))?.outdated;
  };

  it("counts the old version until the new one is accepted, then marks the city's and the nation's as out of date", async () => {
    const ward = await reportOf("00070");
    const [clerk, head] = [await clerkOf("00070"), await headOf("00070")];
    await openCorrection(clerk, await ask(ward, "Đếm sót hai mô hình."));
    await save(clerk, ward, { figures: { B1: 12 } });
    await sendUp(ward, clerk, head);
    expect(await outdated()).toBe(0);

    const city = await reportOf("H26");
    await openCorrection(await police(), await ask(city, "Phường Hoàn Kiếm đính chính."));
    await consolidate(await police(), await ask(city));
    expect(number(await totalsOf(await police(), "H26"), "B1")).toBe("19"); // the accepted version still counts

    await acceptedByBoth(ward, [await police(), await homeAffairs()]);
    expect(await outdated()).toBe(1);
    await consolidate(await police(), await ask(city));
    expect(await outdated()).toBe(0);
    expect(number(await totalsOf(await police(), "H26"), "B1")).toBe("21"); // 12 + 7 + 2

    await sendUp(city, await police(), await headOf("H26"));
    const nation =
      (
        await row<{ consolidation: string }>(
          "select consolidation_id as consolidation from report where agency_id = 'G01' and period_id = '2026' and kind = 'consolidated'",
        )
      )?.consolidation ?? "";
    expect((await findConsolidation(nation))?.outdated).toBe(0); // sent, not accepted
    await acceptedByBoth(city, await ministries());
    expect((await findConsolidation(nation))?.outdated).toBe(1);
    expect(
      await row(
        "select accepted.number from report r join report_version accepted on accepted.id = r.accepted_version_id where r.id = $1",
        [city.id],
      ),
    ).toEqual({ number: 2 });
  });

  it("leaves what was sent before exactly as it was", async () => {
    const versions = await rows(
      `select v.number, v.document->'totals'->'B1'->''->>'number' as b1 from report_version v join report r on r.id = v.report_id where r.agency_id = 'H26' and r.period_id = '2026' order by 1`,
    );
    expect(versions).toEqual([
      { number: 1, b1: "22" },
      { number: 2, b1: "24" },
    ]); // 21 + 4 - 1
  });
});

describe("consolidating", () => {
  it("is refused while nothing is accepted", async () => {
    const report = await reportOf("H57");
    const before = await everythingOf(report);
    expect(await outcomeOf(consolidate(await officer("H57.CA"), await ask(report)))).toBe(422);
    expect(await everythingOf(report)).toEqual(before);
  });

  it("must come before signing", async () => {
    const report = await reportOf("H49");
    const maker = await officer("H49.CA");
    await fill(maker, report);
    await expect(askSignOff(maker, await ask(report))).rejects.toThrow("Chưa tổng hợp");
  });

  it("is for the consolidators of the police and home affairs; others are refused or find nothing, and an old page is told", async () => {
    const report = await reportOf("H01");
    await openCorrection(await officer("H01.CA"), await ask(report, "Diễn tập."));
    const act = await ask(report);
    const before = await everythingOf(report);
    expect(await outcomeOf(consolidate(await headOf("H01"), act))).toBe(403);
    expect(await outcomeOf(consolidate(await anActor("G01", "consolidator"), act))).toBe(403);
    expect(await outcomeOf(consolidate(await anActor("H01.CA", "reporter"), act))).toBe(404);
    expect(await outcomeOf(consolidate(await police(), act))).toBe(404);
    expect(await outcomeOf(consolidate(await officer("H01.CA"), { ...act, version: act.version - 1 }))).toBe(409);
    expect(await outcomeOf(consolidate(await officer("H01.CA"), { ...act, id: (await reportOf("30307")).id }))).toBe(
      404,
    ); // not a consolidated report
    await refusingAudit("report.consolidate", async () => {
      await expect(consolidate(await officer("H01.CA"), act)).rejects.toThrow("the audit entry is refused");
    });
    expect(await everythingOf(report)).toEqual(before);
    await consolidate(await officer("H01.NV"), act);
    const [told, audited] = [
      await row("select move from report_event where report_id = $1 order by id desc limit 1", [report.id]),
      await row("select action from audit_entry where subject_id = $1 order by id desc limit 1", [report.id]),
    ];
    expect([told, audited]).toEqual([{ move: "consolidate" }, { action: "report.consolidate" }]);
  });

  it("is refused once the report has gone out", async () => {
    const report = await reportOf("H26");
    expect((await again(report)).status).toBe("accepted");
    expect(await outcomeOf(consolidate(await police(), await ask(report)))).toBe(422);
  });

  it("leaves out units that owe no report any more", async () => {
    const report = await reportOf("H01");
    await rows(
      "update report set withdrawn_at = campaign_now(), withdrawn_for = 'Đã giải thể.' where agency_id = '30307' and period_id = '2026'",
    );
    expect(await outcomeOf(consolidate(await officer("H01.CA"), await ask(report)))).toBe(422);
  });
});
