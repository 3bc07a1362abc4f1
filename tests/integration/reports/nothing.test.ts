import { beforeAll, expect, it } from "vitest";
import { row, rows } from "#lib/db";
import { consolidate } from "#lib/reports/consolidation/service";
import { findChecked, findReport } from "#lib/reports/queries";
import { acceptReport, askSignOff, declareNothing, handBack, recallReport, signAndSend } from "#lib/reports/service";
import { freshDatabase } from "../../support/database.ts";
import {
  aCommune,
  again,
  answerTo,
  aReport,
  ask,
  clerkOf,
  everythingOf,
  fill,
  headOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  reportOf,
  save,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const declaring = async (report: { id: string }, confirmed = true) => ({ ...(await ask(report)), confirmed });
const isNothing = async ({ id }: { id: string }) =>
  (await row<{ nothing: boolean }>("select nothing_to_report as nothing from report where id = $1", [id]))?.nothing;

it("is a signed statement: put up by the clerk, signed by the head, counted as zero and not as missing", async () => {
  const report = await reportOf(await aCommune());
  const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
  await declareNothing(clerk, await declaring(report));
  expect(await again(report)).toMatchObject({ status: "awaitingSignOff" });
  await signAndSend(head, await ask(report));
  expect(await again(report)).toMatchObject({ status: "submitted", sentNumber: 1 });
  expect(await isNothing(report)).toBe(true);
  const version = await row(
    "select document->>'statement' as said, document->'blanks'->'B1' as b1 from report_version where report_id = $1",
    [report.id],
  );
  expect(version).toEqual({ said: expect.stringContaining("không phát sinh"), b1: { reason: "none" } });
  const figures = await rows(
    "select distinct f.number::int as number from report_figure f join report_version v on v.id = f.version_id where v.report_id = $1",
    [report.id],
  );
  expect(figures).toEqual([{ number: 0 }]);

  await acceptReport(await police(), await answerTo(report));
  await acceptReport(await homeAffairs(), await answerTo(report));
  const city = await reportOf("H26");
  const made = await consolidate(await police(), await ask(city));
  expect(
    await row(
      "select totals->'B1'->''->>'units' as units, totals->'B1'->''->>'number' as number from consolidation where id = $1",
      [made.consolidationId],
    ),
  ).toEqual({ units: "1", number: "0" });
});

it("is refused while a cell says otherwise, without the confirmation, for a consolidated report and to others", async () => {
  const report = await aReport("draft", { B1: 3 });
  const before = await everythingOf(report);
  const clerk = await clerkOf(report.agencyId);
  const refusal = await declareNothing(clerk, await declaring(report)).catch((error) => error);
  expect(refusal).toMatchObject({ status: 422, fields: [{ field: "figures.B1" }] });
  expect(await outcomeOf(declareNothing(await police(), await declaring(report)))).toBe(403);
  expect(await outcomeOf(declareNothing(await clerkOf(await aCommune()), await declaring(report)))).toBe(404);
  expect(await everythingOf(report)).toEqual(before);
  const empty = await reportOf(await aCommune());
  expect(await outcomeOf(declareNothing(await clerkOf(empty.agencyId), await declaring(empty, false)))).toBe(422);
  expect(await outcomeOf(declareNothing(await police(), await declaring(await reportOf("H26"))))).toBe(403);
});

it("handed back can become an ordinary report, and recalled is none any more", async () => {
  const report = await reportOf(await aCommune());
  const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
  await declareNothing(clerk, await declaring(report));
  await handBack(head, await ask(report, "Có phát sinh."));
  await fill(clerk, report, { B1: 2 });
  await askSignOff(clerk, await ask(report));
  await signAndSend(head, await ask(report));
  expect(await isNothing(report)).toBe(false);
  expect(
    await row(
      "select document ? 'statement' as stated, document->'figures'->'B1' as b1 from report_version where report_id = $1",
      [report.id],
    ),
  ).toEqual({ stated: false, b1: 2 });

  const other = await reportOf(await aCommune());
  const [otherClerk, otherHead] = [await clerkOf(other.agencyId), await headOf(other.agencyId)];
  await declareNothing(otherClerk, await declaring(other));
  await signAndSend(otherHead, await ask(other));
  await recallReport(otherClerk, await ask(other, "Nhầm."));
  expect(await isNothing(other)).toBe(false);
});

it("keeps a value and its reason for being blank apart, whichever came last", async () => {
  const report = await reportOf(await aCommune());
  const clerk = await clerkOf(report.agencyId);
  const none = { reason: "none", expectedOn: "" };
  await save(clerk, report, { figures: { B1: 7, B2: 1 } });
  await save(clerk, report, { blanks: { B1: none, B3: { reason: "pending", expectedOn: "25/11/2026" } } });
  const found = async () =>
    (await row<{ draft: object }>("select draft from report where id = $1", [report.id]))?.draft;
  expect(await found()).toMatchObject({
    figures: { B2: 1 },
    blanks: { B1: { reason: "none" }, B3: { reason: "pending", expectedOn: "2026-11-25" } },
  });
  expect(await found()).not.toHaveProperty("figures.B1");
  await save(clerk, report, { figures: { B1: 8 } });
  expect(await found()).toMatchObject({ figures: { B1: 8, B2: 1 } });
  expect(await found()).not.toHaveProperty("blanks.B1");
  await save(clerk, report, { figures: { E1: 4 }, copied: { E1: true } });
  expect(await found()).toMatchObject({ figures: { E1: 4 }, copied: { E1: true } });
  await save(clerk, report, { figures: { E1: 4 } });
  expect(await found()).not.toHaveProperty("copied.E1");
});

it("refuses a reason that a cell does not take, naming what it takes", async () => {
  const report = await reportOf(await aCommune());
  const refusal = await save(await clerkOf(report.agencyId), report, {
    blanks: {
      A1: { reason: "none", expectedOn: "" },
      B2: { reason: "pending", expectedOn: "31/11/2026" },
      B3: { reason: "later", expectedOn: "" },
      Z1: { reason: "none", expectedOn: "" },
    },
  }).catch((error) => error);
  expect(refusal.fields.map(({ message }: { message: string }) => message)).toEqual([
    expect.stringMatching(/A1.*“Không phát sinh”.*bắt buộc.*“Chưa có số liệu”/),
    expect.stringMatching(/B2.*“31\/11\/2026”/),
    expect.stringMatching(/B3.*“later”/),
    expect.stringContaining("Z1"),
  ]);
});

it("measures a draft against last year and comparable units", async () => {
  const report = await aReport("draft");
  const actor = await clerkOf(report.agencyId);
  await rows(
    `insert into peer_statistic (period_id, form_id, agency_type, indicator_id, units, median, lower, upper)
     select '2025', 'bao-cao-nam', type, 'B1', 50, 10, 8, 12 from agency_term where agency_id = $1 and valid_to is null`,
    [report.agencyId],
  );
  const found = await findReport(actor, report.id);
  expect(found && (await findChecked(found))).toMatchObject({
    lastYear: null,
    peers: { B1: { units: 50, median: 10, lower: 8, upper: 12 } },
    today: "2026-11-05",
  });
});
