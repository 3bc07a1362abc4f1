import { importSchema } from "#lib/awards/register/schema";
import { importRegister } from "#lib/awards/register/service";
import { command } from "#lib/command";

export const POST = command(importSchema, async (actor, input) => {
  const { written, skipped } = await importRegister(actor, input);
  return { message: `Đã ghi ${written} dòng vào sổ khen thưởng, bỏ qua ${skipped} dòng.`, href: "/awards/register" };
});
