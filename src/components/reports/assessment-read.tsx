import { CommandForm } from "#components/ui/command-form";
import type { CriterionRow, LevelRow, ReportRow } from "#lib/reports/queries";

import { NarrativeRead } from "./writing/narrative-read.tsx";

type Props = {
  report: ReportRow;
  assessments: Record<string, { level: string; grounds: string }>;
  criteria: CriterionRow[];
  levels: LevelRow[];
  /** the receiving agency that may write its appraisal now */
  appraiser: string | null;
};

/** Self-assessment with each recipient's appraisal beside it; both stay visible. */
export function AssessmentRead({ report, assessments, criteria, levels, appraiser }: Props) {
  const labelOf = (id: string | undefined) => levels.find((level) => level.id === id)?.label ?? "–";
  const table = (
    <div className="table-wrap">
      <table className="table table-stack">
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
                {order}. {text}
              </th>
              <td data-label="Tự đánh giá">
                <b>{labelOf(assessments[id]?.level)}</b>
                {assessments[id]?.grounds && <NarrativeRead text={assessments[id].grounds} />}
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
