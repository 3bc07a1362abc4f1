import { expect, it } from "vitest";
import { idsIn, printApplied, printChange, printFields } from "#lib/reports/obligations/labels";
import type { ObligationChange } from "#lib/reports/obligations/queries";

const change: ObligationChange = {
  change: "changed",
  reportId: "r",
  agencyId: "00070",
  agencyName: "Ủy ban nhân dân phường Hoàn Kiếm",
  agencyKind: "commune",
  path: "/VN/H26/00070/",
  kind: "own",
  status: "draft",
  hasWork: true,
  dutyId: "d",
  dueOn: "2026-11-05",
  fields: {
    dueOn: ["2026-11-09", "2026-11-05"],
    recipients: [["H26.CA", "H26.NV"], ["H26.CA"]],
    subjectGroupId: [null, "hn-sbn"],
    dueIsDefault: [true, false],
  },
  reason: null,
};
const names = new Map([
  ["H26.CA", "Công an thành phố Hà Nội"],
  ["H26.NV", "Sở Nội vụ thành phố Hà Nội"],
  ["hn-sbn", "Các sở, ban, ngành, các xã, phường"],
]);

it("prints each field with its value before and after, ids by their names", () => {
  expect(printFields(change.fields, names)).toEqual([
    "Hạn nộp: 09/11/2026 → 05/11/2026",
    "Nơi nhận: Công an thành phố Hà Nội, Sở Nội vụ thành phố Hà Nội → Công an thành phố Hà Nội",
    "Nhóm tiêu chí: chưa có → Các sở, ban, ngành, các xã, phường",
    "Hạn mặc định: có → không",
  ]);
});

it("leaves out what reads the same before and after", () => {
  const sameName = new Map([
    ["a", "Báo cáo năm"],
    ["a-tu-2026", "Báo cáo năm"],
  ]);
  expect(printFields({ dutyId: ["a", "a-tu-2026"] }, sameName)).toEqual([]);
});

it("asks for the names of ids only, not of days", () => {
  expect(idsIn([change])).toEqual(["H26.CA", "H26.NV", "H26.CA", "hn-sbn"]);
});

it("tells a withdrawal with its reason", () => {
  const told = printChange(
    { ...change, change: "withdrawn", fields: {}, reason: "Cơ quan chấm dứt hoạt động từ ngày 01/07/2026" },
    names,
  );
  expect(told).toBe("Không còn nghĩa vụ báo cáo. Cơ quan chấm dứt hoạt động từ ngày 01/07/2026.");
});

it("says what applying did, or that there was nothing", () => {
  expect(printApplied({ added: [change, change], changed: [], withdrawn: [change], restored: [] })).toBe(
    "Đã áp dụng: thêm mới 2 báo cáo, rút 1 báo cáo.",
  );
  expect(printApplied({ added: [], changed: [], withdrawn: [], restored: [] })).toBe("Không có gì phải thay đổi.");
});
