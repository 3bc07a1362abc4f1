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

  async function take(file: File | undefined) {
    if (!file || reading) return;
    setReading(true);
    const body = new FormData();
    body.set("file", file);
    const answer = await ask<{ text: string }>("/api/awards/register/workbook", { body });
    setReading(false);
    if (answer.data) setText(answer.data.text);
    setPreview(null);
    setProblem(answer.problem);
  }

  async function look(event: FormEvent) {
    event.preventDefault();
    if (reading) return;
    setReading(true);
    const answer = await ask<Preview>("/api/awards/register/preview", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
    setReading(false);
    setPreview(answer.data);
    setProblem(answer.problem);
  }

  return (
    <>
      <p className="quiet">Dòng đầu là tên cột, theo bất kỳ thứ tự nào: {heading.join(" · ")}</p>
      {problem && <ErrorSummary message={problem} hrefOf={() => "#rows"} />}
      <div className="field">
        <label htmlFor="workbook">
          <span className="field-label">Tệp Excel (.xlsx)</span>
        </label>
        <input
          id="workbook"
          className="input"
          type="file"
          accept=".xlsx"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </div>
      <form onSubmit={look} aria-busy={reading || undefined}>
        <div className="field">
          <label htmlFor="rows">
            <span className="field-label">Hoặc bảng dán từ Excel, nội dung tệp CSV</span>
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

async function ask<T>(to: string, request: RequestInit): Promise<{ data: T | null; problem: string | null }> {
  const answer = await fetch(to, {
    method: "POST",
    ...request,
    headers: { accept: "application/json", ...request.headers },
  }).catch(() => null);
  const body = await answer?.json().catch(() => null);
  return answer?.ok ? { data: body.data, problem: null } : { data: null, problem: body?.message ?? FAILED };
}
