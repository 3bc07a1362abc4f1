import type { Metadata } from "next";
import { DashboardHeader } from "#components/dashboards/dashboard-header";
import { NoteSheet } from "#components/dashboards/note/note-sheet";
import { SubscriptionForm } from "#components/dashboards/note/subscription-form";
import { noteOf } from "#lib/dashboards/note/gather";
import { findNoteSource, findSubscription } from "#lib/dashboards/note/queries";
import { NATION } from "#lib/dashboards/policy";
import { homeScope } from "#lib/identity/actor";
import { mailIsSetUp } from "#lib/mail/send";
import { viewOf } from "../view.ts";

export const metadata: Metadata = { title: "Bản tin sáng" };

export default async function NotePage(props: PageProps<"/dashboards/[scopeId]/note">) {
  const { actor, scope, period, now } = await viewOf(props);
  const [source, subscription] = await Promise.all([
    findNoteSource(period, scope, now),
    findSubscription(actor, scope),
  ]);
  const note = noteOf(source);
  const file = (format: string) => `/api/dashboards/${scope.id}/note/${format}?period=${period}`;
  return (
    <>
      <DashboardHeader
        scope={scope}
        period={period}
        place="/note"
        title={note.finding}
        facts={[note.title, `${scope.name}, năm ${period}`, note.asOf]}
        mayLookAbove={homeScope(actor) === NATION}
        actions={
          <>
            <a className="btn" href={file("pdf")} download>
              Tải PDF
            </a>
            <a className="btn" href={file("docx")} download>
              Tải Word (.docx)
            </a>
          </>
        }
      />
      <NoteSheet note={note} />
      <SubscriptionForm scope={scope} subscription={subscription} mailIsSetUp={mailIsSetUp()} />
    </>
  );
}
