import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { RoundKind } from "#generated/prisma/enums";
import { roundLabels } from "#lib/awards/labels";
import type { RoundRow } from "#lib/awards/rounds/queries";
import type { AwardRule } from "#lib/awards/rule-set";
import { printDay } from "#lib/dates";

type Props = { awards: AwardRule[] /** the round to change; without one, a new one is opened */; round?: RoundRow };

/** A round: what it honours, when it takes dossiers, for which forms, and how many of each at most. */
export function RoundForm({ awards, round }: Props) {
  return (
    <CommandForm action={round ? `/api/awards/rounds/${round.id}` : "/api/awards/rounds"}>
      {round && <input type="hidden" name="version" value={round.version} />}
      <Field label="Tên đợt xét" name="title">
        <input className="input" name="title" required maxLength={200} defaultValue={round?.title} />
      </Field>
      <Field label="Loại đợt" name="kind">
        <select className="input" name="kind" defaultValue={round?.kind ?? "annual"}>
          {(Object.keys(roundLabels) as RoundKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {roundLabels[kind]}
            </option>
          ))}
        </select>
      </Field>
      <DayField label="Thành tích từ ngày" name="achievedFrom" day={round?.achievedFrom} />
      <DayField label="Thành tích đến ngày" name="achievedTo" day={round?.achievedTo} />
      <DayField label="Nhận hồ sơ từ ngày" name="opensOn" day={round?.opensOn} />
      <DayField label="Nhận hồ sơ đến hết ngày" name="closesOn" day={round?.closesOn} />
      <Field
        label="Hình thức khen thưởng và số lượng tối đa"
        name="awardIds"
        group
        hint="Để trống số lượng nếu không đặt mức tối đa."
      >
        <table className="table table-dense">
          <thead>
            <tr>
              <th scope="col">Hình thức</th>
              <th scope="col" className="num">
                Tối đa
              </th>
            </tr>
          </thead>
          <tbody>
            {awards.map(({ id, name }) => (
              <tr key={id}>
                <td>
                  <label className="check">
                    <input
                      type="checkbox"
                      name="awardIds[]"
                      value={id}
                      defaultChecked={round?.awardIds.includes(id) ?? false}
                    />{" "}
                    {name}
                  </label>
                </td>
                <td className="num">
                  <input
                    className="input num"
                    name={`most.${id}`}
                    inputMode="numeric"
                    size={5}
                    aria-label={`Số lượng tối đa: ${name}`}
                    defaultValue={round?.quotas[id]?.most}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          {round ? "Lưu đợt xét" : "Mở đợt xét"}
        </button>
        <a className="btn btn-quiet" href={round ? `/awards/rounds/${round.id}` : "/awards"}>
          Thôi
        </a>
      </p>
    </CommandForm>
  );
}

/** A day as it is typed here: 23/11/2026. */
export function DayField({
  label,
  name,
  day,
  hint,
  required = true,
}: {
  label: string;
  name: string;
  day?: string | null | undefined;
  hint?: string;
  required?: boolean;
}) {
  return (
    <Field label={label} name={name} hint={hint ?? "Ví dụ 23/11/2026"}>
      <input
        className="input"
        name={name}
        inputMode="numeric"
        required={required}
        defaultValue={day ? printDay(day) : undefined}
      />
    </Field>
  );
}
