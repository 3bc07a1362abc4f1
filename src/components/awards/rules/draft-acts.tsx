import { CommandForm } from "#components/ui/command-form";
import type { RuleSetDetail } from "#lib/awards/rule-sets/queries";
import { printDay } from "#lib/dates";

/** What its makers do with a draft: change, try, adopt, throw away. */
export function DraftActs({ set }: { set: RuleSetDetail }) {
  const base = `/api/awards/rules/${set.id}`;
  return (
    <CommandForm action={`${base}/adopt`} className="card mb-3">
      <input type="hidden" name="version" value={set.version} />
      <p>
        Bản nháp chưa áp dụng cho hồ sơ nào. Khi ban hành, hồ sơ đề nghị từ ngày {printDay(set.effectiveFrom)} theo bộ
        này; hồ sơ đã đề nghị trước đó giữ bộ quy định của ngày đề nghị. Đã ban hành thì không sửa được.
      </p>
      <p className="actions">
        <a className="btn" href={`/awards/rules/${set.id}/edit`}>
          Sửa tên, căn cứ, ngày
        </a>
        <a className="btn" href={`/awards/rules/${set.id}/trial`}>
          Thử trên hồ sơ hiện có
        </a>
        <button
          type="submit"
          className="btn btn-primary"
          data-confirm={`Ban hành “${set.title}” từ ngày ${printDay(set.effectiveFrom)}? Sau đó không sửa được bộ này nữa.`}
        >
          Ban hành
        </button>
        <button
          type="submit"
          className="btn btn-danger"
          formAction={`${base}/discard`}
          data-confirm={`Bỏ bản nháp “${set.title}”? Không khôi phục được.`}
        >
          Bỏ bản nháp
        </button>
      </p>
    </CommandForm>
  );
}
