import type { Check } from "#lib/awards/eligibility/facts";
import { checkTitles, stageLabels } from "#lib/awards/labels";
import { CheckTag, MarkTag } from "./nomination-tag.tsx";

/** Whether a dossier may go on: each check with its finding, its article, how well that is known, and the facts it used. */
export function CheckList({ checks }: { checks: Check[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Điều kiện</th>
            <th scope="col">Kết quả</th>
            <th scope="col">Căn cứ và dữ kiện</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id} id={`check-${check.id}`}>
              <th scope="row">
                {checkTitles[check.id]}
                <span className="quiet small"> {stageLabels[check.stage]}</span>
              </th>
              <td data-label="Kết quả">
                <CheckTag state={check.state} />
              </td>
              <td data-label="Căn cứ">
                <div>
                  <p>{check.sentence}</p>
                  {check.facts.length > 0 && (
                    <ul>
                      {check.facts.map((fact) => (
                        <li key={fact.words}>{fact.words}</li>
                      ))}
                    </ul>
                  )}
                  <p className="quiet small">
                    {check.source} <MarkTag mark={check.mark} />
                  </p>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
