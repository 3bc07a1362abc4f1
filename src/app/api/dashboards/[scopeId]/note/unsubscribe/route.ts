import { command } from "#lib/command";
import { unsubscribeSchema } from "#lib/dashboards/note/schema";
import { unsubscribe } from "#lib/dashboards/note/service";

export const POST = command(unsubscribeSchema, async (actor, { scopeId }) => {
  await unsubscribe(actor, scopeId);
  return {
    message: "Đã thôi nhận bản tin; địa chỉ thư đã được xóa khỏi hệ thống.",
    href: `/dashboards/${scopeId}/note`,
  };
});
