import "server-only";
import nodemailer from "nodemailer";
import { pool, row, rows } from "#lib/db";
import { env } from "#lib/env";

type Queued = { id: string; recipient: string; subject: string; text: string; attempts: number };

/** Without a mail server letters wait in their table and pages say so. */
export const mailIsSetUp = () => env().SMTP_URL !== undefined;

/**
 * Sends one queued letter; one that was sent is not sent again. Two at once wait for each other. A crash after the server took it
 * and before that was noted sends it again: both carry the same Message-ID, by which mailboxes know a copy.
 * @throws when the server does not take it: the queue tries again.
 */
export async function sendMail(id: string, isLastAttempt: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const letter = await row<Queued>(
      "select id, recipient, subject, text, attempts from mail where id = $1 and sent_at is null and failed_at is null for update",
      [id],
      client,
    );
    if (letter) {
      const problem = await deliver(letter);
      await rows(
        `update mail set attempts = attempts + 1, sent_at = case when $2::text is null then now() end, last_error = $2, failed_at = case when $2::text is not null and $3 then now() end where id = $1`,
        [id, problem, isLastAttempt],
        client,
      );
      await client.query("commit");
      if (problem) throw new Error(`Thư ${id} chưa gửi được: ${problem}`);
    } else await client.query("rollback");
  } finally {
    client.release();
  }
}

/** What went wrong, or null. The server's answer is kept, never the letter. */
async function deliver({ id, recipient, subject, text }: Queued): Promise<string | null> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return "chưa cấu hình máy chủ thư (SMTP_URL)";
  const attachments = await rows<{ fileName: string; type: string; content: Buffer }>(
    `select file_name as "fileName", type, content from mail_attachment where mail_id = $1 order by file_name`,
    [id],
  );
  const server = nodemailer.createTransport({
    url: SMTP_URL,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 12_000,
  });
  try {
    await server.sendMail({
      from: MAIL_FROM,
      to: recipient,
      subject,
      text,
      messageId: `<${id}@${new URL(env().NEXTAUTH_URL ?? "http://localhost").hostname}>`,
      attachments: attachments.map(({ fileName, type, content }) => ({
        filename: fileName,
        contentType: type,
        content,
      })),
    });
    return null;
  } catch (error) {
    return (error as Error).message.slice(0, 500);
  } finally {
    server.close();
  }
}

/** Letters sent long ago are of no use to anybody. A choice of this project: 90 days. */
export const forgetOldMail = () => rows("delete from mail where sent_at < now() - interval '90 days'");
