import { beforeAll, describe, expect, it } from "vitest";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { findReport } from "#lib/reports/queries";
import { listProposals } from "#lib/reports/workbook/proposals/queries";
import { decideProposals } from "#lib/reports/workbook/proposals/service";
import { findUpload, makeTemplate } from "#lib/reports/workbook/queries";
import { uploadReport } from "#lib/reports/workbook/service";
import { countProposals, listUnits, makeUnitsTemplate } from "#lib/reports/workbook/units/queries";
import type { FilledUnits } from "#lib/reports/workbook/units/read-units";
import { propose, uploadUnits } from "#lib/reports/workbook/units/service";
import { freshDatabase } from "../../support/database.ts";
import { filled } from "../../support/filled-workbook.ts";
import {
  aCommune,
  again,
  aReport,
  clerkOf,
  homeAffairs,
  openStage,
  outcomeOf,
  police,
  reportOf,
  type Stored,
  save,
} from "../reports/stage.ts";

freshDatabase();

const SHEET = "Số liệu các đơn vị";
let city: Stored;
let template: Uint8Array;
beforeAll(async () => {
  await openStage();
  city = await reportOf("H26");
  template = (await makeUnitsTemplate(await police(), city.id)).bytes;
});

const asFile = (bytes: Uint8Array) => async () => ({ name: "so-lieu.xlsx", bytes });

/** The city's workbook with these figures, uploaded by somebody. */
async function uploaded(actor: Actor, units: Record<string, Record<string, string | number>>) {
  const uploadId = await uploadUnits(actor, city.id, asFile(await filled(template, { [SHEET]: units })));
  const report = await findReport(actor, city.id);
  const kept = report && (await findUpload(report, uploadId));
  if (!kept) throw new Error("not kept");
  return { uploadId, content: kept.content as FilledUnits };
}

/** The same, and sent to all its units. */
async function proposed(actor: Actor, units: Record<string, Record<string, string | number>>) {
  const { uploadId, content } = await uploaded(actor, units);
  return propose(actor, { id: city.id, uploadId, units: content.units.map(({ reportId }) => reportId) });
}

const seenOf = async ({ id }: { id: string }) =>
  (await row<{ seen: Record<string, number> }>("select section_versions as seen from report where id = $1", [id]))
    ?.seen ?? {};

