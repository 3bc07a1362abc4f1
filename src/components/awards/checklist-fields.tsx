import { LOOKED_AT } from "#lib/awards/eligibility/facts";
import type { NominationRow } from "#lib/awards/nominations/queries";
import type { AwardRule, Valued } from "#lib/awards/rule-set";
import { MarkTag } from "./nomination-tag.tsx";

type Item = { id: string; value: string } & Partial<Pick<Valued<string>, "mark" | "source">> & { required?: boolean };

type Props = {
  nomination: Pick<NominationRow, "checklist" | "subjectKind">;
  award: AwardRule;
  /** another award or dossier of the subject overlaps: why this is another achievement has to be said */
  asksWhy: boolean;
  /** a complaint came in while the list was public */
  asksSettled?: boolean;
};

/** The checklist of the rule set: papers of the dossier, and conditions for which somebody looks at evidence. */
export function ChecklistFields({ nomination, award, asksWhy, asksSettled = false }: Props) {
  const conditions = award.preconditions.filter(
    ({ check, subjects }) =>
      check !== "priorAward" && (subjects === undefined || subjects.includes(nomination.subjectKind)),
  );
  const looked: Item[] = [
    ...(asksWhy
      ? [
          {
            id: LOOKED_AT.otherAchievement,
            value: "Là thành tích khác với khen thưởng trùng giai đoạn (ghi rõ vì sao)",
          },
        ]
      : []),
    ...(asksSettled
      ? [{ id: LOOKED_AT.complaintSettled, value: "Khiếu nại, tố cáo khi công khai đã được giải quyết" }]
      : []),
  ];
  return (
    <>
      <Group title="Thành phần hồ sơ" items={award.dossier} checklist={nomination.checklist} />
      <Group title="Tiêu chuẩn cần minh chứng" items={conditions} checklist={nomination.checklist} />
      <Group title="Xem xét thêm" items={looked} checklist={nomination.checklist} />
    </>
  );
}

function Group({ title, items, checklist }: { title: string; items: Item[]; checklist: NominationRow["checklist"] }) {
  if (items.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{title}</legend>
      {items.map(({ id, value, mark, source, required }) => (
        <div key={id} className="field">
          <label className="check">
            <input type="checkbox" name={`have.${id}`} defaultChecked={checklist[id]?.have ?? false} /> {value}
            {required === false && <span className="quiet"> (nếu có)</span>}
          </label>
          <input
            className="input"
            name={`note.${id}`}
            defaultValue={checklist[id]?.note}
            aria-label={`Ghi chú: ${value}`}
            placeholder="Ghi chú: số, ngày văn bản, nơi lưu"
            maxLength={1000}
          />
          {source && (
            <p className="quiet small">
              {source} {mark && <MarkTag mark={mark} />}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
