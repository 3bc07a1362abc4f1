import { Notice } from "#components/ui/notice";
import { isProgress, type PublicMeasure } from "#lib/publication/measures";
import { LEAST_UNITS, MOST_LEAST_UNITS } from "#lib/publication/schema";

type Props = {
  periods: string[];
  period: string;
  offered: PublicMeasure[];
  chosen: string[];
  least: number;
  problem: string | null;
};

/** First step: which numbers of which period. Sending it shows them as the public would see them; nothing is public yet. */
export function MeasureChoice({ periods, period, offered, chosen, least, problem }: Props) {
  const box = ({ id, label }: PublicMeasure) => (
    <label key={id} className="check">
      <input type="checkbox" name="measures" value={id} defaultChecked={chosen.includes(id)} /> {label}
    </label>
  );
  return (
    <section className="section">
      <h2>Chọn số liệu để công bố</h2>
      {problem && <Notice tone="wrong">{problem}</Notice>}
      <form method="get" action="/publications">
        <div className="filters">
          <label>
            Kỳ báo cáo
            <select name="period" className="input" defaultValue={period}>
              {periods.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label>
            Không công bố số dựa trên ít hơn
            <input className="input" type="number" name="least" min={2} max={MOST_LEAST_UNITS} defaultValue={least} />{" "}
            báo cáo
          </label>
        </div>
        <p className="small quiet">
          Mức {LEAST_UNITS} báo cáo do hệ thống đề xuất, chưa có văn bản quy định; cơ quan công bố có thể đặt mức cao
          hơn.
        </p>
        <fieldset>
          <legend>Tiến độ</legend>
          {offered.filter(isProgress).map(box)}
        </fieldset>
        <details open={chosen.some((id) => offered.some((one) => one.id === id && !isProgress(one)))}>
          <summary>Số liệu của báo cáo</summary>
          <fieldset>
            <legend className="sr-only">Số liệu của báo cáo</legend>
            {offered.filter((one) => !isProgress(one)).map((one) => box({ ...one, label: `${one.id}. ${one.label}` }))}
          </fieldset>
        </details>
        <button type="submit" className="btn">
          Xem trước
        </button>
      </form>
    </section>
  );
}
