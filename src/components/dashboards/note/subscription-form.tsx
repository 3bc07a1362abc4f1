import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import type { Subscription } from "#lib/dashboards/note/queries";
import { hours } from "#lib/dashboards/note/rules";
import type { Scope } from "#lib/dashboards/policy";
import { printDay } from "#lib/dates";
import styles from "./note.module.css";

/** Getting the note of this scope by mail, for oneself: at what hour, where to, or no longer. */
export function SubscriptionForm({
  scope,
  subscription,
  mailIsSetUp,
}: {
  scope: Scope;
  subscription: Subscription | null;
  mailIsSetUp: boolean;
}) {
  const route = `/api/dashboards/${scope.id}/note`;
  return (
    <section className={styles.mail}>
      <h2>Nhận bản tin qua thư</h2>
      <p>{subscription ? stateOf(subscription) : "Bản tin này, dạng PDF một trang, đến hộp thư vào giờ đã chọn."}</p>
      {!mailIsSetUp && (
        <Notice tone="care" title="Chưa cấu hình máy chủ thư">
          Thư sẽ chờ trong hàng đợi và được gửi khi quản trị hệ thống đặt máy chủ thư.
        </Notice>
      )}
      <CommandForm action={`${route}/subscribe`}>
        <div className={styles.fields}>
          <Field label="Địa chỉ thư" name="address" hint="Nên dùng hộp thư công vụ.">
            <input
              name="address"
              type="email"
              className="input"
              autoComplete="email"
              maxLength={200}
              required
              defaultValue={subscription?.address}
            />
          </Field>
          <Field label="Giờ gửi" name="hour" hint="Giờ Việt Nam">
            <select name="hour" className="input" defaultValue={subscription?.hour ?? hours.usual}>
              {Array.from({ length: hours.last - hours.first + 1 }, (_, index) => hours.first + index).map((hour) => (
                <option key={hour} value={hour}>
                  {hour} giờ
                </option>
              ))}
            </select>
          </Field>
          <Field label="Ngày gửi" name="weekdaysOnly" group>
            <label>
              <input
                type="checkbox"
                name="weekdaysOnly"
                value="1"
                defaultChecked={subscription?.weekdaysOnly ?? true}
              />{" "}
              Chỉ từ thứ Hai đến thứ Sáu
            </label>
          </Field>
        </div>
        <div className="actions">
          <button type="submit" className="btn btn-primary">
            {subscription ? "Lưu thay đổi" : "Đăng ký nhận bản tin"}
          </button>
          {subscription && (
            <button type="submit" className="btn" formAction={`${route}/unsubscribe`} formNoValidate>
              Thôi nhận bản tin
            </button>
          )}
        </div>
      </CommandForm>
    </section>
  );
}

const states = { sent: "đã gửi", waiting: "đang chờ gửi", failed: "không gửi được" };

function stateOf({ hour, weekdaysOnly, lastDay, lastState }: Subscription) {
  const when = `Đang nhận lúc ${hour} giờ ${weekdaysOnly ? "từ thứ Hai đến thứ Sáu" : "mỗi ngày"}.`;
  if (!lastDay) return `${when} Chưa có bản tin nào được gửi.`;
  return `${when} Bản tin gần nhất: ${printDay(lastDay)}${lastState ? ` (${states[lastState]})` : ""}.`;
}
