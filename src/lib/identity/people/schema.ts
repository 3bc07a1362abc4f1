import { z } from "zod";
import type { Role } from "#generated/prisma/enums";
import { roleLabels } from "#lib/identity/labels";
import { clean } from "#lib/text";

const roles = Object.keys(roleLabels) as [Role, ...Role[]];

const text = (most: number, missing: string) =>
  z
    .string(missing)
    .transform(clean)
    .pipe(z.string().min(1, missing).max(most, `Dài quá ${most} ký tự.`));

const username = z
  .string("Hãy nhập tên đăng nhập.")
  .transform((typed) => clean(typed).toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9](?:[a-z0-9._-]{1,62})[a-z0-9]$/,
        "Tên đăng nhập gồm 3 đến 64 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; ví dụ canbo.00070.",
      ),
  );

const agency = text(200, "Hãy nhập mã hoặc tên cơ quan.");
const role = z.enum(roles, "Hãy chọn vai trò.");
const id = z.uuid();
const version = z.coerce.number("Thiếu phiên bản của trang. Hãy tải lại trang.").int();
const seen = { id, version };

export const createPersonSchema = z.object({
  username,
  fullName: text(120, "Hãy nhập họ và tên."),
  position: z
    .string()
    .optional()
    .transform((typed) => clean(typed ?? "").slice(0, 200) || null),
  agency,
  role,
});

export const personSchema = z.object(seen);
export const grantSchema = z.object({ ...seen, agency, role });
export const endAssignmentSchema = z.object({ ...seen, assignmentId: id });
export const handOverSchema = z.object({ ...seen, to: text(64, "Hãy nhập tên đăng nhập của người nhận bàn giao.") });

export const PEOPLE_A_PAGE = 50;

const optional = z
  .string()
  .transform(clean)
  .optional()
  .catch(undefined)
  .transform((value) => value || undefined);

/** The address of the list; what cannot be understood is left out. */
export const peopleFilterSchema = z.object({
  q: optional,
  agency: optional,
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(["active", "locked", "withoutRole"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type PeopleFilter = z.output<typeof peopleFilterSchema>;
