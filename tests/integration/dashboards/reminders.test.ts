import { randomUUID } from "node:crypto";
import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listOwnReminders, listRemindedUnits, listSentReminders } from "#lib/dashboards/reminders/queries";
import { sendReminder } from "#lib/dashboards/reminders/service";
import { pool, row, rows } from "#lib/db";
import { sendMail } from "#lib/mail/send";
import { freshDatabase } from "../../support/database.ts";
import { type MailServer, startMailServer } from "../../support/smtp.ts";
import { anActor, openStage, setClock } from "../reports/stage.ts";

freshDatabase();

let server: MailServer;
const LIST = "/reports?period=2026&kind=own&province=H26&standing=overdue";

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "thidua@vi-du.example";
  await openStage();
  await setClock("2026-11-12T09:00:00+07:00");
  await rows(
    `insert into agency_mailbox (agency_id, address, updated_at, updated_by_name)
     select agency_id, 'congvan@' || agency_id || '.vi-du.example', now(), 'Hệ thống' from agency_on('2026-11-12') where province_id = 'H26' and kind = 'commune'`,
  );
});
afterAll(() => server.stop());

const reportOf = async (agencyId: string) =>
  String(
    (
      await row<{ id: string }>("select id from report where agency_id = $1 and period_id = '2026' and kind = 'own'", [
        agencyId,
      ])
    )?.id,
  );

const eightOfHanoi = async () =>
  (
    await rows<{ id: string }>(
      `select r.id from report r join agency_on('2026-11-12') t using (agency_id) where t.province_id = 'H26' and t.kind = 'commune' and r.period_id = '2026' order by t.path limit 8`,
    )
  ).map(({ id }) => id);

/** What the worker program does, once. */
const work = () =>
  runOnce({
    pgPool: pool,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: {
      sendMail: async (payload, { job }) => sendMail((payload as { id: string }).id, job.attempts >= job.max_attempts),
    },
  });

it("reminds exactly the seven chosen, once, however often it is asked, on their pages and by mail", async () => {
  const police = await anActor("G01", "recipientOfficer");
  const reports = (await eightOfHanoi()).slice(0, 7);
  const input = { key: randomUUID(), list: LIST, reports, message: "Đề nghị gửi báo cáo trước 17 giờ hôm nay." };
  const answers = await Promise.all([
    sendReminder(police, input),
    sendReminder(police, input),
    sendReminder(police, input),
  ]);
  expect(answers.map(({ reminded }) => reminded)).toEqual([7, 7, 7]);
  const kept = await row<{ reminders: number; units: number; events: number; audits: number }>(
    `select (select count(*) from reminder) as reminders, (select count(*) from reminder_report) as units,
       (select count(*) from report_event where move = 'remind') as events, (select count(*) from audit_entry where action = 'reminder.send') as audits`,
  );
  expect(kept).toEqual({ reminders: 1, units: 7, events: 7, audits: 1 });

  server.refuse(true);
  await work();
  expect(server.letters).toEqual([]);
  server.refuse(false);
  for (let turn = 0; turn < 5 && server.letters.length < 7; turn++) {
    await rows("update graphile_worker._private_jobs set run_at = now()"); // nobody waits for the next attempt
    await work();
  }
  await work();
  expect(server.letters.length).toBe(7);
  expect(server.letters[0]?.subject).toContain("Nhắc báo cáo phong trào “Toàn dân bảo vệ an ninh Tổ quốc”");
  expect(server.letters[0]?.text).toContain("Đề nghị gửi báo cáo trước 17 giờ hôm nay.");
  expect((await listRemindedUnits(input.key)).map(({ mail }) => mail)).toEqual(Array(7).fill("sent"));
  expect(await listSentReminders(police)).toMatchObject([{ units: 7, answered: 0, mailed: 7, waiting: 0, failed: 0 }]);
});

it("shows it to the clerk of a reminded unit until the report is sent, and to nobody else", async () => {
  const [first = ""] = await eightOfHanoi();
  const unit = await row<{ agencyId: string }>(`select agency_id as "agencyId" from report where id = $1`, [first]);
  const clerk = await anActor(unit?.agencyId ?? "", "reporter");
  expect(await listOwnReminders(clerk)).toMatchObject([
    { reportId: first, agencyName: "Bộ Công an", message: "Đề nghị gửi báo cáo trước 17 giờ hôm nay." },
  ]);
  expect(await listOwnReminders(await anActor("30307", "reporter"))).toEqual([]);
  await rows(
    `insert into report_version (report_id, number, document, document_hash, signed_by_id, signed_by_name, sent_at, late) values ($1, 1, '{}', 'x', $2, 'Lãnh đạo', campaign_now() + interval '1 minute', true)`,
    [first, clerk.personId],
  );
  expect(await listOwnReminders(clerk)).toEqual([]);
});

it("does not remind of the same report twice on a day, and says how many were left out", async () => {
  const police = await anActor("G01", "recipientOfficer");
  const [, first = ""] = await eightOfHanoi();
  const other = (await eightOfHanoi()).at(-1) ?? "";
  const again = { key: randomUUID(), list: LIST, reports: [first, other], message: "Đề nghị gửi ngay." };
  expect(await sendReminder(police, again)).toMatchObject({ reminded: 1, skipped: 1 });
  await expect(sendReminder(police, { ...again, key: randomUUID(), reports: [first] })).rejects.toThrow(
    "Không còn đơn vị nào để nhắc",
  );
});

it("never reaches units outside the list or outside what the agency looks after", async () => {
  const message = "Đề nghị gửi ngay.";
  const elsewhere = await reportOf("30307");
  const police = await anActor("H26.CA", "recipientOfficer");
  const hanoi = { key: randomUUID(), list: LIST, reports: [elsewhere], message };
  await expect(sendReminder(police, hanoi)).rejects.toThrow("Không còn đơn vị nào để nhắc");
  const all = { ...hanoi, key: randomUUID(), list: "/reports?period=2026&kind=own&standing=overdue" };
  await expect(sendReminder(police, all)).rejects.toThrow("Không còn đơn vị nào để nhắc");
  await expect(sendReminder(police, { ...hanoi, list: "/dashboards/VN/quality?list=zeros" })).rejects.toThrow(
    "Không tìm thấy danh sách",
  );
  await expect(sendReminder(police, { ...hanoi, list: "https://example.com/reports" })).rejects.toThrow(
    "Không tìm thấy danh sách",
  );
});

it("is not for readers, clerks and communes", async () => {
  const [first = ""] = await eightOfHanoi();
  const input = { key: randomUUID(), list: LIST, reports: [first], message: "Đề nghị gửi ngay." };
  for (const actor of [
    await anActor("G22", "reader"),
    await anActor("00070", "head"),
    await anActor("H26.CA", "reporter"),
  ])
    await expect(sendReminder(actor, input)).rejects.toThrow("Chỉ cơ quan theo dõi");
});
