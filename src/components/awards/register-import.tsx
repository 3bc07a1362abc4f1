"use client";

import { type FormEvent, useState } from "react";
import { CommandForm } from "#components/ui/command-form";
import { ErrorSummary } from "#components/ui/error-summary";
import type { Preview } from "#lib/awards/register/service";
import { PreviewTable } from "./preview-table.tsx";

/** Rows pasted from Excel or CSV: read first, shown line by line, and written only when every line is decided. */
export function RegisterImport({ heading }: { heading: string[] }) {
  const [text, setText] = useState("");
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState(false);

  async function look(event: FormEvent) {
    event.preventDefault();
    if (reading) return;
    setReading(true);
    const answer = await read(text);
    setReading(false);
    setPreview(answer.preview);
    setProblem(answer.problem);
  }

  return (
    <>
      <p className="quiet">Dòng đầu là tên cột, theo bất kỳ thứ tự nào: {heading.join(" · ")}</p>
      {problem && <ErrorSummary message={problem} hrefOf={() => "#rows"} />}
      <form onSubmit={look} aria-busy={reading || undefined}>
        <div className="field">
          <label htmlFor="rows">
            <span className="field-label">Bảng dán từ Excel, hoặc nội dung tệp CSV</span>
          </label>
          <textarea
            id="rows"
            className="input"
            rows={8}
            wrap="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setPreview(null);
            }}
          />
        </div>
        <p className="actions">
          <button type="submit" className="btn" aria-disabled={reading || undefined}>
            Xem trước
          </button>
        </p>
      </form>
      {preview && (
        <CommandForm action="/api/awards/register" confirm="Ghi các dòng đã chọn vào sổ khen thưởng?">
          <input type="hidden" name="text" value={text} />
          <PreviewTable preview={preview} />
          {preview.wrong.length === 0 && (
            <p className="actions">
              <button type="submit" className="btn btn-primary">
                Ghi vào sổ
              </button>
            </p>
          )}
        </CommandForm>
      )}
    </>
  );
}

const FAILED = "Chưa đọc được bảng. Nội dung vẫn còn trên màn hình, hãy thử lại.";

async function read(text: string): Promise<{ preview: Preview | null; problem: string | null }> {
  const answer = await fetch("/api/awards/register/preview", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ text }),
  }).catch(() => null);
  const body = await answer?.json().catch(() => null);
  return answer?.ok ? { preview: body.data, problem: null } : { preview: null, problem: body?.message ?? FAILED };
}
