import { z } from "zod";

export const switchAgencySchema = z.object({ agencyId: z.string().min(1).max(40) });

export const revokeSessionSchema = z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) });

const password = (missing: string) => z.string(missing).min(1, missing).max(400, "Mật khẩu quá dài.");

/** Passwords are taken as typed, spaces included; the rule decides. */
export const changePasswordSchema = z.object({
  current: password("Hãy nhập mật khẩu đang dùng."),
  wanted: password("Hãy nhập mật khẩu mới."),
  repeated: password("Hãy nhập lại mật khẩu mới."),
});
