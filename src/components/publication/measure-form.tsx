type Option = { id: string; label: string };

/** Chooses the period and the number that the map and the table show. */
export function MeasureForm({
  periods,
  period,
  measures,
  measure,
}: {
  periods: string[];
  period: string;
  measures: Option[];
  measure: string;
}) {
  return (
    <form method="get" action="/progress" className="filters">
      <label>
        Kỳ báo cáo
        <select name="period" className="input" defaultValue={period}>
          {periods.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        Số liệu
        <select name="measure" className="input" defaultValue={measure}>
          {measures.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        Xem
      </button>
    </form>
  );
}
