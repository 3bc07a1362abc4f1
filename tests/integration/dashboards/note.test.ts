import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countByPlace, countByUnit } from "#lib/dashboards/counts/queries";
import { noteFile } from "#lib/dashboards/note/files";
import { noteOf } from "#lib/dashboards/note/gather";
import { findNoteSource, findSubscription } from "#lib/dashboards/note/queries";
import { sendDueNotes } from "#lib/dashboards/note/sending/service";
import { subscribe, unsubscribe } from "#lib/dashboards/note/service";
import { sumCounts } from "#lib/dashboards/overview";
import type { Scope } from "#lib/dashboards/policy";
import { countQuality } from "#lib/dashboards/quality/queries";
import { findScope } from "#lib/dashboards/queries";
import { pool, row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { sendMail } from "#lib/mail/send";
import { listExtensions } from "#lib/reports/extensions/queries";
import { askExtension, grantExtension } from "#lib/reports/extensions/service";
import { allStandings, standings } from "#lib/reports/standings";
import { printNumber } from "#lib/text";
import { freshDatabase } from "../../support/database.ts";
import { pagesOf } from "../../support/pdf.ts";
import { type MailServer, startMailServer } from "../../support/smtp.ts";
import { anActor, aReport, clerkOf, openStage, outcomeOf, police, type Stored, setClock } from "../reports/stage.ts";

freshDatabase();

let server: MailServer;
let headquarters: Actor;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "thidua@vi-du.example";
  await openStage();
  headquarters = await anActor("G01", "recipientOfficer");
});
afterAll(() => server.stop());

const wish = { dueOn: "2026-11-09", untilOn: "2026-11-20", reason: "Lụt, mất điện ba ngày." };

async function askedForTime({ id, agencyId }: Stored, { isGranted }: { isGranted: boolean }) {
  await askExtension(await clerkOf(agencyId), { id, ...wish });
  const [request] = await listExtensions(id);
  if (isGranted) await grantExtension(await police(), { id, extensionId: request?.id ?? "", ...wish, note: "" });
}

const scopeOf = async (actor: Actor, id: string): Promise<Scope> => {
  const scope = await findScope(actor, id);
  if (!scope) throw new Error(`${id} is not theirs to watch.`);
  return scope;
};

describe("what a note says", () => {
  const now = new Date("2026-11-12T07:00:00+07:00"); // a Thursday after the day communes are due

  beforeAll(async () => {
    await setClock("2026-11-10T09:00:00+07:00");
    await aReport("submitted");
    await setClock("2026-11-11T09:00:00+07:00");
    await aReport("awaitingSignOff");
    await aReport("returned");
    await aReport("accepted");
    await aReport("correcting");
    await askedForTime(await aReport("notStarted"), { isGranted: true });
    await askedForTime(await aReport("notStarted"), { isGranted: false });
    await setClock("2026-11-12T07:00:00+07:00");
  });

  it("are the counts of the dashboard, to the unit, for the nation and a province", async () => {
    const nation = await scopeOf(headquarters, "VN");
    const hanoi = await scopeOf(headquarters, "H26");
    for (const [scope, places] of [
      [nation, await countByPlace("2026")],
      [hanoi, await countByUnit("2026", hanoi)],
    ] as const) {
      const counts = sumCounts([...places]);
      const note = noteOf(await findNoteSource("2026", scope, now));
      const cells = note.bands.flat().flatMap((block) => (block.kind === "table" ? block.rows : []));
      for (const name of allStandings.filter((one) => one !== "onTime")) {
        const counted = cells.find(([word]) => word?.text === standings[name].label)?.[1]?.text;
        expect([scope.id, name, counted]).toEqual([scope.id, name, printNumber(counts[name])]);
      }
      const quality = await countQuality("2026", scope);
      expect(cells.find(([word]) => word?.text === "Sửa sau khi tiếp nhận")?.[1]?.text).toBe(
        printNumber(quality.corrected),
      );
      expect(quality.corrected).toBe(1);
    }
  });

  it("are the changes since the same hour of the day before, not those of other days", async () => {
    const { movements } = await findNoteSource("2026", await scopeOf(headquarters, "H26"), now);
    const dueOn = (await row<{ day: string }>("select min(due_on) as day from report where period_id = '2026'"))?.day;
    expect(dueOn).toBe("2026-11-09");
    const { overdueBefore, ...changes } = movements.changes;
    expect(changes).toEqual({
      sent: 3,
      accepted: 2,
      sentLate: 3,
      nothing: 0,
      putUp: 4,
      returned: 1,
      corrected: 1,
      extended: 1,
    });
    expect(movements.asked).toBe(1);
    const overdue = await row<{ count: number }>(
      "select count(*) from report r join agency_on(campaign_today()) t using (agency_id) where r.period_id = '2026' and r.kind = 'own' and t.province_id = 'H26' and r.first_sent_at is null and r.due_on < '2026-11-12'",
    );
    expect(overdueBefore - (overdue?.count ?? 0)).toBe(4); // three have sent, one has got more time
    expect(movements.moved.length).toBe(3);
    expect(movements.lying).toMatchObject([{ sinceOn: "2026-11-11", recipients: "Công an thành phố Hà Nội" }]);
    expect(movements.waiting.map(({ reports, sinceOn }) => [reports, sinceOn])).toEqual([
      [1, "2026-11-10"],
      [1, "2026-11-10"],
    ]);
  });

  it("count a province's moves once in the nation, and those of others not in the province", async () => {
    const { movements } = await findNoteSource("2026", await scopeOf(headquarters, "VN"), now);
    expect(movements.moved).toMatchObject([{ placeId: "H26", moved: 3, sent: 3, accepted: 2 }]);
    const other = await findNoteSource("2026", await scopeOf(headquarters, "H57"), now);
    expect(other.movements).toMatchObject({ moved: [], lying: [], waiting: [] });
    expect(other.movements.changes).toMatchObject({ sent: 0, returned: 0, putUp: 0 });
  });

  it("is a file of one page, for who may watch the scope only", async () => {
    const pdf = await noteFile(headquarters, "VN", null, "pdf");
    expect(pdf.name).toBe("ban-tin-sang-VN-2026-11-12.pdf");
    expect(pagesOf(pdf.body)).toBe(1);
    const docx = await noteFile(await anActor("H26.CA", "head"), "H26", "2026", "docx");
    expect(docx.body.subarray(0, 2).toString()).toBe("PK");
    for (const actor of [await anActor("H26.CA", "head"), await anActor("00070", "head")])
      expect(await outcomeOf(noteFile(actor, "VN", null, "pdf"))).toBe(404);
  });
});

