import { notFound, redirect } from "next/navigation";
import { homeScope } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";

/** Opens on what the actor's agency looks after. */
export default async function DashboardsPage() {
  const home = homeScope(await requireActor());
  if (!home) notFound();
  redirect(`/dashboards/${home}`);
}
