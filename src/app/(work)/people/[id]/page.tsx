import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AccountActs } from "#components/identity/account-acts";
import { AccountTag, FictitiousTag } from "#components/identity/account-tag";
import { Assignments } from "#components/identity/assignments";
import { IssuedPasswordSlip } from "#components/identity/issued-password-slip";
import { PageHeader } from "#components/ui/page-header";
import { dayOf, printDay, printInstant } from "#lib/dates";
import { administers } from "#lib/identity/actor";
import { findIssuedPassword } from "#lib/identity/people/issued-password";
import { isAdministrator } from "#lib/identity/people/policy";
import { findPerson, listAgenciesToOffer } from "#lib/identity/people/queries";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Người dùng" };

export default async function PersonPage({ params }: PageProps<"/people/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  if (!isAdministrator(actor) || !id.success) notFound();
  const person = await findPerson(actor, id.data);
  if (!person) notFound();

  const [issued, offered] = await Promise.all([findIssuedPassword(person.id), listAgenciesToOffer(actor)]);
  const inside = person.assignments.filter(({ path }) => administers(actor, path));
  return (
    <>
      <PageHeader
        title={person.fullName}
        crumbs={[{ href: "/people", label: "Người dùng" }]}
        tag={
          <>
            <AccountTag lockedAt={person.lockedAt} />
            {person.fictitious && <FictitiousTag />}
          </>
        }
        facts={[
          person.username,
          person.position,
          `mở ngày ${printDay(dayOf(person.createdAt))}`,
          person.lastSeenAt ? `dùng gần nhất ${printInstant(person.lastSeenAt)}` : "chưa đăng nhập",
          person.mustChangePassword && "phải đổi mật khẩu khi đăng nhập",
        ]}
        actions={
          <a className="btn" href={`/audit?subject=${person.username}`}>
            Nhật ký của tài khoản
          </a>
        }
      />
      {issued && person.mustChangePassword && <IssuedPasswordSlip issued={issued} />}
      <Assignments actor={actor} person={person} inside={inside} offered={offered} />
      <AccountActs actor={actor} person={person} />
    </>
  );
}
