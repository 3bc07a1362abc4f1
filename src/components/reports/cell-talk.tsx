"use client";
import { CommandForm } from "#components/ui/command-form";
import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";
import styles from "./cell-panel.module.css";

export type CellComment = {
  id: string;
  answersId: string | null;
  at: string;
  personName: string;
  agencyName: string;
  text: string;
  followUp: boolean;
  doneAt: string | null;
  doneByName: string | null;
};

export type CellTalkProps = {
  reportId: string;
  field: string;
  comments: CellComment[];
  may: { discuss: boolean; flag: boolean };
  /** something was said: load anew */
  onChanged: () => void;
};

/** What was said of a cell, in threads, and the form to say something. */
export function CellTalk({ reportId, field, comments, may, onChanged }: CellTalkProps) {
  if (!may.discuss) return null;
  const action = `/api/reports/${reportId}/comments`;
  return (
    <section>
      <h3>Trao đổi</h3>
      {comments
        .filter(({ answersId }) => answersId === null)
        .map((begun) => (
          <article key={begun.id} className={styles.thread}>
            <Said {...begun} />
            {comments
              .filter(({ answersId }) => answersId === begun.id)
              .map((reply) => (
                <Said key={reply.id} {...reply} />
              ))}
            {begun.followUp && !begun.doneAt && may.flag && (
              <CommandForm action={`${action}/${begun.id}/done`} onDone={onChanged}>
                <button type="submit" className="btn">
                  Đã xem xét xong
                </button>
              </CommandForm>
            )}
            <details>
              <summary>Trả lời</summary>
              <Words action={action} field={field} answersId={begun.id} label="Trả lời" onDone={onChanged} />
            </details>
          </article>
        ))}
      <Words action={action} field={field} label="Ghi trao đổi" mayFlag={may.flag} onDone={onChanged} />
    </section>
  );
}

function Said({ personName, agencyName, at, text, followUp, doneAt, doneByName }: CellComment) {
  return (
    <div className={styles.said}>
      <p className="quiet">
        {personName}, {agencyName}, {printInstant(new Date(at))}
      </p>
      <p className="pre">{text}</p>
      {followUp && (
        <Tag tone={doneAt ? "good" : "care"} shape={doneAt ? "✓" : "⚑"}>
          {doneAt ? `Đã xem xét xong (${doneByName}, ${printInstant(new Date(doneAt))})` : "Cần theo dõi"}
        </Tag>
      )}
    </div>
  );
}

function Words({
  action,
  field,
  answersId,
  label,
  mayFlag = false,
  onDone,
}: {
  action: string;
  field: string;
  answersId?: string;
  label: string;
  mayFlag?: boolean;
  onDone: () => void;
}) {
  return (
    <CommandForm action={action} reset onDone={onDone}>
      <input type="hidden" name="field" value={field} />
      {answersId && <input type="hidden" name="answersId" value={answersId} />}
      <textarea name="text" className="input" rows={3} maxLength={2000} required aria-label={label} />
      {mayFlag && (
        <label className="check">
          <input type="checkbox" name="followUp" /> Đánh dấu cần theo dõi
        </label>
      )}
      <button type="submit" className="btn">
        {label}
      </button>
    </CommandForm>
  );
}
