import { Notice } from "#components/ui/notice";
import { printDay } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { mayAskExtension, mayDecideExtension } from "#lib/reports/extensions/policy";
import { obstacleTo } from "#lib/reports/extensions/rules";
import type { ReportRow } from "#lib/reports/queries";

/** The way from a report to its extension: what waits for an answer, what was given, or asking for it. */
export function ExtensionLink({ actor, report }: { actor: Actor; report: ReportRow }) {
  const href = `/reports/${report.id}/extension`;
  if (report.askedUntilOn)
    return (
      <Notice tone="extended" title={`Đơn vị đề nghị gia hạn đến hết ngày ${printDay(report.askedUntilOn)}.`}>
        <a href={href}>{mayDecideExtension(actor, report) ? "Xem lý do và trả lời" : "Xem đề nghị"}</a>
      </Notice>
    );
  if (report.originalDueOn)
    return (
      <p>
        <a href={href}>Vì sao được gia hạn từ {printDay(report.originalDueOn)}</a>
      </p>
    );
  if (!mayAskExtension(actor, report) || obstacleTo(report)) return null;
  return (
    <p>
      <a href={href}>Đề nghị gia hạn</a>
    </p>
  );
}
