"use client";
import type { Assessment } from "#lib/reports/document";
import type { Narrative } from "#lib/reports/form";
import { CellNote, useDraftSaver } from "./draft-saver.tsx";

type Saver = ReturnType<typeof useDraftSaver>;

/** The narratives to write: each saved as one writes, counted, last year's text one click away. */
export function NarrativeForm({ narratives, lastYear }: { narratives: Narrative[]; lastYear: Record<string, string> }) {
  const saver = useDraftSaver();
  return (
    <>
      {saver.problem && (
        <p className="notice notice-wrong" role="alert">
          {saver.problem}
        </p>
      )}
      {narratives.map((narrative) => (
        <NarrativeField key={narrative.id} narrative={narrative} lastYear={lastYear[narrative.id]} saver={saver} />
      ))}
    </>
  );
}

function NarrativeField({
  narrative,
  lastYear,
  saver,
}: {
  narrative: Narrative;
  lastYear: string | undefined;
  saver: Saver;
}) {
  const text = saver.document.narratives[narrative.id] ?? "";
  const field = `narratives.${narrative.id}`;
  const save = (written: string, leaving: boolean) =>
    saver.change("narratives", narrative.id, written || null, !leaving);
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
            mine={() => saver.choose("narratives", narrative.id, "mine")}
            theirs={() => saver.choose("narratives", narrative.id, "theirs")}
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
export function AssessmentForm({ criteria, levels }: { criteria: Criterion[]; levels: Level[] }) {
  const saver = useDraftSaver();
  return (
    <>
      {saver.problem && (
        <p className="notice notice-wrong" role="alert">
          {saver.problem}
        </p>
      )}
      {criteria.map((criterion) => (
        <AssessmentField key={criterion.id} criterion={criterion} levels={levels} saver={saver} />
      ))}
    </>
  );
}

function AssessmentField({ criterion, levels, saver }: { criterion: Criterion; levels: Level[]; saver: Saver }) {
  const entry = saver.document.assessments[criterion.id] ?? { level: "", grounds: "" };
  const field = `assessments.${criterion.id}`;
  const save = (written: Assessment, leaving: boolean) =>
    saver.change("assessments", criterion.id, written.level || written.grounds ? written : null, !leaving);
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
            show={(value) => levels.find(({ id }) => id === (value as Assessment | null)?.level)?.label ?? "trống"}
            mine={() => saver.choose("assessments", criterion.id, "mine")}
            theirs={() => saver.choose("assessments", criterion.id, "theirs")}
          />
        </p>
      </div>
    </fieldset>
  );
}
