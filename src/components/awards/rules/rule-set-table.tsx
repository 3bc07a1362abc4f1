import { Empty } from "#components/ui/empty";
import { Tag } from "#components/ui/tag";
import { stateLabels } from "#lib/awards/rule-sets/labels";
import type { RuleSetRow } from "#lib/awards/rule-sets/queries";
import { stateOf } from "#lib/awards/rule-sets/rules";
import { printDay } from "#lib/dates";

type Props = { sets: RuleSetRow[] /** those that hold for whoever looks */; inForceIds: string[] };

export function RuleSetTable({ sets, inForceIds }: Props) {
  if (sets.length === 0) return <Empty title="Chưa có bộ quy định riêng nào." />;
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Bộ quy định</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Hiệu lực</th>
            <th scope="col">Căn cứ</th>
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <tr key={set.id}>
              <th scope="row">
                <div>
                  <a href={`/awards/rules/${set.id}`}>{set.title}</a>{" "}
                  {inForceIds.includes(set.id) && <Tag tone="wait">Áp dụng cho cơ quan đồng chí</Tag>}
                </div>
              </th>
              <td data-label="Trạng thái">
                <RuleSetTag set={set} />
              </td>
              <td data-label="Cơ quan">{set.agencyName ?? "Quốc gia"}</td>
              <td data-label="Hiệu lực" className="figures">
                {printSpan(set)}
              </td>
              <td data-label="Căn cứ" className="far small">
                {set.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function RuleSetTag({ set }: { set: RuleSetRow }) {
  const { word, shape, tone } = stateLabels[stateOf(set, set.today)];
  return (
    <Tag tone={tone} shape={shape} title={set.adoptedByName ? `Ban hành: ${set.adoptedByName}` : undefined}>
      {word}
    </Tag>
  );
}

/** “01/07/2025 – 30/09/2026”, “từ 01/07/2025”. */
export const printSpan = ({ effectiveFrom, effectiveTo }: Pick<RuleSetRow, "effectiveFrom" | "effectiveTo">) =>
  effectiveTo ? `${printDay(effectiveFrom)} – ${printDay(effectiveTo)}` : `từ ${printDay(effectiveFrom)}`;
