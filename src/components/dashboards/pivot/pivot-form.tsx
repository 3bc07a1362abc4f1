import type { Choices, Settled } from "#lib/dashboards/pivot/definition";
import { type Dimension, dimensionName, dimensionsOf, facets, type Member } from "#lib/dashboards/pivot/dimensions";
import type { AskedSection } from "#lib/dashboards/pivot/indicators";
import { printNumber } from "#lib/text";
import styles from "./pivot.module.css";

type Props = { settled: Settled; choices: Choices };

/** What stands in rows and columns, and what is taken of each dimension: the whole definition as a form of its address. */
export function PivotForm({ settled, choices }: Props) {
  const { rows, columns, filters } = settled;
  return (
    <form method="get" className={styles.form} aria-label="Cách trình bày bảng">
      <div className="filters">
        <Axis name="rows" label="Hàng" chosen={rows} isNation={choices.isNation} />
        <Axis name="columns" label="Cột" chosen={columns} isNation={choices.isNation} />
        <label className="check">
          <input type="checkbox" name="sumYears" value="1" defaultChecked={settled.sumYears} /> Cộng các năm
        </label>
        <label className="check">
          <input type="checkbox" name="reports" value="1" defaultChecked={settled.showReports} /> Hiện số báo cáo
        </label>
        <button type="submit" className="btn btn-primary">
          Lập bảng
        </button>
      </div>
      <div className={styles.picks}>
        <Indicators sections={choices.sections} settled={settled} />
        {facets
          .filter((facet) => choices.facets[facet].length > 1)
          .map((facet) => (
            <Pick
              key={facet}
              name={facet}
              label={dimensionName(facet, choices.isNation)}
              members={choices.facets[facet]}
              chosen={filters[facet]}
            />
          ))}
      </div>
    </form>
  );
}

function Axis({
  name,
  label,
  chosen,
  isNation,
}: {
  name: string;
  label: string;
  chosen: Dimension[];
  isNation: boolean;
}) {
  const options = dimensionsOf(isNation).map((dimension) => (
    <option key={dimension} value={dimension}>
      {dimensionName(dimension, isNation)}
    </option>
  ));
  return (
    <>
      <label>
        {label}
        <select className="input" name={name} defaultValue={chosen[0] ?? ""}>
          {options}
        </select>
      </label>
      <label>
        rồi đến
        <select className="input" name={name} defaultValue={chosen[1] ?? ""} aria-label={`${label}, chiều thứ hai`}>
          <option value="">(không)</option>
          {options}
        </select>
      </label>
    </>
  );
}

function Pick({ name, label, members, chosen }: { name: string; label: string; members: Member[]; chosen: string[] }) {
  return (
    <details className={styles.pick}>
      <summary>
        {label}: <strong>{chosen.length === 0 ? "tất cả" : `${printNumber(chosen.length)} mục`}</strong>
      </summary>
      <fieldset className={styles.options}>
        <legend className="sr-only">{label}; không đánh dấu mục nào là lấy tất cả</legend>
        {members.map(({ id, name: text }) => (
          <Check key={id} name={name} value={id} isChosen={chosen.includes(id)} text={text} />
        ))}
      </fieldset>
    </details>
  );
}

function Indicators({
  sections,
  settled: { sections: whole, filters, lines },
}: {
  sections: AskedSection[];
  settled: Settled;
}) {
  const isAll = whole.length === 0 && filters.indicator.length === 0;
  const count = new Set(lines.map(({ indicator }) => indicator.id)).size;
  return (
    <details className={styles.pick}>
      <summary>
        Chỉ tiêu: <strong>{isAll ? `tất cả (${printNumber(count)})` : `${printNumber(count)} chỉ tiêu`}</strong>
      </summary>
      <p className="small quiet">Không đánh dấu mục nào là lấy tất cả.</p>
      {sections.map(({ id, title, asked, untold }) => (
        <fieldset key={id} className={styles.options}>
          <legend>
            {id}. {title}
          </legend>
          <Check name="section" value={id} isChosen={whole.includes(id)} text={`Cả phần ${id}`} />
          {asked.map(({ indicator }) => (
            <Check
              key={indicator.id}
              name="indicator"
              value={indicator.id}
              isChosen={filters.indicator.includes(indicator.id)}
              text={`${indicator.id}. ${indicator.label}`}
            />
          ))}
          {untold.length > 0 && (
            <p className="small quiet">{untold.join(", ")} là chữ hoặc ngày, không cộng được: xem ở từng báo cáo.</p>
          )}
        </fieldset>
      ))}
    </details>
  );
}

const Check = ({ name, value, isChosen, text }: { name: string; value: string; isChosen: boolean; text: string }) => (
  <label className="check">
    <input type="checkbox" name={name} value={value} defaultChecked={isChosen} /> {text}
  </label>
);
