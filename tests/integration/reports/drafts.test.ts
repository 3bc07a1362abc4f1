import { beforeAll, describe, expect, it } from "vitest";
import { row, rows } from "#lib/db";
import { saveSchema } from "#lib/reports/schema";
import { freshDatabase } from "../../support/database.ts";
import {
  aCommune,
  again,
  anActor,
  answerTo,
  aReport,
  clerkOf,
  everythingOf,
  headOf,
  openStage,
  outcomeOf,
  police,
  refusingAudit,
  reportOf,
  save,
} from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const nobody = "0".repeat(64);

describe("saving cells of a draft", () => {
  it("merges them into the document, begins the report and records the fields, in one transaction", async () => {
    const report = await aReport("notStarted");
    const clerk = await clerkOf(report.agencyId);
    const saved = await save(clerk, report, {
      figures: { B1: "1.234", A9: "12,50", A1: "có", C13: "khá", A3: "2/1/2026" },
      narratives: { N1: "Đã làm." },
    });
    expect(saved).toMatchObject({ version: report.version + 1, status: "draft" });
    await save(clerk, report, { figures: { B2: 3, B1: null } });

    expect(await again(report)).toMatchObject({
      status: "draft",
      version: report.version + 2,
      draft: { figures: { A9: "12.5", A1: true, C13: "Khá", A3: "2026-01-02", B2: 3 }, narratives: { N1: "Đã làm." } },
    });
    expect((await again(report)).draft.figures).not.toHaveProperty("B1");
    const audited = await rows(
      `select a.action, a.person_id = $2 as hers, a.agency_id = $3 as hers_for, a.detail, a.xmin = r.xmin as last from audit_entry a join report r on r.id::text = a.subject_id where r.id = $1 order by a.id`,
      [report.id, clerk.personId, report.agencyId],
    );
    expect(audited).toEqual([
      {
        action: "report.save",
        hers: true,
        hers_for: true,
        detail: {
          fields: ["figures.B1", "figures.A9", "figures.A1", "figures.C13", "figures.A3", "narratives.N1"],
          values: {
            "figures.B1": 1234,
            "figures.A9": "12.5",
            "figures.A1": true,
            "figures.C13": "Khá",
            "figures.A3": "2026-01-02",
          },
        },
        last: false,
      },
      {
        action: "report.save",
        hers: true,
        hers_for: true,
        detail: { fields: ["figures.B2", "figures.B1"], values: { "figures.B2": 3, "figures.B1": null } },
        last: true,
      },
    ]);
  });

  it("does not happen at all when it cannot be recorded", async () => {
    const report = await aReport("notStarted");
    const before = await everythingOf(report);
    await refusingAudit("report.save", async () => {
      await expect(save(await clerkOf(report.agencyId), report, { figures: { B1: 1 } })).rejects.toThrow(
        "the audit entry is refused",
      );
    });
    expect(await everythingOf(report)).toEqual(before);
  });

  it("names every cell with the wrong kind of value, and saves none of the others", async () => {
    const report = await aReport("draft", { B1: 5 });
    const before = await everythingOf(report);
    const refusal = await save(await clerkOf(report.agencyId), report, {
      figures: { B1: 6, B2: "nhiều", A3: "31/02/2026", Z9: 1, B18: 50 },
      narratives: { N99: "x" },
    }).catch((error) => error);
    expect(refusal.status).toBe(422);
    expect(refusal.fields.map(({ field }: { field: string }) => field)).toEqual([
      "figures.B2",
      "figures.A3",
      "figures.Z9",
      "figures.B18",
      "narratives.N99",
    ]);
    expect(refusal.fields[0].message).toContain("“nhiều”");
    expect(await everythingOf(report)).toEqual(before);
  });

  it("takes no criterion or level that is not the report's", async () => {
    const report = await aReport("notStarted");
    const clerk = await clerkOf(report.agencyId);
    const input = saveSchema.parse({
      id: report.id,
      sections: {},
      assessments: { "tinh-1": { level: "no-such", grounds: "x" } },
    });
    const { saveDraft } = await import("#lib/reports/drafts");
    await expect(saveDraft(clerk.sessionId, input)).rejects.toMatchObject({
      status: 422,
      fields: [{ field: "assessments.tinh-1" }, { field: "assessments.tinh-1" }],
    });
  });

  it("saves nothing in the name of somebody who signed in after the writer, though both may write", async () => {
    const report = await aReport("draft");
    const [clerk, head] = [await clerkOf(report.agencyId), await headOf(report.agencyId)];
    const before = await everythingOf(report);
    const { saveDraft } = await import("#lib/reports/drafts");
    const { sections } = await again(report);
    const input = saveSchema.parse({ id: report.id, writer: clerk.personId, sections, figures: { B1: 9 } });
    await expect(saveDraft(head.sessionId, input)).rejects.toMatchObject({ status: 401 });
    expect(await everythingOf(report)).toEqual(before);
    expect(await outcomeOf(saveDraft(clerk.sessionId, input))).toBe("done");
  });

  it("is for the writers of the report: others who see it are refused, strangers find nothing", async () => {
    const report = await aReport("draft");
    const before = await everythingOf(report);
    const attempt = async (actor: { sessionId: string }) =>
      outcomeOf(save(actor as never, report, { figures: { B1: 9 } }));
    expect(await attempt(await police())).toBe(403);
    expect(await attempt(await anActor("G22", "reader"))).toBe(403);
    expect(await attempt(await anActor(report.agencyId, "reader"))).toBe(403);
    expect(await attempt(await clerkOf(await aCommune()))).toBe(404);
    expect(await attempt(await anActor("H01.CA", "recipientOfficer", "consolidator"))).toBe(404);
    expect(await attempt(await anActor(report.agencyId, "administrator"))).toBe(404);
    expect(await attempt({ sessionId: nobody })).toBe(401);
    expect(await everythingOf(report)).toEqual(before);
    expect(await attempt(await headOf(report.agencyId))).toBe("done");
  });

  it.each([
    ["revoked", "update session set revoked_at = now() where id = $1", 401],
    ["idle for too long", "update session set last_seen_at = now() - interval '3 hours' where id = $1", 401],
    ["expired", "update session set expires_at = now() where id = $1", 401],
    [
      "of a locked person",
      "update person set locked_at = now() where id = (select person_id from session where id = $1)",
      401,
    ],
    [
      "of a role that has ended",
      "update assignment set ended_at = now() where person_id = (select person_id from session where id = $1)",
      401,
    ],
  ])("is not for a session that is %s", async (_, end, status) => {
    const report = await aReport("notStarted");
    const actor = await anActor(report.agencyId, "reporter");
    await save(actor, report, { figures: { B1: 1 } });
    const before = await everythingOf(report);
    await rows(end, [actor.sessionId]);
    expect(await outcomeOf(save(actor, report, { figures: { B1: 2 } }))).toBe(status);
    expect(await everythingOf(report)).toEqual(before);
  });

  it("finds nothing under a guessed id", async () => {
    const clerk = await clerkOf(await aCommune());
    for (const id of ["2b0e7a52-3c1d-4b60-9a52-000000000000", "1", "", "x' or '1'='1", "%00"]) {
      expect([id, await outcomeOf(save(clerk, { id }, { figures: { B1: 1 } }, {}))]).toEqual([id, 404]);
    }
  });

  it.each(["awaitingSignOff", "submitted", "accepted"] as const)("is refused in state %s", async (status) => {
    const report = await aReport(status);
    const before = await everythingOf(report);
    expect(await outcomeOf(save(await clerkOf(report.agencyId), report, { figures: { B1: 9 } }))).toBe(422);
    expect(await everythingOf(report)).toEqual(before);
  });

  it("is refused once the agency owes the report no more", async () => {
    const report = await aReport("draft");
    await rows(
      "update report set withdrawn_at = campaign_now(), withdrawn_for = 'Cơ quan đã giải thể.' where id = $1",
      [report.id],
    );
    expect(await outcomeOf(save(await clerkOf(report.agencyId), report, { figures: { B1: 9 } }))).toBe(422);
  });

  it("in a section that is out of date says who saved, and gives the versions and the document to go on from", async () => {
    const report = await reportOf(await aCommune());
    const [first, second] = [await anActor(report.agencyId, "reporter"), await anActor(report.agencyId, "reporter")];
    await save(first, report, { figures: { B1: 7, B2: 2 } });
    const told = await save(second, report, { figures: { B1: 8, B3: 1 } }, report.sections).catch((error) => error);
    expect(told).toMatchObject({
      status: 409,
      detail: { version: report.version + 1, sections: { B: 1 }, document: { figures: { B1: 7, B2: 2 } } },
    });
    expect(told.message).toContain(first.fullName);

    await save(second, report, { figures: { B1: 8, B3: 1 } }, told.detail.sections);
    expect((await again(report)).draft.figures).toEqual({ B1: 8, B2: 2, B3: 1 });
  });

  it("of different sections never collides", async () => {
    const report = await reportOf(await aCommune());
    const [first, second] = [await anActor(report.agencyId, "reporter"), await anActor(report.agencyId, "reporter")];
    await save(first, report, { figures: { B1: 7 } }, report.sections);
    await save(second, report, { figures: { C1: 8 }, narratives: { N1: "Đã làm." } }, report.sections);
    expect(await again(report)).toMatchObject({
      sections: { B: 1, C: 1, narratives: 1 },
      draft: { figures: { B1: 7, C1: 8 }, narratives: { N1: "Đã làm." } },
    });
  });

  it("does not touch what was sent", async () => {
    const report = await aReport("returned", { B1: 4 });
    await save(await clerkOf(report.agencyId), report, { figures: { B1: 5 } });
    expect(
      await row("select document->'figures'->'B1' as b1 from report_version where report_id = $1", [report.id]),
    ).toEqual({ b1: 4 });
    expect((await answerTo(report)).version).toBe(1);
  });
});
