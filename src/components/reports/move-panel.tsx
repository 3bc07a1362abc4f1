import type { ReactNode } from "react";
import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { Actor } from "#lib/identity/actor";
import { moveLabels } from "#lib/reports/labels";
import { statementOf } from "#lib/reports/nothing";
import { movesFor } from "#lib/reports/policy";
import type { ReportRow } from "#lib/reports/queries";
import { type Move, moves } from "#lib/reports/rules";

type Props = {
  actor: Actor;
  report: ReportRow;
  sections: { id: string; title: string }[];
  /** nothing blocks sending: putting it up for signature is the main act */
  isReady: boolean;
  /** a cell says that something occurred: “không phát sinh” would be refused */
  hasFigures: boolean;
  /** ways to go on writing, before the acts */
  children?: ReactNode;
};

/** The acts this person may do now, each saying to whom it goes; the one act forward stands open, the rest one click away. */
export function MovePanel({ actor, report, sections, isReady, hasFigures, children }: Props) {
  const offered = movesFor(actor, report).filter((move) => move !== "declareNothing" || !hasFigures);
  const main = offered.find((move) => forward.includes(move));
  return (
    <section className="move-panel" aria-label="Việc có thể làm">
      {children}
      {main && <MoveForm move={main} report={report} sections={sections} isMain={isReady || main !== "askSignOff"} />}
      {offered
        .filter((move) => move !== main)
        .map((move) => (
          <details key={move}>
            <summary className="btn">{labelOf(move, report)}</summary>
            <MoveForm move={move} report={report} sections={sections} />
          </details>
        ))}
    </section>
  );
}

const forward: Move[] = ["signAndSend", "askSignOff", "accept", "markReported"];
const byRecipient: Move[] = ["startReview", "accept", "return"];

function MoveForm({
  move,
  report,
  sections,
  isMain = false,
}: {
  move: Move;
  report: ReportRow;
  sections: { id: string; title: string }[];
  isMain?: boolean;
}) {
  const seen = byRecipient.includes(move) ? report.sentNumber : report.version;
  return (
    <CommandForm action={`/api/reports/${report.id}/moves/${move}`} className="move">
      <input type="hidden" name="version" value={seen ?? 0} />
      {inputsOf(move, report, sections)}
      {moves[move].needsReason && (
        <Field label="Lý do" name="reason">
          <textarea id={`${move}-reason`} name="reason" className="input" rows={2} required />
        </Field>
      )}
      <button type="submit" className={`btn ${isMain ? "btn-primary" : move === "return" ? "btn-danger" : ""}`}>
        {labelOf(move, report)}
      </button>
    </CommandForm>
  );
}

/** “Ký và gửi Công an thành phố Hà Nội và Sở Nội vụ …”: a button that sends names its recipients. */
function labelOf(move: Move, report: ReportRow) {
  if (move === "signAndSend")
    return report.recipients.length > 0
      ? `Ký và gửi ${report.recipients.map(({ name }) => name).join(" và ")}`
      : "Ký báo cáo";
  return moveLabels[move].act;
}

function inputsOf(move: Move, report: ReportRow, sections: { id: string; title: string }[]): ReactNode {
  if (move === "return") {
    return (
      <fieldset>
        <legend>Phần cần sửa và lý do (ghi ít nhất một phần)</legend>
        {sections.map(({ id, title }) => (
          <Field key={id} label={title} name={`reasons.${id}`}>
            <textarea id={`reasons.${id}`} name={`reasons.${id}`} className="input" rows={1} />
          </Field>
        ))}
      </fieldset>
    );
  }
  if (move === "declareNothing") {
    return (
      <>
        <p>“{statementOf(report.agencyName, report.periodId)}”</p>
        <Field label="Xác nhận đúng như trên, trình lãnh đạo ký thay cho báo cáo số liệu" name="confirmed">
          <input id="confirmed" name="confirmed" type="checkbox" required />
        </Field>
      </>
    );
  }
  if (move !== "markReported") return null;
  return (
    <>
      <Field label="Số, ký hiệu văn bản" name="reportedNumber">
        <input id="reportedNumber" name="reportedNumber" className="input" required />
      </Field>
      <Field label="Ngày văn bản" name="reportedOn" hint="Ví dụ 29/11/2026">
        <input id="reportedOn" name="reportedOn" className="input" inputMode="numeric" required />
      </Field>
    </>
  );
}
