import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SubjectForm } from "#components/awards/subject-form";
import { PageHeader } from "#components/ui/page-header";
import { mayWriteSubject } from "#lib/awards/subjects/policy";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Ghi đối tượng khen thưởng" };

export default async function NewSubjectPage({ searchParams }: PageProps<"/awards/subjects/new">) {
  const actor = await requireActor();
  if (!mayWriteSubject(actor, actor.agency)) notFound();
  const { round } = await searchParams;
  return (
    <>
      <PageHeader
        title="Ghi đối tượng khen thưởng"
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        facts="Chỉ ghi điều cần cho khen thưởng: không số định danh, không địa chỉ, không ngày sinh."
      />
      <SubjectForm round={typeof round === "string" ? round.slice(0, 40) : ""} agencyId={actor.agency.id} />
    </>
  );
}
