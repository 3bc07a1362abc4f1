import { command } from "#lib/command";
import { issueSchema } from "#lib/documents/schema";
import { issueDocument } from "#lib/documents/service";

export const POST = command(issueSchema, async (actor, input) => {
  const { called } = await issueDocument(actor, input);
  return { message: `Đã phát hành văn bản số ${called}.`, href: `/reports/${input.id}/documents` };
});
