import { CommandForm } from "#components/ui/command-form";
import { dayOf, printDay } from "#lib/dates";

export type Proposal = {
  id: string;
  indicatorId: string;
  label: string;
  from: string;
  proposedAt: Date;
  before: string;
  after: string;
};

type Props = { reportId: string; seen: Record<string, number>; proposals: Proposal[] };

/** Figures an upper level proposes: the unit takes or declines them; its own draft is never written over. */
export function ProposalForm({ reportId, seen, proposals }: Props) {
  return (
    <CommandForm action={`/api/reports/${reportId}/workbook/proposals`}>
      <input type="hidden" name="seen" value={JSON.stringify(seen)} />
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">Chọn</th>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">Đang có</th>
              <th scope="col">Được đề xuất</th>
              <th scope="col">Nơi đề xuất</th>
            </tr>
          </thead>
          <tbody>
            {proposals.map(({ id, indicatorId, label, from, proposedAt, before, after }) => (
              <tr key={id}>
                <td data-label="Chọn">
                  <input
                    type="checkbox"
                    name="proposals[]"
                    value={id}
                    defaultChecked
                    aria-label={`Chọn đề xuất của ${from} cho ô ${indicatorId}`}
                  />
                </td>
                <th scope="row">
                  <span className="code">{indicatorId}</span> {label}
                </th>
                <td data-label="Đang có" className="figures">
                  {before}
                </td>
                <td data-label="Được đề xuất" className="figures">
                  <strong>{after}</strong>
                  {before === after && <span className="quiet"> (đã khớp)</span>}
                </td>
                <td data-label="Nơi đề xuất">
                  {from}, ngày {printDay(dayOf(proposedAt))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="actions">
        <button type="submit" name="decision" value="take" className="btn btn-primary">
          Nhận các số liệu đã chọn
        </button>
        <button type="submit" name="decision" value="decline" className="btn">
          Không nhận các số liệu đã chọn
        </button>
      </p>
    </CommandForm>
  );
}
