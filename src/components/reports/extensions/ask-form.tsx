import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { addDays, type Day, printDay } from "#lib/dates";
import type { ReportRow } from "#lib/reports/queries";

/** Asks the recipients for more time. `latest` is the last day that may be given; null = no bound. */
export function AskForm({ report, today, latest }: { report: ReportRow; today: Day; latest: Day | null }) {
  const dayAfter = addDays(report.dueOn, 1);
  const earliest = dayAfter > today ? dayAfter : today;
  if (latest && latest < earliest)
    return <p>Không còn ngày nào để gia hạn. Hãy gửi báo cáo sớm nhất có thể; báo cáo muộn vẫn được nhận.</p>;
  return (
    <section className="section" aria-labelledby="ask">
      <h2 id="ask">Đề nghị gia hạn</h2>
      <CommandForm action={`/api/reports/${report.id}/extensions`} className="card">
        <input type="hidden" name="dueOn" value={report.dueOn} />
        <Field
          label="Xin gia hạn đến hết ngày"
          name="untilOn"
          hint={`Hạn hiện nay: ${printDay(report.dueOn)}.${latest ? ` Chậm nhất: ${printDay(latest)}.` : ""}`}
        >
          <input
            id="untilOn"
            name="untilOn"
            type="date"
            className="input"
            min={earliest}
            max={latest ?? undefined}
            required
          />
        </Field>
        <Field label="Lý do" name="reason">
          <textarea id="reason" name="reason" className="input" rows={3} maxLength={1_000} required />
        </Field>
        <button type="submit" className="btn btn-primary">
          Gửi đề nghị tới {report.recipients.map(({ name }) => name).join(" và ")}
        </button>
      </CommandForm>
    </section>
  );
}
