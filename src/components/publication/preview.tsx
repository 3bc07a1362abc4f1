import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import type { Composed } from "#lib/publication/compose";
import { textOf } from "#lib/publication/measures";
import type { Choice } from "#lib/publication/schema";
import { printNumber } from "#lib/text";
import styles from "./public.module.css";

/** Second step: every number exactly as the public will read it, and the act that makes it so. */
export function Preview({ choice, composed }: { choice: Choice; composed: Composed }) {
  const { measures, places, numbers, digest } = composed;
  const hidden = numbers.filter((one) => one.hidden).length;
  const numberOf = new Map(numbers.map((one) => [`${one.measureId} ${one.placeId}`, one]));
  return (
    <section className="section">
      <h2>Xem trước: công chúng sẽ đọc đúng như sau</h2>
      {hidden > 0 && (
        <Notice tone="care">
          {printNumber(hidden)} số không công bố vì dựa trên ít hơn {choice.least} báo cáo, chỉ khác ít báo cáo so với
          lần công bố trước, hoặc có thể dùng để tính ra số như vậy.
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={`table-wrap ${styles.wide}`} tabIndex={0} aria-label="Số liệu sẽ công bố">
        <table className="table table-dense">
          <thead>
            <tr>
              <th scope="col">Nơi</th>
              {measures.map(({ id, label }) => (
                <th key={id} scope="col" className="num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place.id}>
                <th scope="row">{place.name}</th>
                {measures.map((measure) => (
                  <td key={measure.id} className="num">
                    {textOf(measure, numberOf.get(`${measure.id} ${place.id}`))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CommandForm
        action="/api/publications"
        confirm={`Công bố số liệu kỳ ${choice.period} cho mọi người? Số liệu đang công khai của kỳ này được thay bằng số liệu trên.`}
      >
        <input type="hidden" name="period" value={choice.period} />
        <input type="hidden" name="measures" value={choice.measures.join(",")} />
        <input type="hidden" name="least" value={choice.least} />
        <input type="hidden" name="seen" value={digest} />
        <Field label="Ghi chú cho công chúng (không bắt buộc)" name="note">
          <input className="input" name="note" maxLength={500} />
        </Field>
        <button type="submit" className="btn btn-primary">
          Công bố
        </button>
      </CommandForm>
    </section>
  );
}