describe("a note by mail", () => {
  const at = (time: string) => new Date(`2026-11-${time}:00+07:00`);
  const usual = { scopeId: "VN", address: "lanhdao@bo.example", hour: 7, weekdaysOnly: true };

  /** What the worker program does, once. */
  const work = () =>
    runOnce({
      pgPool: pool,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      taskList: { sendMail: async (payload) => sendMail((payload as { id: string }).id, false) },
    });

  /** Subscribed as if some days before the sendings of these tests. */
  async function subscribed(actor: Actor, change: Partial<typeof usual> = {}) {
    await subscribe(actor, { ...usual, ...change });
    await rows("update note_subscription set changed_at = '2026-11-19T12:00:00+07:00'");
  }
  const queued = async () =>
    (await rows<{ recipient: string }>("select recipient from mail order by recipient")).map((one) => one.recipient);

  beforeEach(async () => {
    await rows("delete from mail");
    await rows("delete from graphile_worker._private_jobs");
    await rows("delete from note_sending");
    await rows("delete from note_subscription");
    server.letters.length = 0;
  });

  it("comes when its hour has come, once a day, with the sheet as a PDF of one page", async () => {
    await subscribed(headquarters);
    expect(await sendDueNotes(at("24T06:59"))).toBe(0);
    expect(await sendDueNotes(at("24T07:00"))).toBe(1);
    expect(await sendDueNotes(at("24T07:05"))).toBe(0);
    expect(await sendDueNotes(at("24T23:55"))).toBe(0);
    expect(await findSubscription(headquarters, await scopeOf(headquarters, "VN"))).toMatchObject({
      lastDay: "2026-11-24",
      lastState: "waiting",
    });
    await work();
    await work();
    expect(server.letters.length).toBe(1);
    const [letter] = server.letters;
    expect(letter?.subject).toMatch(/^Bản tin sáng 12\/11\/2026, Toàn quốc: /);
    expect(letter?.text).toContain("/dashboards/VN/note");
    const [sheet] = letter?.attachments ?? [];
    expect(sheet).toMatchObject({ contentType: "application/pdf", filename: "ban-tin-sang-VN-2026-11-12.pdf" });
    expect(pagesOf(sheet?.content ?? Buffer.from(""))).toBe(1);
    expect(await sendDueNotes(at("25T07:00"))).toBe(1);
  });

  it("leaves weekends out for who asked so", async () => {
    const minister = await anActor("G01", "head");
    await subscribed(headquarters);
    await subscribed(minister, { address: "moingay@bo.example", weekdaysOnly: false });
    expect(await sendDueNotes(at("28T08:00"))).toBe(1);
    expect(await queued()).toEqual(["moingay@bo.example"]);
    expect(await sendDueNotes(at("29T08:00"))).toBe(1);
    expect(await sendDueNotes(at("30T08:00"))).toBe(2);
  });

  it("is queued once by two instances at the same time", async () => {
    const people = await Promise.all([1, 2, 3].map(() => anActor("G01", "reader")));
    for (const [index, person] of people.entries()) await subscribed(person, { address: `nguoi${index}@bo.example` });
    const sent = await Promise.all([1, 2, 3].map(() => sendDueNotes(at("24T07:00"))));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await queued()).toEqual([0, 1, 2].map((index) => `nguoi${index}@bo.example`));
    await work();
    expect(server.letters.length).toBe(3);
  });

  it("is undone with its day when the letter cannot be queued, and comes with the next run; others do not wait for it", async () => {
    await subscribed(headquarters);
    await subscribed(await anActor("H26.CA", "head"), { scopeId: "H26", address: "congan@h26.example" });
    await pool.query("alter table mail add constraint refused check (recipient <> 'lanhdao@bo.example') not valid");
    await expect(sendDueNotes(at("24T07:00"))).rejects.toThrow("refused");
    await pool.query("alter table mail drop constraint refused");
    expect(await queued()).toEqual(["congan@h26.example"]);
    expect(await sendDueNotes(at("24T07:05"))).toBe(1);
  });

  it("begins with the next hour after it was asked for or changed", async () => {
    await subscribe(headquarters, usual);
    const change = (when: string) => rows("update note_subscription set changed_at = $1", [at(when)]);
    await change("24T09:00");
    expect(await sendDueNotes(at("24T09:05"))).toBe(0);
    expect(await sendDueNotes(at("25T07:00"))).toBe(1);
    await subscribe(headquarters, { ...usual, hour: 10 });
    await change("25T08:00");
    expect(await sendDueNotes(at("25T10:00"))).toBe(0); // the day has had its note
    expect(await sendDueNotes(at("26T09:59"))).toBe(0);
    expect(await sendDueNotes(at("26T10:00"))).toBe(1);
    expect(await rows("select id from note_subscription")).toHaveLength(1);
  });

  it("ends when it is not wanted any more, and the address is forgotten", async () => {
    await subscribed(headquarters);
    await unsubscribe(headquarters, "VN");
    expect(await sendDueNotes(at("24T07:00"))).toBe(0);
    expect(await rows("select address from note_subscription where ended_at is not null")).toEqual([{ address: null }]);
    expect(await outcomeOf(unsubscribe(headquarters, "VN"))).toBe(404);
    expect(await findSubscription(headquarters, await scopeOf(headquarters, "VN"))).toBeNull();
    const told = await rows<{ action: string; all: string }>(
      `select action, to_jsonb(a)::text as all from audit_entry a where action like 'note.%' order by id desc limit 1`,
    );
    expect(told).toMatchObject([{ action: "note.unsubscribe" }]);
    expect(await rows(`select id from audit_entry a where to_jsonb(a)::text like '%lanhdao@bo.example%'`)).toEqual([]);
  });

  it("ends when the role does; another role that watches the scope keeps it, a locked account waits", async () => {
    const leaving = await anActor("G01", "reader");
    const staying = await anActor("G01", "reader", "recipientOfficer");
    const locked = await anActor("G01", "reader");
    await subscribed(leaving, { address: "a@bo.example" });
    await subscribed(staying, { address: "b@bo.example" });
    await subscribed(locked, { address: "c@bo.example" });
    await rows("update assignment set ended_at = now() where person_id = any($1) and role = 'reader'", [
      [leaving.personId, staying.personId],
    ]);
    await rows("update person set locked_at = now() where id = $1", [locked.personId]);
    expect(await sendDueNotes(at("24T07:00"))).toBe(1);
    expect(await queued()).toEqual(["b@bo.example"]);
    const ended = await rows<{ personId: string }>(
      `select person_id as "personId" from note_subscription where ended_at is not null and address is null`,
    );
    expect(ended).toEqual([{ personId: leaving.personId }]);
    await rows("update person set locked_at = null where id = $1", [locked.personId]);
    expect(await sendDueNotes(at("24T09:00"))).toBe(1);
  });

  it("is of the scopes one may watch only, one for each", async () => {
    const police = await anActor("H26.CA", "recipientOfficer");
    expect(await outcomeOf(subscribe(police, usual))).toBe(404);
    expect(await outcomeOf(subscribe(await anActor("00070", "head"), { ...usual, scopeId: "H26" }))).toBe(404);
    await subscribed(police, { scopeId: "H26", address: "congan@h26.example" });
    await subscribed(headquarters, { scopeId: "H26" });
    await subscribed(headquarters);
    expect(await sendDueNotes(at("24T07:00"))).toBe(3);
    await work();
    const subjects = server.letters.map(({ subject }) => subject?.split(":")[0]).sort();
    expect(subjects).toEqual([
      "Bản tin sáng 12/11/2026, Thành phố Hà Nội",
      "Bản tin sáng 12/11/2026, Thành phố Hà Nội",
      "Bản tin sáng 12/11/2026, Toàn quốc",
    ]);
  });
});
