import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { addDays, type Day, printDay, printInstant } from "#lib/dates";
import type { ExtensionRow } from "#lib/reports/extensions/queries";
import type { ReportRow } from "#lib/reports/queries";

type Props = {
  report: ReportRow;
  request: ExtensionRow;
  /** the last day that may be given; null = no bound */
  latest: Day | null;
  decides: boolean;
  takesBack: boolean;
};

/** The request that waits, with what this person may do about it. */
export function DecidePanel({ report, request, latest, decides, takesBack }: Props) {
  const action = `/api/reports/${report.id}/extensions/${request.id}`;
  return (
    <section className="section" aria-labelledby="open">
      <h2 id="open">
        Đang đề nghị gia hạn đến hết ngày <span className="figures">{printDay(request.untilOn)}</span>
      </h2>
      <p className="quiet">
        {request.askedByName}, {request.askedByAgency}, lúc {printInstant(request.askedAt)}. Chờ{" "}
        {report.recipients.map(({ name }) => name).join(" hoặc ")} trả lời; nơi nào trả lời trước thì có hiệu lực.
      </p>
      <div className="prose my-2">
        <blockquote>{request.reason}</blockquote>
      </div>
      {decides && <Grant report={report} request={request} latest={latest} action={`${action}/grant`} />}
      <div className="move-panel">
        {decides && (
          <details>
            <summary className="btn">Không gia hạn</summary>
            <CommandForm action={`${action}/refuse`} className="move">
              <Field label="Lý do không gia hạn" name="note">
                <textarea id="refuse-note" name="note" className="input" rows={2} maxLength={1_000} required />
              </Field>
              <button type="submit" className="btn btn-danger">
                Trả lời không gia hạn
              </button>
            </CommandForm>
          </details>
        )}
        {takesBack && (
          <CommandForm action={`${action}/take-back`} confirm="Rút đề nghị gia hạn này?">
            <button type="submit" className="btn">
              Rút đề nghị
            </button>
          </CommandForm>
        )}
      </div>
    </section>
  );
}

function Grant({ report, request, latest, action }: Omit<Props, "decides" | "takesBack"> & { action: string }) {
  const most = latest && latest < request.untilOn ? latest : request.untilOn;
  return (
    <CommandForm action={action} className="card">
      <input type="hidden" name="dueOn" value={report.dueOn} />
      <Field
        label="Gia hạn đến hết ngày"
        name="untilOn"
        hint={`Sau hạn hiện nay ${printDay(report.dueOn)}, không muộn hơn ngày đơn vị đề nghị; có thể cho sớm hơn.`}
      >
        <input
          id="grant-untilOn"
          name="untilOn"
          type="date"
          className="input"
          min={addDays(report.dueOn, 1)}
          max={most}
          defaultValue={most}
          required
        />
      </Field>
      <Field label="Ghi chú cho đơn vị (không bắt buộc)" name="note">
        <textarea id="grant-note" name="note" className="input" rows={2} maxLength={1_000} />
      </Field>
      <button type="submit" className="btn btn-primary">
        Đồng ý gia hạn
      </button>
    </CommandForm>
  );
}
