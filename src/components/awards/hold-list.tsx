import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Tag } from "#components/ui/tag";
import { conclusionLabels, holdLabels } from "#lib/awards/labels";
import type { HoldRow } from "#lib/awards/subjects/queries";
import { printInstant } from "#lib/dates";

type Props = { subjectId: string; holds: HoldRow[]; mayHold: boolean };

/** Why nothing may be proposed or decided for a subject now, and what was before. */
export function HoldList({ subjectId, holds, mayHold }: Props) {
  return (
    <>
      {holds.length === 0 && <p className="quiet">Chưa có lần tạm dừng nào.</p>}
      <ul className="link-list">
        {holds.map((hold) => (
          <li key={hold.id}>
            <Tag tone={hold.liftedAt ? "still" : "wrong"} shape={hold.liftedAt ? "–" : "!"}>
              {hold.liftedAt ? "Đã kết thúc" : "Đang tạm dừng"}
            </Tag>{" "}
            <b>{holdLabels[hold.kind] ?? hold.kind}</b>: {hold.reason} <span className="quiet">({hold.source})</span>
            <br />
            <span className="quiet">
              {hold.placedByName}, {printInstant(hold.placedAt)}
              {hold.liftedAt &&
                ` – ${hold.liftedByName}, ${printInstant(hold.liftedAt)}: ${conclusionLabels[hold.conclusion ?? ""] ?? ""}`}
            </span>
            {mayHold && !hold.liftedAt && <Lift subjectId={subjectId} holdId={hold.id} />}
          </li>
        ))}
      </ul>
      {mayHold && <Place subjectId={subjectId} />}
    </>
  );
}

function Lift({ subjectId, holdId }: { subjectId: string; holdId: string }) {
  return (
    <CommandForm action={`/api/awards/subjects/${subjectId}/holds/${holdId}/lift`} className="move">
      <Field label="Kết luận" name="conclusion">
        <select className="input" name="conclusion">
          {Object.entries(conclusionLabels).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" className="btn">
        Kết thúc tạm dừng
      </button>
    </CommandForm>
  );
}

function Place({ subjectId }: { subjectId: string }) {
  return (
    <details>
      <summary className="btn">Tạm dừng xét khen thưởng</summary>
      <CommandForm action={`/api/awards/subjects/${subjectId}/holds`} className="move">
        <p className="quiet">
          Chưa đề nghị, chưa xét khi đang xem xét kỷ luật, điều tra, thanh tra, kiểm toán, có khiếu nại, tố cáo hoặc báo
          chí nêu đang được xác minh (Nghị định 152/2025/NĐ-CP, Điều 4, khoản 4). Không ghi bí mật nhà nước, tên người
          tố cáo.
        </p>
        <Field label="Lý do tạm dừng" name="kind">
          <select className="input" name="kind">
            {Object.entries(holdLabels).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Nội dung" name="reason">
          <textarea className="input" name="reason" rows={2} required maxLength={1000} />
        </Field>
        <Field label="Nguồn, văn bản" name="source">
          <input className="input" name="source" required maxLength={300} />
        </Field>
        <button type="submit" className="btn btn-danger">
          Tạm dừng
        </button>
      </CommandForm>
    </details>
  );
}
