import { command } from "#lib/command";
import { decideProposals } from "#lib/reports/workbook/proposals/service";
import { decideSchema } from "#lib/reports/workbook/schema";

export const POST = command(decideSchema, async (actor, input) => {
  const count = await decideProposals(actor, input);
  return {
    message: input.decision === "take" ? `Đã nhận ${count} số liệu vào báo cáo.` : `Đã không nhận ${count} số liệu.`,
    href: `/reports/${input.id}/workbook`,
  };
});
