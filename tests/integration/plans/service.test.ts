import { beforeEach, describe, expect, it } from "vitest";
import { pool, row, rows } from "#lib/db";
import {
  findPlan,
  findReadingAgency,
  listCriteriaOfPlan,
  listGroups,
  listPassages,
  listPlans,
  listProvincesWithoutPlan,
} from "#lib/plans/queries";
import { confirmCriterion, confirmPassage, confirmPlan } from "#lib/plans/service";
import { freshDatabase } from "../../support/database.ts";
import { staffOf } from "../obligations/staff.ts";

freshDatabase();

const national = "qd-2447-qd-ttg-2025";
const hanoi = "kh-ubnd-ha-noi-2025-tdbvantq";
const kienGiang = "kh-ubnd-kien-giang-2023";

beforeEach(async () => {
  await pool.query(`update plan_passage set confirmed_at = null, confirmed_by_id = null, confirmed_name = null;
    update criterion set confirmed_at = null, confirmed_by_id = null, confirmed_name = null, reconstructed = false`);
});

async function passageOf(planId: string, id: string) {
  const passage = (await listPassages(planId)).find((one) => one.id === id);
  if (!passage) throw new Error(`No passage ${id}`);
  return passage;
}

describe("the plans", () => {
  it("are a chain, and one that stands apart", async () => {
    const plans = await listPlans();
    expect(plans.map(({ id, parentId, agencyId }) => [id, parentId, agencyId])).toEqual([
      [hanoi, national, "H26"],
      [national, null, "VN"],
      [kienGiang, null, "H01"],
    ]);
    expect(plans.map(({ contents, criteria, targets }) => [contents, criteria, targets])).toEqual([
      [6, 16, 0],
      [6, 16, 0],
      [0, 0, 25],
    ]);
    expect(await listProvincesWithoutPlan()).toHaveLength(33);
  });

  it("know what is above and below", async () => {
    expect(await findPlan(hanoi)).toMatchObject({ ancestors: [{ id: national }], children: [], documentNumber: null });
    expect(await findPlan(national)).toMatchObject({
      ancestors: [],
      children: [{ id: hanoi }],
      documentNumber: "2447/QĐ-TTg",
    });
    expect(await findPlan(kienGiang)).toMatchObject({
      ancestors: [],
      children: [],
      agencyId: "H01",
      issuedByName: expect.stringContaining("Kiên Giang"),
    });
    expect(await findPlan("khong-co")).toBeNull();
  });

  it("say how a child extends its parent", async () => {
    expect(await passageOf(hanoi, "hn-nd-6")).toMatchObject({
      extends: { id: "nd-6", planId: national },
      extendedBy: [],
    });
    expect(await passageOf(national, "nd-6")).toMatchObject({
      extends: null,
      extendedBy: [{ id: "hn-nd-6", planId: hanoi }],
    });
    const criteria = await listCriteriaOfPlan(hanoi);
    expect(criteria.find(({ id }) => id === "hn-sbn-1")?.derivedFrom.map(({ id }) => id)).toEqual(["tinh-1", "tw-1"]);
    expect((await listGroups(hanoi)).map(({ id }) => id)).toEqual(["hn-mttq", "hn-sbn", "hn-cqdn", "hn-cn"]);
  });
});

describe("a plan is read for an agency", () => {
  it("with the group that binds it, or none where no plan is entered", async () => {
    const reader = await staffOf("G01", "reader");
    expect((await findReadingAgency(reader, "00070"))?.group).toMatchObject({ id: "hn-sbn", planId: hanoi });
    expect((await findReadingAgency(reader, "H26"))?.group).toMatchObject({ id: "tinh", planId: national });
    expect((await findReadingAgency(reader, "30307"))?.group).toBeNull();
  });

  it("of the reader's own, or below it", async () => {
    const clerk = await staffOf("00070", "reporter");
    expect(await findReadingAgency(clerk, "00070")).toMatchObject({ id: "00070" });
    expect(await findReadingAgency(clerk, "00004")).toBeNull();
    expect(await findReadingAgency(await staffOf("H26.CA", "recipientOfficer"), "00004")).toMatchObject({
      id: "00004",
    });
    expect(await findReadingAgency(await staffOf("H01.CA", "recipientOfficer"), "00004")).toBeNull();
  });
});

