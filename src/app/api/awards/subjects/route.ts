import { subjectSchema } from "#lib/awards/subjects/schema";
import { createSubject } from "#lib/awards/subjects/service";
import { command } from "#lib/command";

export const POST = command(subjectSchema, async (actor, input) => {
  const id = await createSubject(actor, input);
  const href = input.round
    ? `/awards/nominations/new?round=${encodeURIComponent(input.round)}&subject=${id}`
    : `/awards/subjects/${id}`;
  return { message: "Đã ghi đối tượng khen thưởng.", href };
});
