import { operatorLabels } from "#lib/plans/labels";
import type { Passage } from "#lib/plans/queries";
import { printNumber } from "#lib/text";
import styles from "./plan.module.css";

type TargetData = {
  resolution: string;
  operator: string;
  target_value: number;
  unit: string;
  target_year: number;
  from_year?: number;
  denominator?: number;
  level?: string;
  baseline?: string;
  standard?: string;
  continues?: string;
  seed_quote?: string;
};

/** Measurable targets, by the group the plan puts them in. */
export function Targets({ targets }: { targets: Passage[] }) {
  const groups = [...new Set(targets.map(({ title }) => title ?? ""))];
  const printed = new Map(targets.map(({ id, data }) => [id, printTarget(data as TargetData)]));
  return (
    <div className="table-wrap">
      <table className={`table table-stack ${styles.rows}`}>
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col" className="num">
              Mức
            </th>
            <th scope="col" className="num">
              Năm
            </th>
            <th scope="col">Nghị quyết</th>
            <th scope="col">Câu chữ của văn bản</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="colgroup" colSpan={5}>
                {group}
              </th>
            </tr>
            {targets
              .filter(({ title }) => (title ?? "") === group)
              .map(({ id, text, data }) => (
                <TargetRow key={id} id={id} text={text} target={data as TargetData} printed={printed} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function TargetRow({
  id,
  text,
  target,
  printed,
}: {
  id: string;
  text: string;
  target: TargetData;
  printed: ReadonlyMap<string, string>;
}) {
  const { continues, level, baseline, standard } = target;
  const conditions = [level, baseline, standard && `theo ${standard}`].filter(Boolean).join("; ");
  return (
    <tr id={id}>
      <td>
        <div>
          {text}
          {conditions && <p className={styles.note}>{conditions}</p>}
          {continues && (
            <p className={styles.note}>
              Tiếp nối <a href={`#${continues}`}>mức {printed.get(continues)}</a>
            </p>
          )}
        </div>
      </td>
      <td data-label="Mức" className="num">
        {printed.get(id)}
      </td>
      <td data-label="Năm" className="num">
        {target.from_year ? `${target.from_year}–${target.target_year}` : target.target_year}
      </td>
      <td data-label="Nghị quyết" className="fit">
        {target.resolution}
      </td>
      <td data-label="Câu chữ" className="quiet">
        “{target.seed_quote}”
      </td>
    </tr>
  );
}

/** “tối thiểu 27 %”, “18/18 Công an phường” */
function printTarget({ operator, target_value: value, unit, denominator }: TargetData) {
  const figure = denominator ? `${printNumber(value)}/${printNumber(denominator)}` : printNumber(value);
  return `${operatorLabels[operator] ?? `${operator} `}${figure} ${unit}`;
}