describe("a passage rebuilt from a scan is confirmed", () => {
  it("by the secretariat of the holder, with name and day, in the audit trail", async () => {
    const passage = await passageOf(national, "md-1");
    expect(passage).toMatchObject({ reconstructed: true, confirmedAt: null, ocrSimilarity: "0.92" });
    await confirmPassage(await staffOf("G09", "secretariat"), {
      planId: national,
      passageId: "md-1",
      seen: passage.digest,
    });

    expect(await passageOf(national, "md-1")).toMatchObject({
      confirmedName: "Nguyễn Thị Thử",
      confirmedAt: expect.any(Date),
    });
    expect(
      await row(
        "select action, subject_type, subject_id, scope_path, agency_id from audit_entry where action = 'passage.confirm'",
      ),
    ).toEqual({
      action: "passage.confirm",
      subject_type: "planPassage",
      subject_id: `${national}/md-1`,
      scope_path: "/VN/",
      agency_id: "G09",
    });
  });

  it("and may be taken back", async () => {
    const secretary = await staffOf("G01", "secretariat");
    const { digest } = await passageOf(national, "md-1");
    await confirmPassage(secretary, { planId: national, passageId: "md-1", seen: digest });
    await confirmPassage(secretary, { planId: national, passageId: "md-1", seen: digest, undo: "1" });
    expect(await passageOf(national, "md-1")).toMatchObject({ confirmedName: null, confirmedAt: null });
  });

  it("by nobody else", async () => {
    const { digest } = await passageOf(national, "md-1");
    for (const [agency, role] of [
      ["H26.CA", "secretariat"],
      ["00070", "secretariat"],
      ["G22", "secretariat"],
      ["G01", "head"],
      ["G01", "administrator"],
    ] as const) {
      await expect(
        confirmPassage(await staffOf(agency, role), { planId: national, passageId: "md-1", seen: digest }),
      ).rejects.toMatchObject({ status: 403 });
    }
    expect(await passageOf(national, "md-1")).toMatchObject({ confirmedAt: null });
  });

  it("once, of the words that were seen, and only where it was rebuilt", async () => {
    const secretary = await staffOf("G01", "secretariat");
    const { digest } = await passageOf(national, "md-1");
    const confirm = (passageId: string, seen: string) =>
      confirmPassage(secretary, { planId: national, passageId, seen });
    const results = await Promise.allSettled([confirm("md-1", digest), confirm("md-1", digest)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(confirm("md-2", "other words")).rejects.toMatchObject({ status: 409 });
    await expect(confirm("nd-1", (await passageOf(national, "nd-1")).digest)).rejects.toMatchObject({ status: 422 });
    await expect(confirm("khong-co", digest)).rejects.toMatchObject({ status: 404 });
    await expect(
      confirmPassage(secretary, { planId: "khong-co", passageId: "md-1", seen: digest }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("all at once, criteria included", async () => {
    await pool.query("update criterion set reconstructed = true where id = 'tinh-1'");
    const plan = await findPlan(national);
    const secretary = await staffOf("G01", "secretariat");
    await expect(confirmPlan(secretary, { planId: national, seen: "another page" })).rejects.toMatchObject({
      status: 409,
    });
    expect(await confirmPlan(secretary, { planId: national, seen: plan?.unconfirmedDigest ?? "" })).toBe(
      plan?.unconfirmed,
    );
    expect(await findPlan(national)).toMatchObject({ unconfirmed: 0 });
    expect(
      await rows("select id from plan_passage where plan_id = $1 and not reconstructed and confirmed_at is not null", [
        national,
      ]),
    ).toEqual([]);
    await expect(confirmPlan(secretary, { planId: national, seen: "" })).rejects.toMatchObject({ status: 422 });
  });
});

it("confirms a criterion by the secretariat of the province that holds the plan", async () => {
  await pool.query("update criterion set reconstructed = true where id = 'hn-sbn-1'");
  const criterion = (await listCriteriaOfPlan(hanoi)).find(({ id }) => id === "hn-sbn-1");
  const confirmation = { planId: hanoi, criterionId: "hn-sbn-1", seen: criterion?.digest ?? "" };
  await expect(confirmCriterion(await staffOf("G01", "secretariat"), confirmation)).rejects.toMatchObject({
    status: 403,
  });
  await expect(
    confirmCriterion(await staffOf("H26.NV", "secretariat"), { ...confirmation, planId: national }),
  ).rejects.toMatchObject({ status: 403 });
  await confirmCriterion(await staffOf("H26.NV", "secretariat"), confirmation);
  expect((await listCriteriaOfPlan(hanoi)).find(({ id }) => id === "hn-sbn-1")).toMatchObject({
    confirmedName: "Nguyễn Thị Thử",
  });
});
