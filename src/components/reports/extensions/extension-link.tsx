import { Notice } from "#components/ui/notice";
import { printDay } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { mayAskExtension, mayDecideExtension } from "#lib/reports/extensions/policy";
import { obstacleTo } from "#lib/reports/extensions/rules";
import type { ReportRow } from "#lib/reports/queries";

/** What is to be known of a report's extension: that one waits for an answer, or was given, each with the way to it. */
export function ExtensionNotice({ actor, report }: { actor: Actor; report: ReportRow }) {
  const href = `/reports/${report.id}/extension`;
  if (report.askedUntilOn)
    return (
      <Notice tone="extended" title={`Đề nghị gia hạn đến hết ngày ${printDay(report.askedUntilOn)}.`}>
        <a href={href}>{mayDecideExtension(actor, report) ? "Xem lý do và trả lời" : "Xem đề nghị"}</a>
      </Notice>
    );
  if (!report.originalDueOn) return null;
  return (
    <p className="small">
      <a href={href}>Vì sao được gia hạn từ {printDay(report.originalDueOn)}</a>
    </p>
  );
}

/** The way to ask for more time, for whoever may ask while nothing waits. */
export function AskExtensionLink({ actor, report }: { actor: Actor; report: ReportRow }) {
  if (report.askedUntilOn || !mayAskExtension(actor, report) || obstacleTo(report)) return null;
  return (
    <a className="btn" href={`/reports/${report.id}/extension`}>
      Đề nghị gia hạn
    </a>
  );
}
