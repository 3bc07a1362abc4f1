import { command } from "#lib/command";
import { createCouncilSchema } from "#lib/councils/schema";
import { createCouncil } from "#lib/councils/service";

export const POST = command(createCouncilSchema, async (actor, input) => {
  const id = await createCouncil(actor, input);
  return { message: "Đã lập hội đồng. Hãy thêm các thành viên.", href: `/councils/${id}`, data: { id } };
});
