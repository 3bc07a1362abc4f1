"use client";

import { useState } from "react";
import { Tag } from "#components/ui/tag";
import { kindLabels, printSize } from "#lib/reports/evidence/labels";
import type { UnfinishedUpload } from "#lib/reports/evidence/queries";
import styles from "./evidence.module.css";
import { FileButton } from "./file-button.tsx";
import type { Upload } from "./use-uploads.ts";

type Props = { upload: Upload; retry: (upload: Upload) => void; giveUp: (upload: Upload) => void };

/** A file on its way: how far it is, and what can be done about it. */
export function UploadRow({ upload, retry, giveUp }: Props) {
  const { file, sent, state, message } = upload;
  const share = file.size > 0 ? Math.floor((100 * sent) / file.size) : 0;
  const label = uploadLabels[state];
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span className={styles.name}>{file.name}</span>{" "}
        <Tag tone={label.tone} shape={label.shape}>
          {label.word}
        </Tag>
        {state === "failed" ? (
          <p className="field-problem" role="alert">
            {message}{" "}
            {upload.retry === "signIn" && (
              <a href="/sign-in" target="_blank" rel="noreferrer">
                Đăng nhập lại trong thẻ mới
              </a>
            )}
          </p>
        ) : (
          <p className="small quiet">
            <progress className={styles.progress} value={share} max={100} aria-label={`Đã tải lên ${file.name}`} />{" "}
            {share} % của {printSize(file.size)}
            {state === "waitsForLine" && ". Mất mạng; sẽ tự tải tiếp khi có lại."}
          </p>
        )}
      </div>
      <div className="actions">
        {state === "failed" && upload.retry && (
          <button type="button" className="btn" onClick={() => retry(upload)}>
            Tải tiếp
          </button>
        )}
        <button type="button" className="btn btn-quiet" onClick={() => giveUp(upload)}>
          {state === "failed" ? "Đóng" : "Bỏ"}
          <span className="sr-only"> {file.name}</span>
        </button>
      </div>
    </li>
  );
}

const uploadLabels = {
  queued: { word: "Chờ đến lượt", shape: "○", tone: "still" },
  sending: { word: "Đang tải lên", shape: "◐", tone: "wait" },
  waitsForLine: { word: "Chờ mạng", shape: "⧗", tone: "care" },
  failed: { word: "Chưa tải được", shape: "!", tone: "wrong" },
} as const;

type UnfinishedProps = { upload: UnfinishedUpload; resume: (file: File) => void; giveUp: () => void };

/** An upload that broke off when the page was closed: it goes on with the same file. */
export function UnfinishedRow({ upload, resume, giveUp }: UnfinishedProps) {
  const [problem, setProblem] = useState("");
  const { name, size, received, kind } = upload;

  function pick([file]: File[]) {
    if (file?.size !== size)
      return setProblem(`Tệp vừa chọn không phải “${name}” (${printSize(size)}). Hãy chọn đúng tệp, hoặc bấm Bỏ.`);
    setProblem("");
    resume(file);
  }

  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>{" "}
        <Tag tone="care" shape="◐">
          Tải dở
        </Tag>
        <p className="small quiet">
          {kindLabels[kind]}. Máy chủ đã có {printSize(received)} trong {printSize(size)}; chọn lại đúng tệp này để tải
          tiếp phần còn lại.
        </p>
        {problem && (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="actions">
        <FileButton onPick={pick}>Chọn lại tệp</FileButton>
        <button type="button" className="btn btn-quiet" aria-label={`Bỏ ${name}`} onClick={giveUp}>
          Bỏ
        </button>
      </div>
    </li>
  );
}
