import "server-only";
import { type Queryable, rows } from "#lib/db";

/** A letter to an agency's mailbox or to who asked for it. `key` says what it tells of and to whom. */
export type Letter = { key: string; recipient: string; subject: string; text: string; attachments?: Attachment[] };
export type Attachment = { fileName: string; type: string; content: Uint8Array };

/** How often a letter is tried, over about a day, before it is given up. */
const MOST_ATTEMPTS = 12;

/**
 * Queues letters in the transaction of what they tell of: sent only when it is committed. A key that is known queues nothing.
 * Two statements, whatever the number of letters. Returns how many are new.
 */
export async function queueMail(tx: Queryable, letters: Letter[]): Promise<number> {
  if (letters.length === 0) return 0;
  const queued = await rows<{ id: string; key: string }>(
    QUEUE,
    [JSON.stringify(letters.map(({ attachments: _, ...letter }) => letter)), MOST_ATTEMPTS],
    tx,
  );
  const attached = queued.flatMap(({ id, key }) =>
    (letters.find((letter) => letter.key === key)?.attachments ?? []).map((attachment) => ({ id, ...attachment })),
  );
  if (attached.length > 0)
    await rows(
      "insert into mail_attachment (mail_id, file_name, type, content) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])",
      [
        attached.map(({ id }) => id),
        attached.map(({ fileName }) => fileName),
        attached.map(({ type }) => type),
        attached.map(({ content }) => Buffer.from(content)),
      ],
      tx,
    );
  return queued.length;
}

const QUEUE = `
  with queued as (
    insert into mail (key, recipient, subject, text)
    select key, recipient, subject, text from jsonb_to_recordset($1::jsonb) as l(key text, recipient text, subject text, text text)
    on conflict (key) do nothing returning id, key
  )
  select q.id, q.key, graphile_worker.add_job('sendMail', json_build_object('id', q.id), job_key := q.id::text, max_attempts := $2) is not null as added from queued q`;
