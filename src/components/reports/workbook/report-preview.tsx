import { CommandForm } from "#components/ui/command-form";
import { Notice } from "#components/ui/notice";
import type { Check } from "#lib/reports/checks";
import type { Change } from "#lib/reports/workbook/preview";
import type { FileProblem } from "#lib/reports/workbook/read-report";
import { printNumber } from "#lib/text";
import { ChangeTable } from "./change-table.tsx";
import { FileProblemTable } from "./file-problem-table.tsx";

type Props = {
  reportId: string;
  uploadId: string;
  /** the versions of the sections the preview was made against */
  seen: Record<string, number>;
  writes: boolean;
  /** how many entries the file says otherwise than its template */
  edited: number;
  changes: Change[];
  problems: FileProblem[];
  /** what would still keep the report from being sent */
  remaining: Check[];
  hrefOf: (id: string) => string;
};

/** Changes to take, problems to put right, and what would remain: good rows need not wait for bad ones. */
export function ReportPreview({
  reportId,
  uploadId,
  seen,
  writes,
  edited,
  changes,
  problems,
  remaining,
  hrefOf,
}: Props) {
  const same = edited - changes.length;
  const act = (verb: string) => `/api/reports/${reportId}/workbook/${uploadId}/${verb}`;
  return (
    <>
      {problems.length > 0 && (
        <section className="section">
          <h2>Chỗ chưa nhận được: {printNumber(problems.length)}</h2>
          <p className="mb-2">
            Sửa trong tệp rồi tải lên lại, hoặc nhận các thay đổi bên dưới rồi nhập những ô này trên màn hình.
          </p>
          <FileProblemTable problems={problems} hrefOf={hrefOf} />
        </section>
      )}
      <CommandForm action={act("take")} className="section">
        <h2>Thay đổi: {printNumber(changes.length)}</h2>
        {same > 0 && <p className="quiet">{printNumber(same)} ô khác trong tệp đã khớp với báo cáo.</p>}
        <input type="hidden" name="seen" value={JSON.stringify(seen)} />
        {changes.length > 0 ? <ChangeTable changes={changes} /> : <p>Không có thay đổi nào để nhận.</p>}
        {!writes && <Notice tone="care">Báo cáo không còn ở bước nhập nên không nhận được các thay đổi này.</Notice>}
        <p className="actions">
          {writes && changes.length > 0 && (
            <button type="submit" className="btn btn-primary">
              Nhận các thay đổi đã chọn
            </button>
          )}
          <button
            type="submit"
            className="btn"
            formAction={act("discard")}
            data-confirm="Bỏ tệp này? Báo cáo giữ nguyên."
          >
            Bỏ tệp này
          </button>
        </p>
      </CommandForm>
      {remaining.length > 0 && (
        <section className="section prose">
          <h2>Sau khi nhận, còn phải sửa hoặc giải trình: {printNumber(remaining.length)}</h2>
          <ul>
            {remaining.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {message} <a href={hrefOf(field.slice(field.indexOf(".") + 1))}>Mở ô</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
