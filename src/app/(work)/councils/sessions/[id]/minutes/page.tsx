import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MinutesText } from "#components/councils/minutes-text";
import { PageHeader } from "#components/ui/page-header";
import { gatherMinutes } from "#lib/councils/minutes";
import { findSessionView, listPublicity } from "#lib/councils/sessions/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Nội dung biên bản" };

export default async function MinutesPage({ params }: PageProps<"/councils/sessions/[id]/minutes">) {
  const actor = await requireActor();
  const view = await findSessionView(actor, (await params).id);
  if (!view || view.session.status === "preparing") notFound();
  const { session, items } = view;
  const minutes = gatherMinutes(view, await listPublicity(items.map(({ nominationId }) => nominationId)));
  return (
    <>
      <PageHeader
        title="Nội dung biên bản"
        crumbs={[
          { href: "/councils", label: "Hội đồng" },
          { href: `/councils/sessions/${session.id}`, label: session.title },
        ]}
        actions={["docx", "pdf"].map((format) => (
          <a key={format} className="btn" href={`/api/councils/sessions/${session.id}/minutes/${format}`}>
            Tải biên bản (.{format})
          </a>
        ))}
        facts={session.status === "closed" ? "Phiên họp đã kết luận" : "Phiên họp chưa kết luận: nội dung còn thay đổi"}
      />
      <MinutesText minutes={minutes} />
    </>
  );
}
