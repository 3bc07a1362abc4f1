import { CommandForm } from "#components/ui/command-form";
import { Notice } from "#components/ui/notice";
import { similarityMeaning } from "#lib/plans/labels";
import type { Reading } from "./reading.tsx";

/** How much of the plan was rebuilt from a scan, what that means, and for who may: confirming all of it. */
export function Unconfirmed({ plan, mayConfirm }: Reading) {
  if (plan.unconfirmed === 0) return null;
  return (
    <Notice tone="extended" title={`${plan.unconfirmed} đoạn phục hồi từ bản quét chưa được đối chiếu với bản ký`}>
      <p>{similarityMeaning} Trước khi dùng làm căn cứ chính thức, cần đối chiếu với bản ký của văn bản.</p>
      {plan.metadata.reconstruction_method && (
        <details className="small">
          <summary>Cách phục hồi</summary>
          <p>{plan.metadata.reconstruction_method}</p>
        </details>
      )}
      {mayConfirm && (
        <CommandForm
          action={`/api/plans/${plan.id}/confirm`}
          confirm={`Xác nhận đã đối chiếu cả ${plan.unconfirmed} đoạn với bản ký? Tên đồng chí và ngày xác nhận sẽ hiện cạnh từng đoạn.`}
        >
          <input type="hidden" name="seen" value={plan.unconfirmedDigest} />
          <p className="actions mt-2">
            <button type="submit" className="btn">
              Xác nhận đã đối chiếu tất cả
            </button>
          </p>
        </CommandForm>
      )}
    </Notice>
  );
}
