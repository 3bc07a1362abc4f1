import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { SubjectKind } from "#generated/prisma/enums";
import { subjectLabels } from "#lib/awards/labels";

/** Whom an award may be for; the least there is to say about them. */
export function SubjectForm({ round, agencyId }: { round: string; agencyId: string }) {
  return (
    <CommandForm action="/api/awards/subjects">
      <input type="hidden" name="round" value={round} />
      <Field label="Loại đối tượng" name="kind">
        <select className="input" name="kind">
          {(Object.keys(subjectLabels) as SubjectKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {subjectLabels[kind]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Tên tập thể, họ và tên cá nhân, hoặc tên chủ hộ" name="name">
        <input className="input" name="name" required maxLength={200} autoComplete="off" />
      </Field>
      <Field
        label="Cơ quan, đơn vị"
        name="agency"
        hint="Mã cơ quan (ví dụ 00070) hoặc tên đầy đủ, trong phạm vi của cơ quan đồng chí."
      >
        <input className="input" name="agency" required defaultValue={agencyId} autoComplete="off" />
      </Field>
      <Field
        label="Bộ phận hoặc chức vụ"
        name="description"
        hint="Ví dụ Tổ dân phố số 3; Công chức Văn phòng. Có thể để trống."
      >
        <input className="input" name="description" maxLength={200} autoComplete="off" />
      </Field>
      <Field label="Năm sinh (cá nhân)" name="birthYear" hint="Chỉ ghi năm, để phân biệt người trùng tên.">
        <input className="input" name="birthYear" inputMode="numeric" maxLength={4} />
      </Field>
      <YesNo label="Nữ (cá nhân)" name="isWoman" />
      <YesNo label="Người trực tiếp lao động, sản xuất, công tác" name="isDirectWorker" />
      <Field label="Số thành viên (tập thể)" name="members">
        <input className="input" name="members" inputMode="numeric" />
      </Field>
      <Field label="Trong đó nữ" name="womenMembers">
        <input className="input" name="womenMembers" inputMode="numeric" />
      </Field>
      <Field label="Đây là đối tượng khác với các đối tượng gần giống đã ghi" name="isAnother">
        <input type="checkbox" name="isAnother" />
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Ghi đối tượng
        </button>
      </p>
    </CommandForm>
  );
}

function YesNo({ label, name }: { label: string; name: string }) {
  return (
    <Field label={label} name={name}>
      <select className="input" name={name} defaultValue="">
        <option value="">Không ghi</option>
        <option value="yes">Có</option>
        <option value="no">Không</option>
      </select>
    </Field>
  );
}
