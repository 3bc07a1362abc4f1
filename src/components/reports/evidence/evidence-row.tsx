"use client";

import { useRef, useState } from "react";
import { say } from "#components/ui/flash";
import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";
import { fileStateHints, fileStateLabels, printSize } from "#lib/reports/evidence/labels";
import type { EvidenceItem } from "#lib/reports/evidence/queries";
import { isDownloadable } from "#lib/reports/evidence/rules";
import styles from "./evidence.module.css";
import { SignatureFacts } from "./signature-facts.tsx";

type Props = {
  reportId: string;
  item: EvidenceItem;
  /** What to do when it is removed; null = it is not for this person to remove. */
  remove: (() => void) | null;
};

/** One attached file: its name leads to it when it may be opened. */
export function EvidenceRow({ reportId, item, remove }: Props) {
  const { name, size, state, kind, signatures, addedByName, addedAt, isSent, virus } = item;
  const label = fileStateLabels[state];
  const address = `/api/reports/${reportId}/evidence/${item.id}`;
  const canRemove = remove && !(kind === "signedPaper" && isSent);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        {isDownloadable(state) ? (
          <a className={styles.name} href={address} download>
            {name}
          </a>
        ) : (
          <span className={styles.name}>{name}</span>
        )}{" "}
        {kind === "signedPaper" && (
          <Tag tone="still" shape="✎" title="Đơn vị nộp làm bản đã ký; chữ ký số, nếu có, được nói rõ bên dưới.">
            Bản ký
          </Tag>
        )}{" "}
        <Tag tone={label.tone} shape={label.shape} title={fileStateHints[state]}>
          {label.word}
        </Tag>
        <p className="small quiet">
          {printSize(size)}. {addedByName} đính kèm lúc {printInstant(new Date(addedAt))}.
          {!isDownloadable(state) && ` ${fileStateHints[state]}`}
          {virus && ` Tên mã độc: ${virus}.`}
        </p>
        {signatures && (kind === "signedPaper" || signatures.length > 0) && <SignatureFacts signatures={signatures} />}
      </div>
      {canRemove && <RemoveButton address={`${address}/remove`} name={name} isSent={isSent} removed={remove} />}
    </li>
  );
}

type RemoveProps = { address: string; name: string; isSent: boolean; removed: () => void };

/** Asks once. */
function RemoveButton({ address, name, isSent, removed }: RemoveProps) {
  const question = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState("");

  async function remove() {
    question.current?.close();
    const answer = await postRemove(address);
    setProblem(answer.problem);
    if (answer.problem) return;
    say(answer.message);
    removed();
  }

  return (
    <div className="actions">
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="btn btn-quiet"
        aria-label={`Gỡ ${name}`}
        onClick={() => question.current?.showModal()}
      >
        Gỡ
      </button>
      <dialog ref={question} className="confirm" aria-label={`Gỡ ${name}`}>
        <p>
          Gỡ “{name}” khỏi báo cáo?{" "}
          {isSent ? "Bản báo cáo đã gửi vẫn giữ tệp này." : "Tệp sẽ bị xóa; muốn có lại phải đính kèm lại."}
        </p>
        <div className="actions">
          <button type="button" className="btn" onClick={() => question.current?.close()}>
            Thôi
          </button>
          <button type="button" className="btn btn-danger" onClick={remove}>
            Gỡ tệp
          </button>
        </div>
      </dialog>
    </div>
  );
}

async function postRemove(address: string): Promise<{ message: string; problem: string }> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: "{}",
    });
    const { message } = await response.json();
    return response.ok ? { message, problem: "" } : { message: "", problem: message };
  } catch {
    return { message: "", problem: "Mất kết nối nên chưa gỡ được. Hãy bấm lại khi có mạng." };
  }
}
