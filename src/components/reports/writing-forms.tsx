"use client";
import { useRef } from "react";
import { type Assessment, LONGEST_GROUNDS } from "#lib/reports/document";
import type { Said } from "#lib/reports/figure-rows";
import type { Narrative } from "#lib/reports/form";
import { insertParagraph } from "#lib/reports/narratives/insert";
import { CellButton } from "./cell-button.tsx";
import { CellNote, useDraftSaver } from "./draft-saver.tsx";
import { LastYear } from "./writing/last-year.tsx";
import { applyEdit } from "./writing/text-edit.ts";
import { WritingArea } from "./writing/writing-area.tsx";

type Saver = ReturnType<typeof useDraftSaver>;

type SaidOf = { said: Record<string, Said> };
type NarrativeProps = { narratives: Narrative[]; agencies: string[] } & SaidOf;

/** The narratives to write: each saved as one writes, counted, checked for names, last year's text beside. */
export function NarrativeForm({ narratives, agencies, said }: NarrativeProps) {
  const saver = useDraftSaver();
  return (
    <>
      <Problem saver={saver} />
      <p className="hint writing-help">
        Mỗi dòng là một đoạn. Dòng bắt đầu bằng “- ”, “+ ” hoặc “1. ” thành danh sách; Enter sang mục sau, Enter ở mục
        trống để thôi. F7 sửa chỗ gợi ý kế tiếp. Không nhập nội dung thuộc bí mật nhà nước.
      </p>
      {narratives.map((narrative) => (
        <NarrativeField key={narrative.id} narrative={narrative} agencies={agencies} saver={saver} said={said} />
      ))}
    </>
  );
}

const Problem = ({ saver }: { saver: Saver }) =>
  saver.problem && (
    <p className="notice notice-wrong" role="alert">
      {saver.problem}
    </p>
  );

type NarrativeFieldProps = { narrative: Narrative; agencies: string[]; saver: Saver } & SaidOf;

function NarrativeField({ narrative: { id, title, required, maxChars }, agencies, saver, said }: NarrativeFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = saver.document.narratives[id] ?? "";
  const before = saver.entry.checked.lastYear?.narratives[id];
  const field = `narratives.${id}`;
  const save = (written: string, leaving: boolean) => saver.change("narratives", id, written || null, !leaving);
  return (
    <div className="field writing" id={id} data-cell-row>
      <label htmlFor={field}>
        {title}
        {required && <abbr title="bắt buộc"> *</abbr>}
      </label>{" "}
      <CellButton field={field} name={`phần lời “${title}”`} said={said[field]} />
      <WritingArea
        area={area}
        id={field}
        name={field}
        text={text}
        limit={maxChars}
        rows={6}
        agencies={agencies}
        onWrite={(written) => save(written, false)}
        onLeave={() => saver.cells[field] && save(text, true)}
        note={
          <CellNote
            cell={saver.cells[field]}
            show={(value) => String(value ?? "trống")}
            mine={() => saver.choose("narratives", id, "mine")}
            theirs={() => saver.choose("narratives", id, "theirs")}
          />
        }
      />
      {before ? (
        <LastYear text={before} onCopy={(paragraph) => copyInto(area.current, paragraph)} />
      ) : (
        <p className="hint">Năm trước: chưa có nội dung.</p>
      )}
    </div>
  );
}

/** After the line where the writer last stood; at the end of a text not touched yet. */
function copyInto(area: HTMLTextAreaElement | null, paragraph: string) {
  if (!area) return;
  const at = area.selectionEnd > 0 ? area.selectionEnd : area.value.length;
  applyEdit(area, insertParagraph(area.value, at, paragraph));
}

type Criterion = { id: string; order: number; text: string };
type Level = { id: string; label: string };
type AssessmentProps = { criteria: Criterion[]; levels: Level[]; agencies: string[] } & SaidOf;

/** Self-assessment by the plan's criteria: a level and its grounds each. */
export function AssessmentForm({ criteria, levels, agencies, said }: AssessmentProps) {
  const saver = useDraftSaver();
  return (
    <>
      <Problem saver={saver} />
      {criteria.map((criterion) => (
        <AssessmentField
          key={criterion.id}
          criterion={criterion}
          levels={levels}
          agencies={agencies}
          saver={saver}
          said={said}
        />
      ))}
    </>
  );
}

type AssessmentFieldProps = { criterion: Criterion; levels: Level[]; agencies: string[]; saver: Saver } & SaidOf;

function AssessmentField({ criterion: { id, order, text }, levels, agencies, saver, said }: AssessmentFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const entry = saver.document.assessments[id] ?? { level: "", grounds: "" };
  const before = saver.entry.checked.lastYear?.assessments[id];
  const field = `assessments.${id}`;
  const labelOf = (levelId: string | undefined) => levels.find((level) => level.id === levelId)?.label;
  const save = (written: Assessment, leaving: boolean) =>
    saver.change("assessments", id, written.level || written.grounds ? written : null, !leaving);
  return (
    <fieldset className="field assessment" id={id} data-cell-row>
      <legend>Tiêu chí {order}</legend>
      <p>
        {text} <CellButton field={field} name={`tiêu chí ${order}`} said={said[field]} />
      </p>
      <div>
        <select
          id={field}
          name={field}
          className="input"
          aria-label={`Mức tự đánh giá tiêu chí ${order}`}
          value={entry.level}
          onChange={(event) => save({ ...entry, level: event.target.value }, true)}
        >
          <option value="">– chọn mức tự đánh giá –</option>
          {levels.map((level) => (
            <option key={level.id} value={level.id}>
              {level.label}
            </option>
          ))}
        </select>
        <WritingArea
          area={area}
          id={`${field}.grounds`}
          name={`${field}.grounds`}
          text={entry.grounds}
          limit={LONGEST_GROUNDS}
          rows={3}
          label={`Căn cứ tự đánh giá tiêu chí ${order}`}
          placeholder="Căn cứ: số liệu, văn bản, kết quả làm căn cứ cho mức đã chọn"
          agencies={agencies}
          onWrite={(grounds) => save({ ...entry, grounds }, false)}
          onLeave={() => saver.cells[field] && save(entry, true)}
          note={
            <CellNote
              cell={saver.cells[field]}
              show={(value) => shown(value as Assessment | null, labelOf)}
              mine={() => saver.choose("assessments", id, "mine")}
              theirs={() => saver.choose("assessments", id, "theirs")}
            />
          }
        />
        {before?.grounds && (
          <>
            <p className="hint">Năm trước tự đánh giá: {labelOf(before.level) ?? "–"}</p>
            <LastYear text={before.grounds} onCopy={(paragraph) => copyInto(area.current, paragraph)} />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** What a colleague wrote: the level and the beginning of the grounds. */
const shown = (assessment: Assessment | null, labelOf: (id: string | undefined) => string | undefined) =>
  assessment ? `${labelOf(assessment.level) ?? "chưa chọn mức"}: ${assessment.grounds || "chưa có căn cứ"}` : "trống";
