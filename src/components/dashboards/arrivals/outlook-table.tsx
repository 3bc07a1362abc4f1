import { limits } from "#lib/dashboards/arrivals/forecast";
import type { Outlook, Tests } from "#lib/dashboards/arrivals/outlook";
import { printDay } from "#lib/dates";
import { printNumber, printShare } from "#lib/text";

/** Each day reports fall due: the result when it is past, the forecast with its interval, or why there is none. */
export function OutlookTable({ outlooks }: { outlooks: Outlook[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Hạn cuối</th>
            <th scope="col" className="num">
              Phải báo cáo
            </th>
            <th scope="col" className="num">
              Đã gửi
            </th>
            <th scope="col">Tỷ lệ đúng hạn</th>
          </tr>
        </thead>
        <tbody>
          {outlooks.map((outlook) => (
            <tr key={outlook.dueOn}>
              <th scope="row">{printDay(outlook.dueOn)}</th>
              <td data-label="Phải báo cáo" className="num">
                {printNumber(outlook.expected)}
              </td>
              <td data-label="Đã gửi" className="num">
                {printNumber(outlook.sent)} ({printShare(outlook.sent, outlook.expected)})
              </td>
              <td data-label="Tỷ lệ đúng hạn">
                <span>{wordsOf(outlook)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function wordsOf(outlook: Outlook) {
  const { expected, onTime } = outlook;
  if (outlook.state === "over") return `Kết quả: ${printShare(onTime, expected)} (${printNumber(onTime)} đơn vị)`;
  if (outlook.state === "open") return `Không dự báo: ${outlook.why}.`;
  const { basis, low, high, likely, places, units } = outlook.forecast;
  if (basis === "certain") return "100 %: tất cả đã gửi";
  const ground =
    basis === "spread"
      ? `theo ${printNumber(places)} tỉnh, thành phố của kỳ trước`
      : `theo ${printNumber(units)} đơn vị chưa gửi vào cùng thời điểm của kỳ trước`;
  return (
    <>
      Dự báo <strong>{printShare(likely, expected)}</strong>, khoảng {printShare(low, expected)} đến{" "}
      {printShare(high, expected)} <span className="quiet">({ground})</span>
    </>
  );
}

const hourWords = (hour: number) =>
  hour % 24 === 0 ? `${printNumber(hour / 24)} ngày làm việc` : `${printNumber(hour)} giờ`;

const point = (value: number) => printNumber(Math.round(value * 10) / 10);

const sources: Record<Tests["from"], string> = {
  before: "từ nhịp gửi của các năm trước đó",
  others: "lần lượt bỏ ra từng tỉnh, dự báo tỉnh đó từ các tỉnh còn lại cùng năm",
};

/** What such forecasts would have been worth in the periods that are over. */
export function TestTable({ tests: { period, from, rows } }: { tests: Tests }) {
  const title = `Kiểm tra lại trên năm ${period}: ${sources[from]}`;
  return (
    <section>
      <h3>{title}</h3>
      <table className="table table-dense table-stack" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Dự báo trước hạn</th>
            <th scope="col" className="num">
              Sai lệch trung vị (điểm %)
            </th>
            <th scope="col" className="num">
              Sai lệch lớn nhất (điểm %)
            </th>
            <th scope="col" className="num">
              Kết quả nằm trong khoảng
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour, median, greatest, held, places }) => (
            <tr key={hour}>
              <th scope="row">{hourWords(hour)}</th>
              <td data-label="Sai lệch trung vị" className="num">
                {point(median)}
              </td>
              <td data-label="Sai lệch lớn nhất" className="num">
                {point(greatest)}
              </td>
              <td data-label="Kết quả nằm trong khoảng" className="num">
                {printNumber(held)}/{printNumber(places)} tỉnh
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How the forecast is made, in words for who reads it. */
export function Method() {
  return (
    <div className="small">
      <p>
        Cách tính: số đã gửi giữ nguyên; phần còn lại được đọc theo hai cách từ các kỳ đã qua hạn, vào cùng thời điểm
        trước hạn (thứ Bảy, Chủ nhật không tính, trừ ngày cuối): (1) các đơn vị chưa gửi kịp hạn với tỷ lệ như các đơn
        vị chưa gửi khi đó; (2) nhịp gửi năm nay giữ nguyên, toàn bộ so với phần đã gửi như khi đó. Càng gần hạn, cách
        (2) càng có trọng số. Khoảng dự báo bao cả hai cách, mỗi cách rộng theo chênh lệch giữa các tỉnh (bỏ 10 % tỉnh
        thấp nhất và 10 % tỉnh cao nhất); khi có dưới {limits.places} tỉnh hoặc khối để so, theo số đơn vị chưa gửi khi
        đó (quy tắc kế tiếp Laplace).
      </p>
      <p>
        Khoảng này được đặt để đúng khoảng 8 trên 10 lần, nếu năm nay không khác các năm trước quá mức các tỉnh khác
        nhau. Một năm đã qua chưa cho biết các năm khác nhau đến đâu. Các ngưỡng do hệ thống đề xuất, chưa có văn bản
        quy định.
      </p>
    </div>
  );
}
