import { command } from "#lib/command";
import { subscribeSchema } from "#lib/dashboards/note/schema";
import { subscribe } from "#lib/dashboards/note/service";

export const POST = command(subscribeSchema, async (actor, input) => {
  await subscribe(actor, input);
  return {
    message: `Đã đăng ký: bản tin đến ${input.address} lúc ${input.hour} giờ${input.weekdaysOnly ? ", từ thứ Hai đến thứ Sáu" : " mỗi ngày"}.`,
    href: `/dashboards/${input.scopeId}/note`,
  };
});
