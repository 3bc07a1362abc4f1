"use client";
import { useState } from "react";
import type { Narrative } from "#lib/reports/form";
import { CellNote, useDraftSaver } from "./draft-saver.tsx";

type Document = Parameters<typeof useDraftSaver>[2];
type Saver = ReturnType<typeof useDraftSaver>;

/** The narratives to write: each saved as one writes, counted, last year's text one click away. */
export function NarrativeForm({
  reportId,
  sections,
  document,
  narratives,
  lastYear,
}: {
  reportId: string;
  sections: Record<string, number>;
  document: Document;
  narratives: Narrative[];
  lastYear: Record<string, string>;
}) {
  const saver = useDraftSaver(reportId, sections, document);
  return (
    <>
      {saver.problem && (
        <p className="notice notice-wrong" role="alert">
          {saver.problem}
        </p>
      )}
      {narratives.map((narrative) => (
        <NarrativeField
          key={narrative.id}
          narrative={narrative}
          first={String(document.narratives?.[narrative.id] ?? "")}
          lastYear={lastYear[narrative.id]}
          saver={saver}
        />
      ))}
    </>
  );
}

function NarrativeField({
  narrative,
  first,
  lastYear,
  saver,
}: {
  narrative: Narrative;
  first: string;
  lastYear: string | undefined;
  saver: Saver;
}) {
  const [text, setText] = useState(first);
  const field = `narratives.${narrative.id}`;
  const save = (written: string, leaving: boolean) => {
    setText(written);
    saver.change("narratives", narrative.id, written || null, !leaving);
  };
  return (
    <div className="field" id={narrative.id}>
      <label htmlFor={field}>
        {narrative.title}
        {narrative.required && <abbr title="bắt buộc"> *</abbr>}
      </label>
      <textarea
        id={field}
        name={field}
        className="input"
        rows={6}
        value={text}
        onChange={(event) => save(event.target.value, false)}
        onBlur={() => saver.cells[field] && save(text, true)}
        aria-describedby={`${field}-note`}
      />
      <p id={`${field}-note`} className="hint">
        <span className={text.length > narrative.maxChars ? "cell-invalid" : undefined}>
          {text.length}/{narrative.maxChars} ký tự
        </span>{" "}
        <span aria-live="polite">
          <CellNote
            cell={saver.cells[field]}
            show={(value) => String(value ?? "trống")}
            mine={() => save(text, true)}
            theirs={(value) => save(String(value ?? ""), true)}
          />
        </span>
      </p>
      {lastYear && (
        <details>
          <summary>Nội dung năm trước</summary>
          <p className="prose pre">{lastYear}</p>
        </details>
      )}
    </div>
  );
}

type Criterion = { id: string; order: number; text: string };
type Level = { id: string; label: string };

/** Self-assessment by the plan's criteria: a level and its grounds each. */
export function AssessmentForm({
  reportId,
  sections,
  document,
  criteria,
  levels,
}: {
  reportId: string;
  sections: Record<string, number>;
  document: Document;
  criteria: Criterion[];
  levels: Level[];
}) {
  const saver = useDraftSaver(reportId, sections, document);
  return (
    <>
      {saver.problem && (
        <p className="notice notice-wrong" role="alert">
          {saver.problem}
        </p>
      )}
      {criteria.map((criterion) => (
        <AssessmentField
          key={criterion.id}
          criterion={criterion}
          levels={levels}
          first={document.assessments?.[criterion.id] as Entry | undefined}
          saver={saver}
        />
      ))}
    </>
  );
}

type Entry = { level: string; grounds: string };

function AssessmentField({
  criterion,
  levels,
  first,
  saver,
}: {
  criterion: Criterion;
  levels: Level[];
  first: Entry | undefined;
  saver: Saver;
}) {
  const [entry, setEntry] = useState<Entry>(first ?? { level: "", grounds: "" });
  const field = `assessments.${criterion.id}`;
  const save = (written: Entry, leaving: boolean) => {
    setEntry(written);
    saver.change("assessments", criterion.id, written.level || written.grounds ? written : null, !leaving);
  };
  return (
    <fieldset className="field assessment" id={criterion.id}>
      <legend>Tiêu chí {criterion.order}</legend>
      <p>{criterion.text}</p>
      <div>
        <select
          id={field}
          name={field}
          className="input"
          aria-label={`Mức tự đánh giá tiêu chí ${criterion.order}`}
          value={entry.level}
          onChange={(event) => save({ ...entry, level: event.target.value }, true)}
        >
          <option value="">– chọn mức tự đánh giá –</option>
          {levels.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <textarea
          name={`${field}.grounds`}
          className="input"
          rows={3}
          aria-label={`Căn cứ tự đánh giá tiêu chí ${criterion.order}`}
          placeholder="Căn cứ: số liệu, văn bản, kết quả làm căn cứ cho mức đã chọn"
          value={entry.grounds}
          onChange={(event) => save({ ...entry, grounds: event.target.value }, false)}
          onBlur={() => saver.cells[field] && save(entry, true)}
        />
        <p className="hint" aria-live="polite">
          <CellNote
            cell={saver.cells[field]}
            show={(value) => levels.find(({ id }) => id === (value as Entry | null)?.level)?.label ?? "trống"}
            mine={() => save(entry, true)}
            theirs={(value) => save((value as Entry | null) ?? { level: "", grounds: "" }, true)}
          />
        </p>
      </div>
    </fieldset>
  );
}
