import { StateTag } from "#components/reports/state-tag";
import { CommandForm } from "#components/ui/command-form";
import { Empty } from "#components/ui/empty";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import type { RemindableUnit } from "#lib/dashboards/reminders/lists";
import { MOST_WORDS } from "#lib/dashboards/reminders/schema";
import { type Day, printDay, printRemaining } from "#lib/dates";
import { printNumber } from "#lib/text";

type Props = {
  requestKey: string;
  list: string;
  title: string;
  units: RemindableUnit[];
  today: Day;
  mailIsSetUp: boolean;
};

/** Who will be reminded, in what words. Units can be left out; those reminded today already are. */
export function RemindForm({ requestKey, list, title, units, today, mailIsSetUp }: Props) {
  const open = units.filter(({ isReminded }) => !isReminded);
  const reminded = units.length - open.length;
  const withMailbox = open.filter(({ hasMailbox }) => hasMailbox).length;
  if (open.length === 0)
    return (
      <Empty title="Không có đơn vị nào để nhắc">
        {reminded > 0
          ? `${printNumber(reminded)} đơn vị trong danh sách đã được cơ quan đồng chí nhắc hôm nay.`
          : "Danh sách không có đơn vị nào thuộc phạm vi theo dõi."}{" "}
        <a href="/dashboards/reminders">Xem các lần đã nhắc</a>
      </Empty>
    );
  return (
    <CommandForm action="/api/dashboards/reminders">
      <input type="hidden" name="key" value={requestKey} />
      <input type="hidden" name="list" value={list} />
      <p>
        <strong>{printNumber(open.length)} đơn vị</strong> trong danh sách “{title}”. Lời nhắc hiện ở trang Việc cần làm
        và trên báo cáo của từng đơn vị; {printNumber(withMailbox)} đơn vị có hộp thư sẽ nhận thêm thư điện tử.
        {reminded > 0 && ` ${printNumber(reminded)} đơn vị đã được nhắc hôm nay nên không nhắc lại.`}
      </p>
      {!mailIsSetUp && (
        <Notice tone="care" title="Chưa cấu hình máy chủ thư">
          Thư sẽ chờ trong hàng đợi và được gửi khi quản trị hệ thống đặt máy chủ thư. Lời nhắc trên trang vẫn đến ngay.
        </Notice>
      )}
      <Field label="Nội dung nhắc" name="message">
        <textarea
          name="message"
          className="input"
          rows={4}
          maxLength={MOST_WORDS}
          required
          defaultValue={usualWords(open, today)}
        />
      </Field>
      <div className="actions">
        <button type="submit" className="btn btn-primary">
          Gửi lời nhắc
        </button>
        <a href={list} className="btn">
          Quay lại danh sách
        </a>
      </div>
      <div className="table-wrap">
        <table className="table table-dense table-stack">
          <caption className="sr-only">Đơn vị sẽ được nhắc</caption>
          <thead>
            <tr>
              <th scope="col">Nhắc</th>
              <th scope="col">Đơn vị</th>
              <th scope="col">Trạng thái</th>
              <th scope="col">Hạn</th>
              <th scope="col">Hộp thư</th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ reportId, name, provinceName, status, dueOn, hasMailbox }) => (
              <tr key={reportId}>
                <td data-label="Nhắc">
                  <input type="checkbox" name="reports[]" value={reportId} defaultChecked aria-label={`Nhắc ${name}`} />
                </td>
                <th scope="row">
                  <a href={`/reports/${reportId}`}>
                    {name}
                    {provinceName && <span className="quiet">, {provinceName}</span>}
                  </a>
                </th>
                <td data-label="Trạng thái">
                  <StateTag status={status} />
                </td>
                <td data-label="Hạn" className="figures">
                  {printDay(dueOn)}
                </td>
                <td data-label="Hộp thư">{hasMailbox ? "Có" : "Chưa có"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </CommandForm>
  );
}

function usualWords(units: RemindableUnit[], today: Day) {
  const [first] = units;
  const sameDay = first && units.every(({ dueOn }) => dueOn === first.dueOn);
  const due = sameDay ? ` (hạn cuối ${printDay(first.dueOn)}, ${printRemaining(today, first.dueOn)})` : "";
  return `Đề nghị đơn vị hoàn thành, ký và gửi báo cáo kết quả thực hiện phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”${due}. Nếu có vướng mắc, đề nghị trao đổi ngay với cơ quan nhận báo cáo.`;
}
