import { Fragment } from "react";
import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { ListedNomination } from "#lib/awards/nominations/queries";
import type { Valued } from "#lib/awards/rule-set";
import type { Day } from "#lib/dates";
import { MarkTag } from "./nomination-tag.tsx";
import { DayField } from "./round-form.tsx";

type Props = {
  nominations: ListedNomination[];
  title: string;
  today: Day;
  nameOfAward: (awardId: string) => string;
  daysOf: (awardId: string) => Valued<number | null> | undefined;
};

/** Which dossiers are made public, where and from when; how long stands in the rule set. */
export function PublishForm({ nominations, title, today, nameOfAward, daysOf }: Props) {
  const awardIds = [...new Set(nominations.map(({ awardId }) => awardId))];
  return (
    <CommandForm action="/api/awards/publicities">
      <dl className="facts">
        {awardIds.map((awardId) => {
          const days = daysOf(awardId);
          return (
            <Fragment key={awardId}>
              <dt>{nameOfAward(awardId)}</dt>
              <dd>
                {days?.value ? `${days.value} ngày làm việc` : "không bắt buộc số ngày"}{" "}
                {days && (
                  <span className="quiet small">
                    {days.source} <MarkTag mark={days.mark} />
                  </span>
                )}
              </dd>
            </Fragment>
          );
        })}
      </dl>
      <Field label="Tên danh sách" name="title">
        <input className="input" name="title" required maxLength={300} defaultValue={title} />
      </Field>
      <Field label="Nơi công khai" name="place" hint="Ví dụ cổng thông tin điện tử, nhà văn hóa, bảng tin trụ sở.">
        <input className="input" name="place" required maxLength={300} />
      </Field>
      <DayField label="Công khai từ ngày" name="startsOn" day={today} />
      <Field
        label="Số ngày làm việc"
        name="days"
        hint="Để trống thì lấy theo bộ quy định; ghi khi cơ quan chọn dài hơn hoặc quy định không nêu."
      >
        <input className="input" name="days" inputMode="numeric" />
      </Field>
      <Field label="Hồ sơ" name="nominations" group>
        {nominations.map(({ id, subjectName, subjectAgencyName, awardId }) => (
          <label key={id} className="check">
            <input type="checkbox" name="nominations[]" value={id} defaultChecked /> {subjectName}, {subjectAgencyName}{" "}
            – {nameOfAward(awardId)}
          </label>
        ))}
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Công khai danh sách
        </button>
      </p>
    </CommandForm>
  );
}
