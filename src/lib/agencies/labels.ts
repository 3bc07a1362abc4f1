import type { AgencyKind } from "#generated/prisma/enums";

/** What one agency of a kind is. */
export const kindLabels: Record<AgencyKind, string> = {
  government: "Chính phủ",
  ministry: "Bộ, cơ quan ngang bộ",
  centralBody: "Cơ quan khác ở trung ương",
  centralFront: "Mặt trận, tổ chức chính trị - xã hội ở trung ương",
  province: "Ủy ban nhân dân tỉnh, thành phố",
  provincePolice: "Công an tỉnh, thành phố",
  provinceHomeAffairs: "Sở Nội vụ",
  department: "Sở, ban, ngành",
  provinceFront: "Mặt trận tỉnh, thành phố",
  commune: "Ủy ban nhân dân xã, phường, đặc khu",
};

/** What the agencies of a kind are called together, as a branch of the tree. */
export const groupLabels: Record<AgencyKind, string> = {
  ...kindLabels,
  centralFront: "Mặt trận, đoàn thể trung ương",
  province: "Tỉnh, thành phố",
  commune: "Xã, phường, đặc khu",
};

/** Tabs of the list, those most looked for first. */
export const tabLabels: Partial<Record<AgencyKind, string>> = {
  province: "Tỉnh, thành phố",
  commune: "Xã, phường, đặc khu",
  provincePolice: "Công an tỉnh",
  provinceHomeAffairs: "Sở Nội vụ",
  department: "Sở, ban, ngành",
  provinceFront: "Mặt trận tỉnh",
  ministry: "Bộ, ngang bộ",
  centralBody: "Trung ương khác",
  centralFront: "Mặt trận, đoàn thể trung ương",
};

/** Types of administrative units, in the order they are offered. */
export const unitTypes = ["tỉnh", "thành phố", "phường", "xã", "đặc khu"] as const;

export const codeStatusLabels: Record<string, string> = {
  confirmed: "mã chính thức, có ở ít nhất hai nguồn",
  "single-source": "mã chính thức, mới có một nguồn; cần đối chiếu bản gốc",
  project: "mã của hệ thống; chưa tìm thấy mã chính thức",
};

/** How a name that is not the agency's own is introduced: “trước đây: Kiên Giang”. */
export const otherNameLabels = { former: "trước đây", place: "gồm địa danh", code: "mã ở nguồn khác" };

export const states = ["in-force", "dissolved", "all"] as const;
export type StateFilter = (typeof states)[number];

export const stateLabels: Record<StateFilter, string> = {
  "in-force": "Đang hoạt động",
  dissolved: "Đã chấm dứt",
  all: "Tất cả",
};

/** A recipient of a duty that is another agency in every province. */
export const placeholderKinds: Record<string, AgencyKind> = {
  "@police": "provincePolice",
  "@homeAffairs": "provinceHomeAffairs",
};
