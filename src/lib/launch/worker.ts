import { Logger, parseCrontab, run, type TaskList } from "graphile-worker";
import { sendDueNotes } from "#lib/dashboards/note/sending/service";
import { checkTotals } from "#lib/dashboards/totals/service";
import { pool } from "#lib/db";
import { forgetOldMail, mailIsSetUp, sendMail } from "#lib/mail/send";

/**
 * The program that works without anybody waiting: letters, morning notes, the nightly check of kept totals. Started and watched by start.ts
 * beside the web server; several instances share the work. Every job may run twice.
 */
process.once("disconnect", () => process.exit(1)); // nobody watches over us any more

/** UTC: 17:30 is 00:30 in Vietnam. A run of notes that fails is tried again by the next one. */
const crontab = parseCrontab(`
30 17 * * * checkTotals ?fill=1d
45 17 * * * forgetOldMail
*/5 * * * * sendDueNotes ?max=1
`);

/** Left out without a mail server: the queue then keeps the letters instead of failing at them. */
const letters: TaskList = {
  sendMail: async (payload, { job }) => {
    await sendMail((payload as { id: string }).id, job.attempts >= job.max_attempts);
  },
};

/** A line for what went wrong; what went well is in the tables. */
const troubles = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") console.error(`Chương trình nền: ${message}`);
});

const runner = await run({
  pgPool: pool,
  concurrency: 2,
  noHandleSignals: true,
  logger: troubles,
  parsedCronItems: crontab,
  taskList: {
    ...(mailIsSetUp() ? letters : {}),
    checkTotals: async () => {
      await checkTotals();
    },
    sendDueNotes: async () => {
      await sendDueNotes();
    },
    forgetOldMail: async () => {
      await forgetOldMail();
    },
  },
});
process.send?.("ready");

process.on("SIGINT", () => {}); // Ctrl-C reaches the launcher, which asks us in its order
process.once("SIGTERM", async () => {
  await runner.stop().catch(() => {});
  await pool.end();
  process.exit(0);
});
