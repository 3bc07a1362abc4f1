import type { Role } from "#generated/prisma/enums";

/** What people call a role, in the order they are offered. */
export const roleLabels: Record<Role, string> = {
  reporter: "Cán bộ báo cáo",
  head: "Lãnh đạo",
  recipientOfficer: "Cán bộ tiếp nhận",
  consolidator: "Cán bộ tổng hợp",
  secretariat: "Thường trực, thư ký",
  administrator: "Quản trị",
  reader: "Người đọc",
};

/** “Cán bộ báo cáo, Lãnh đạo” */
export const printRoles = (roles: readonly Role[]) => roles.map((role) => roleLabels[role]).join(", ");
