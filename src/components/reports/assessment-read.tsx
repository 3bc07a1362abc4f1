import { CommandForm } from "#components/ui/command-form";
import type { Assessment } from "#lib/reports/document";
import type { Said } from "#lib/reports/figure-rows";
import type { CriterionRow, LevelRow, ReportRow } from "#lib/reports/queries";
import { CellButton } from "./cell-button.tsx";
import { TextOrChange } from "./writing/changed-text.tsx";
import { NarrativeRead } from "./writing/narrative-read.tsx";
import type { Before } from "./writing/narratives-read.tsx";

type Props = {
  report: ReportRow;
  assessments: Record<string, Assessment>;
  criteria: CriterionRow[];
  levels: LevelRow[];
  /** the version to compare with */
  before: Before;
  said: Record<string, Said>;
  /** the receiving agency that may write its appraisal now */
  appraiser: string | null;
};

/** Self-assessment with each recipient's appraisal beside it; both stay visible. */
export function AssessmentRead({ report, assessments, criteria, levels, before, said, appraiser }: Props) {
  const labelOf = (id: string | undefined) => levels.find((level) => level.id === id)?.label ?? "–";
  const table = (
    <div className="table-wrap">
      <table className="table table-stack table-assessment">
        <thead>
          <tr>
            <th scope="col">Tiêu chí</th>
            <th scope="col">Tự đánh giá</th>
            {report.recipients.map(({ agencyId, name }) => (
              <th key={agencyId} scope="col">
                Thẩm định của {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, order, text }) => (
            <tr key={id} id={id}>
              <th scope="row">
                {order}. {text}{" "}
                <CellButton field={`assessments.${id}`} name={`tiêu chí ${order}`} said={said[`assessments.${id}`]} />
              </th>
              <td data-label="Tự đánh giá">
                <SelfAssessment
                  now={assessments[id]}
                  before={before && { number: before.number, assessment: before.document.assessments[id] }}
                  labelOf={labelOf}
                />
              </td>
              {report.recipients.map(({ agencyId, name, appraisal }) => (
                <td key={agencyId} data-label={`Thẩm định của ${name}`}>
                  {agencyId === appraiser ? (
                    <>
                      <select
                        name={`level.${id}`}
                        className="input"
                        aria-label={`Mức thẩm định tiêu chí ${order}`}
                        defaultValue={appraisal[id]?.level ?? ""}
                      >
                        <option value="">– chọn mức –</option>
                        {levels.map((level) => (
                          <option key={level.id} value={level.id}>
                            {level.label}
                          </option>
                        ))}
                      </select>
                      <textarea
                        name={`comment.${id}`}
                        className="input"
                        rows={2}
                        aria-label={`Nhận xét tiêu chí ${order}`}
                        defaultValue={appraisal[id]?.comment ?? ""}
                      />
                    </>
                  ) : (
                    <>
                      <b>{labelOf(appraisal[id]?.level)}</b>
                      {appraisal[id]?.comment && <NarrativeRead text={appraisal[id].comment} />}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!appraiser) return table;
  return (
    <CommandForm action={`/api/reports/${report.id}/appraisal`}>
      <input type="hidden" name="version" value={report.sentNumber ?? 0} />
      {table}
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Lưu ý kiến thẩm định
        </button>
      </p>
    </CommandForm>
  );
}

type SelfAssessmentProps = {
  now: Assessment | undefined;
  before: { number: number; assessment: Assessment | undefined } | null;
  labelOf: (level: string | undefined) => string;
};

/** Level and grounds, each with what it was in the version before. */
function SelfAssessment({ now, before, labelOf }: SelfAssessmentProps) {
  const levelBefore = labelOf(before?.assessment?.level);
  return (
    <>
      <b>{labelOf(now?.level)}</b>
      {before && levelBefore !== labelOf(now?.level) && (
        <p className="changed-since">
          ✎ Bản {before.number}: <del>{levelBefore}</del>
        </p>
      )}
      {(now?.grounds || before?.assessment?.grounds) && (
        <TextOrChange
          text={now?.grounds}
          before={before && { number: before.number, text: before.assessment?.grounds }}
        />
      )}
    </>
  );
}
