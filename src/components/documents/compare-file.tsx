"use client";

import { type ChangeEvent, useState } from "react";
import { Notice } from "#components/ui/notice";
import { matchOf } from "#lib/documents/verification/rules";

type Match = ReturnType<typeof matchOf>;

const answers: Record<Match, { tone: "good" | "wrong" | "care"; title: string; sentence: string }> = {
  docx: { tone: "good", title: "✓ Khớp", sentence: "Tệp đúng từng byte với bản .docx đã phát hành." },
  pdf: { tone: "good", title: "✓ Khớp", sentence: "Tệp đúng từng byte với bản PDF đã phát hành." },
  none: {
    tone: "wrong",
    title: "✗ Không khớp",
    sentence:
      "Tệp này không phải là tệp đã phát hành. Tệp đã ký số, đã lưu lại bằng phần mềm khác hoặc bản quét có mã khác dù nội dung giống; hãy so mã nội dung, số và ngày in trên văn bản.",
  },
  unreadable: {
    tone: "care",
    title: "Chưa so được",
    sentence: "Mã SHA-256 gồm 64 chữ số từ 0 đến 9 và chữ từ a đến f.",
  },
};

/** Compares a file with what was issued. The file stays in the browser; without JavaScript its hash can be typed. */
export function CompareFile({ hashes, asked }: { hashes: { docxHash: string; pdfHash: string }; asked: Match | null }) {
  const [match, setMatch] = useState<Match | null>(asked);

  async function compare({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    setMatch(matchOf(hash, hashes));
  }

  const answer = match && answers[match];
  return (
    <section className="section">
      <h2>So tệp với bản đã phát hành</h2>
      <div role="status">
        {answer && (
          <Notice tone={answer.tone} title={answer.title}>
            {answer.sentence}
          </Notice>
        )}
      </div>
      <div className="field">
        <label>
          <span className="field-label">Chọn tệp .docx hoặc PDF</span>
          <input className="input" type="file" accept=".docx,.pdf" onChange={compare} />
        </label>
        <p className="field-hint">Tệp không được gửi đi: trình duyệt tự tính mã rồi so.</p>
      </div>
      <form method="get">
        <div className="field">
          <label>
            <span className="field-label">Hoặc nhập mã SHA-256 của tệp</span>
            <input className="input" name="sha256" autoComplete="off" spellCheck={false} maxLength={200} />
          </label>
        </div>
        <p className="actions">
          <button type="submit" className="btn">
            So mã
          </button>
        </p>
      </form>
    </section>
  );
}
