"use client";

import { type FormEvent, useState } from "react";
import { type KeptSlips, receiptOf, takeReceipt } from "./kept-slips.ts";

type Props = { sessionId: string; slips: KeptSlips; onTaken: (slips: KeptSlips) => void };

/** The slips as one line, to keep or to carry to another device, and the way back in. For the voter alone. */
export function Receipt({ sessionId, slips, onTaken }: Props) {
  const [problem, setProblem] = useState("");
  const hasSlips = Object.values(slips).some(({ state }) => state === "signed");

  function take(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      onTaken(takeReceipt(sessionId, String(new FormData(event.currentTarget).get("receipt"))));
      setProblem("");
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  return (
    <details className="section">
      <summary>Mã phiếu của tôi</summary>
      <p className="small">
        Mã phiếu chỉ nằm trong thẻ trình duyệt này. Ai có mã thì sau khi kiểm phiếu thấy được phiếu ghi gì: hãy giữ kín,
        chỉ lưu khi cần chuyển sang máy khác.
      </p>
      {hasSlips && (
        <label className="field">
          <span className="field-label">Mã để lưu hoặc in</span>
          <textarea className="input code" rows={3} readOnly value={receiptOf(slips)} />
        </label>
      )}
      <form onSubmit={take} className="field">
        <label>
          <span className="field-label">Nhập mã đã lưu</span>
          <textarea className="input code" name="receipt" rows={3} required aria-invalid={problem ? true : undefined} />
        </label>
        {problem && (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        <p className="actions">
          <button type="submit" className="btn">
            Dùng mã này
          </button>
        </p>
      </form>
    </details>
  );
}
