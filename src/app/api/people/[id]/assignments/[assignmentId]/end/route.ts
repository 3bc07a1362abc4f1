import { command } from "#lib/command";
import { endAssignment } from "#lib/identity/people/assignments/service";
import { endAssignmentSchema } from "#lib/identity/people/schema";

export const POST = command(endAssignmentSchema, async (actor, input) => {
  await endAssignment(actor, input);
  return { message: "Đã kết thúc vai trò.", href: `/people/${input.id}` };
});