describe("one workbook for many communes", () => {
  it("has a row for each commune of the city", async () => {
    const report = await findReport(await police(), city.id);
    expect(report && (await listUnits(report))).toHaveLength(126);
  });

  it("becomes proposals that leave every draft as it is, until the commune takes or declines them", async () => {
    const [one, other] = [await reportOf(await aCommune()), await reportOf(await aCommune())];
    const clerk = await clerkOf(one.agencyId);
    await save(clerk, one, { figures: { B1: 3 } });
    const made = await proposed(await police(), {
      [one.agencyId]: { B1: 12, B2: 4, A9: "1.234,5" },
      [other.agencyId]: { B1: 7 },
    });
    expect(made).toEqual({ figures: 4, units: 2 });
    expect((await again(one)).draft.figures).toEqual({ B1: 3 });
    expect((await again(other)).status).toBe("notStarted");

    const open = await listProposals(one.id);
    expect(open.map(({ indicatorId, value }) => [indicatorId, value])).toEqual([
      ["A9", "1234.5"],
      ["B1", 12],
      ["B2", 4],
    ]);
    const idOf = (indicatorId: string) => open.find((each) => each.indicatorId === indicatorId)?.id ?? "";
    await decideProposals(clerk, {
      id: one.id,
      proposals: [idOf("B1"), idOf("A9")],
      decision: "take",
      seen: await seenOf(one),
    });
    await decideProposals(clerk, { id: one.id, proposals: [idOf("B2")], decision: "decline", seen: {} });
    expect((await again(one)).draft.figures).toEqual({ B1: 12, A9: "1234.5" });
    expect(await listProposals(one.id)).toEqual([]);
    const report = await findReport(await police(), city.id);
    expect(report && (await countProposals(await police(), report))).toEqual({
      waiting: 1,
      taken: 2,
      declined: 1,
      units: 2,
    });
    const audited = await row<{ list: string[] }>(
      "select array_agg(action order by id) as list from audit_entry where subject_id = $1 and action like 'proposal.%'",
      [one.id],
    );
    expect(audited?.list).toEqual(["proposal.make", "proposal.take", "proposal.decline"]);
  });

  it("replaces an earlier open proposal of the same agency, and keeps that of another beside it", async () => {
    const one = await reportOf(await aCommune());
    await proposed(await police(), { [one.agencyId]: { B1: 1 } });
    await proposed(await police(), { [one.agencyId]: { B1: 2 } });
    await proposed(await homeAffairs(), { [one.agencyId]: { B1: 3 } });
    const open = await listProposals(one.id);
    expect(open.map(({ value }) => value)).toEqual([2, 3]);
    const clerk = await clerkOf(one.agencyId);
    const taking = decideProposals(clerk, {
      id: one.id,
      proposals: open.map(({ id }) => id),
      decision: "take",
      seen: {},
    });
    await expect(taking).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("hai đề xuất khác nhau"),
    });
  });

  it("is not taken over cells saved since the page was shown", async () => {
    const one = await reportOf(await aCommune());
    const clerk = await clerkOf(one.agencyId);
    await proposed(await police(), { [one.agencyId]: { B1: 9 } });
    const seen = await seenOf(one);
    await save(clerk, one, { figures: { B2: 1 } });
    const [open] = await listProposals(one.id);
    expect(
      await outcomeOf(decideProposals(clerk, { id: one.id, proposals: [open?.id ?? ""], decision: "take", seen })),
    ).toBe(409);
    expect((await again(one)).draft.figures).toEqual({ B2: 1 });
    expect(await listProposals(one.id)).toHaveLength(1);
  });

  it("takes no row whose code and name belong to two units, no unknown unit, none that has sent, no bad value", async () => {
    const [one, other] = [await reportOf(await aCommune()), await reportOf(await aCommune())];
    const sent = await aReport("submitted");
    const file = await filled(
      template,
      { [SHEET]: { [one.agencyId]: { B1: 5, B2: "nhiều" }, [sent.agencyId]: { B1: 8 } } },
      (workbook) => {
        const sheet = workbook.getWorksheet(SHEET);
        sheet?.getColumn(1).eachCell((cell) => {
          if (cell.value === other.agencyId) {
            sheet.getCell(`B${cell.row}`).value = "Phường Không Phải Tên Này";
            sheet.getCell(`C${cell.row}`).value = "Có";
          }
        });
        if (sheet) sheet.getCell("A200").value = "99999";
      },
    );
    const actor = await police();
    const uploadId = await uploadUnits(actor, city.id, asFile(file));
    const report = await findReport(actor, city.id);
    const kept = report && (await findUpload(report, uploadId));
    if (!kept) throw new Error("not kept");
    const { units, problems } = kept.content as FilledUnits;
    expect(units.map(({ agencyId, figures }) => [agencyId, figures])).toEqual([[one.agencyId, { B1: 5 }]]);
    const rules = problems.map(({ rule }) => rule);
    for (const said of [
      "trạng thái “Đã gửi”",
      `mã ${other.agencyId} là của`,
      "mã phải là của một đơn vị",
      "số nguyên từ 0",
    ])
      expect(rules.filter((rule) => rule.includes(said))).toHaveLength(1);
    expect(problems).toHaveLength(4);
  });

  it("leaves out a unit that sends its report between the preview and the proposal", async () => {
    const one = await aReport("awaitingSignOff");
    await rows("update report set status = 'draft' where id = $1", [one.id]);
    const { uploadId } = await uploaded(await police(), { [one.agencyId]: { B2: 1 } });
    await rows("update report set status = 'awaitingSignOff' where id = $1", [one.id]);
    expect(await propose(await police(), { id: city.id, uploadId, units: [one.id] })).toEqual({ figures: 0, units: 0 });
    expect(await listProposals(one.id)).toEqual([]);
    expect(await outcomeOf(propose(await police(), { id: city.id, uploadId, units: [one.id] }))).toBe(422);
  });

  it("writes 126 communes with a bounded number of statements", async () => {
    const report = await findReport(await police(), city.id);
    const units = (report && (await listUnits(report)))?.filter(({ status }) => status === "notStarted") ?? [];
    expect(units.length).toBeGreaterThan(100);
    const made = await proposed(
      await homeAffairs(),
      Object.fromEntries(units.map(({ agencyId }, index) => [agencyId, { B1: index, B2: 0 }])),
    );
    expect(made).toEqual({ figures: units.length * 2, units: units.length });
  });
});

describe("rights", () => {
  it("belong to those who consolidate, and each file to its own place", async () => {
    const ward = await reportOf(await aCommune());
    const clerk = await clerkOf(ward.agencyId);
    expect(await outcomeOf(makeUnitsTemplate(clerk, city.id))).toBe(404);
    expect(await outcomeOf(makeUnitsTemplate(clerk, ward.id))).toBe(404);
    const file = await filled(template, { [SHEET]: { [ward.agencyId]: { B1: 5 } } });
    expect(await outcomeOf(uploadUnits(clerk, city.id, asFile(file)))).toBe(404);
    await expect(uploadReport(await police(), city.id, asFile(file))).rejects.toMatchObject({
      message: expect.stringContaining("bảng số liệu của nhiều đơn vị"),
    });
    const own = await filled((await makeTemplate(await police(), city.id)).bytes, {});
    await expect(uploadUnits(await police(), city.id, asFile(own))).rejects.toMatchObject({
      message: expect.stringContaining("mẫu của một báo cáo"),
    });
  });

  it("of a proposal belong to the unit it is made to", async () => {
    const [one, other] = [await reportOf(await aCommune()), await reportOf(await aCommune())];
    await proposed(await police(), { [one.agencyId]: { B1: 5 } });
    const [open] = await listProposals(one.id);
    const decide = { proposals: [open?.id ?? ""], decision: "take" as const, seen: {} };
    const neighbour = await clerkOf(other.agencyId);
    expect(await outcomeOf(decideProposals(neighbour, { id: one.id, ...decide }))).toBe(404);
    expect(await outcomeOf(decideProposals(neighbour, { id: other.id, ...decide }))).toBe(422);
    expect(await outcomeOf(decideProposals(await police(), { id: one.id, ...decide }))).toBe(403);
    expect((await again(other)).draft.figures).toEqual({});
  });
});
