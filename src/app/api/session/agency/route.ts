import { command } from "#lib/command";
import { switchAgencySchema } from "#lib/identity/sessions/schema";
import { switchAgency } from "#lib/identity/sessions/service";

export const POST = command(switchAgencySchema, async (actor, { agencyId }) => {
  const name = await switchAgency(actor, agencyId);
  return { message: `Đang làm việc cho ${name}.`, href: "/work" };
});
