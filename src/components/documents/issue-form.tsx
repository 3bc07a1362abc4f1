import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import type { Day } from "#lib/dates";
import { capacities, capacityLabels, type Signature } from "#lib/documents/presentation";
import styles from "./documents.module.css";

type Props = {
  reportId: string;
  /** number of the sent version on screen */
  version: number;
  /** what is known already, or what the document that stands was issued with */
  known: {
    number: string;
    symbol: string;
    issuedOn: Day;
    place: string;
    superior: string;
    copies: string[];
    signature: Signature;
  };
  today: Day;
  /** a document of this version stands: issuing again replaces it and needs a reason */
  replaces: boolean;
};

/** What the agency's clerk fills in from the register and the signed paper. The number is never suggested. */
export function IssueForm({ reportId, version, known, today, replaces }: Props) {
  return (
    <CommandForm
      action={`/api/reports/${reportId}/documents/issue`}
      className={styles.form}
      confirm={`Phát hành ${replaces ? "lại " : ""}văn bản của bản ${version}? Sau khi phát hành, nội dung văn bản không thay đổi được nữa.`}
    >
      <input type="hidden" name="version" value={version} />
      <div className={styles.row}>
        <Text
          name="number"
          label="Số văn bản"
          value={known.number}
          hint="Theo sổ đăng ký văn bản đi của cơ quan."
          numeric
        />
        <Text name="symbol" label="Ký hiệu" value={known.symbol} hint="Ví dụ BC-UBND." />
        <Field label="Ngày văn bản" name="issuedOn" hint="Ngày đã ký.">
          <input className="input" type="date" name="issuedOn" required defaultValue={known.issuedOn} max={today} />
        </Field>
        <Text name="place" label="Địa danh" value={known.place} />
      </div>
      <Text
        name="superior"
        label="Cơ quan chủ quản"
        value={known.superior}
        hint="Bỏ trống khi văn bản không ghi cơ quan chủ quản."
        optional
      />
      <SignatureFields signature={known.signature} />
      <Field label="Nơi nhận" name="copies" hint="Mỗi nơi một dòng.">
        <textarea className="input" name="copies" rows={4} required defaultValue={known.copies.join("\n")} />
      </Field>
      {replaces && (
        <Text
          name="reason"
          label="Lý do phát hành lại"
          value=""
          hint="Văn bản trước vẫn tra cứu được và ghi rõ đã được thay thế."
        />
      )}
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          {replaces ? "Phát hành lại" : "Phát hành"}
        </button>
      </p>
    </CommandForm>
  );
}

function SignatureFields({ signature }: { signature: Signature }) {
  return (
    <div className={styles.row}>
      <Text
        name="forWhom"
        label="Ký thay mặt (TM.)"
        value={signature.forWhom}
        hint="Ví dụ Ủy ban nhân dân; bỏ trống nếu không có."
        optional
      />
      <Field label="Thẩm quyền ký" name="capacity">
        <select className="input" name="capacity" defaultValue={signature.capacity}>
          {capacities.map((capacity) => (
            <option key={capacity} value={capacity}>
              {capacityLabels[capacity]}
            </option>
          ))}
        </select>
      </Field>
      <Text
        name="superiorPosition"
        label="Chức vụ được ký thay"
        value={signature.superiorPosition}
        hint="Chỉ ghi khi ký KT., TL., TUQ."
        optional
      />
      <Text name="position" label="Chức vụ người ký" value={signature.position} />
      <Text name="signerName" label="Họ và tên người ký" value={signature.name} />
    </div>
  );
}

type TextProps = { name: string; label: string; value: string; hint?: string; optional?: boolean; numeric?: boolean };

function Text({ name, label, value, hint, optional = false, numeric = false }: TextProps) {
  return (
    <Field label={label} name={name} hint={hint}>
      <input
        className="input"
        name={name}
        required={!optional}
        defaultValue={value}
        autoComplete="off"
        inputMode={numeric ? "numeric" : "text"}
      />
    </Field>
  );
}
