import { command } from "#lib/command";
import { retireViewSchema } from "#lib/dashboards/pivot/views/schema";
import { retireView } from "#lib/dashboards/pivot/views/service";

export const POST = command(retireViewSchema, async (actor, input) => ({
  message: `Đã gỡ bảng “${await retireView(actor, input)}”. Đường dẫn của bảng không còn mở được.`,
  href: `/dashboards/${input.scopeId}/pivot`,
}));
