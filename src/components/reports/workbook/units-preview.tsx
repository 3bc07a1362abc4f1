import { CommandForm } from "#components/ui/command-form";
import type { FileProblem } from "#lib/reports/workbook/read-report";
import { printNumber } from "#lib/text";
import { FileProblemTable } from "./file-problem-table.tsx";
import { type ProposedUnit, UnitTable } from "./unit-table.tsx";

type Props = { reportId: string; uploadId: string; units: ProposedUnit[]; problems: FileProblem[] };

/** Proposals of a file by unit, to be sent to those that are chosen. */
export function UnitsPreview({ reportId, uploadId, units, problems }: Props) {
  const act = (verb: string) => `/api/reports/${reportId}/workbook/${uploadId}/${verb}`;
  const figures = units.reduce((sum, unit) => sum + unit.figures.length, 0);
  return (
    <>
      {problems.length > 0 && (
        <section className="section">
          <h2>Chỗ chưa nhận được: {printNumber(problems.length)}</h2>
          <FileProblemTable problems={problems} />
        </section>
      )}
      <CommandForm action={act("propose")} className="section">
        <h2>
          Đề xuất: {printNumber(figures)} số liệu cho {printNumber(units.length)} đơn vị
        </h2>
        {units.length > 0 ? <UnitTable units={units} /> : <p>Không có số liệu nào đề xuất được.</p>}
        <p className="actions">
          {units.length > 0 && (
            <button type="submit" className="btn btn-primary">
              Gửi đề xuất tới các đơn vị đã chọn
            </button>
          )}
          <button
            type="submit"
            className="btn"
            formAction={act("discard")}
            data-confirm="Bỏ tệp này? Không đơn vị nào nhận đề xuất."
          >
            Bỏ tệp này
          </button>
        </p>
      </CommandForm>
    </>
  );
}
