import { issueObjects } from "#lib/awards/decisions/after";
import { issueSchema } from "#lib/awards/decisions/schema";
import { command } from "#lib/command";

export const POST = command(issueSchema, async (actor, input) => {
  await issueObjects(actor, input);
  return { message: "Đã ghi nhận việc trao.", href: `/awards/decisions/${input.id}` };
});
