import { MarkTag } from "#components/awards/nomination-tag";
import { awardName } from "#lib/awards/rule-set";
import { printValue } from "#lib/awards/rule-sets/labels";
import type { RuleSetDetail } from "#lib/awards/rule-sets/queries";
import type { Difference, RuleValue } from "#lib/awards/rule-sets/values";

type Props = { differences: Difference[]; before: RuleSetDetail; after: RuleSetDetail };

/** What two sets say otherwise, value and grounds side by side. */
export function DifferenceTable({ differences, before, after }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Nội dung</th>
            <th scope="col">{before.title}</th>
            <th scope="col">{after.title}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.path}>
              <th scope="row">
                <div>
                  {difference.label}
                  {difference.awardId && (
                    <span className="quiet small"> {awardName(after.definition, difference.awardId)}</span>
                  )}
                </div>
              </th>
              <td data-label="Bộ kia">
                <Side value={difference.before} />
              </td>
              <td data-label="Bộ này">
                <Side value={difference.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Side({ value }: { value: RuleValue | null }) {
  if (!value) return <span className="quiet">Không có mục này</span>;
  return (
    <div>
      {printValue(value)} <MarkTag mark={value.mark} />
      <p className="quiet small">{value.source}</p>
    </div>
  );
}
