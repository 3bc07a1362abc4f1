import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterImport } from "#components/awards/register-import";
import { PageHeader } from "#components/ui/page-header";
import { columns } from "#lib/awards/register/rules";
import { mayWriteSubject } from "#lib/awards/subjects/policy";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Nhập sổ khen thưởng" };

export default async function RegisterImportPage() {
  const actor = await requireActor();
  if (!mayWriteSubject(actor, actor.agency)) notFound();
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: "/awards/register", label: "Sổ khen thưởng" },
        ]}
        title="Nhập sổ khen thưởng"
        facts="Xem trước từng dòng rồi mới ghi; dòng có thể trùng đối tượng đã ghi phải chọn cách xử lý."
      />
      <RegisterImport heading={Object.values(columns)} />
    </>
  );
}
