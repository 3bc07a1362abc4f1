import type { SubjectKind } from "#generated/prisma/enums";
import type { Payable } from "#lib/awards/bonus";

const article = "NĐ 152/2025, Đ49; bội số theo từng hình thức";

const atNewSalary = (award: string, kind: SubjectKind, amount: number | null, source = article) => ({
  award,
  kind,
  decidedOn: "2026-12-01",
  amount,
  source,
});

/** At 2.530.000 đ from 01/07/2026 (NĐ 161/2026, Đ3), and at 2.340.000 đ before it (NĐ 73/2024, Đ3). */
export const bonuses = [
  atNewSalary("co-thi-dua-chinh-phu", "collective", 30_360_000),
  atNewSalary("co-thi-dua-chinh-phu", "individual", null),
  atNewSalary("co-thi-dua-bo-tinh", "collective", 20_240_000),
  atNewSalary("huan-chuong-lao-dong-1", "individual", 22_770_000),
  atNewSalary("huan-chuong-lao-dong-1", "collective", 45_540_000),
  atNewSalary("huan-chuong-lao-dong-2", "individual", 18_980_000), // 18.975.000 rounded up
  atNewSalary("huan-chuong-lao-dong-2", "collective", 37_950_000),
  atNewSalary("huan-chuong-lao-dong-3", "individual", 11_390_000), // 11.385.000
  atNewSalary("huan-chuong-lao-dong-3", "collective", 22_770_000),
  atNewSalary("bang-khen-thu-tuong", "individual", 8_860_000), // 8.855.000
  atNewSalary("bang-khen-thu-tuong", "collective", 17_710_000),
  atNewSalary("bang-khen-thu-tuong", "household", 13_290_000), // 13.282.500
  atNewSalary("bang-khen-bo-tinh", "individual", 3_800_000), // 3.795.000
  atNewSalary("bang-khen-bo-tinh", "collective", 7_590_000),
  atNewSalary("bang-khen-bo-tinh", "household", 5_700_000), // 5.692.500
  atNewSalary("giay-khen", "individual", 760_000), // 759.000
  atNewSalary("giay-khen", "collective", 1_520_000), // 1.518.000
  atNewSalary("giay-khen", "household", 1_140_000), // 1.138.500
  { ...atNewSalary("giay-khen", "individual", 760_000, "NĐ 161/2026, Đ3: từ 01/07/2026"), decidedOn: "2026-07-01" },
  { ...atNewSalary("giay-khen", "individual", 710_000, "NĐ 73/2024, Đ3: đến 30/06/2026"), decidedOn: "2026-06-30" }, // 702.000
  { ...atNewSalary("bang-khen-bo-tinh", "household", 5_270_000, "NĐ 73/2024, Đ3"), decidedOn: "2026-03-02" }, // 5.265.000
  { ...atNewSalary("huan-chuong-lao-dong-2", "collective", 35_100_000, "NĐ 73/2024, Đ3"), decidedOn: "2026-03-02" },
];

const award = (id: string, kind: Payable["kind"], amount: number, rest: Partial<Payable> = {}): Payable => ({
  id,
  kind,
  amount,
  decidedOn: "2026-12-01",
  achievedFrom: "2025-12-01",
  achievedTo: "2026-10-31",
  ...rest,
});

export const overlaps = [
  {
    title: "several titles of the same day and period: the highest only",
    source: "NĐ 152/2025, Đ49",
    awards: [award("a", "title", 20_240_000), award("b", "title", 30_360_000)],
    paid: [0, 30_360_000],
  },
  {
    title: "titles of different periods: each",
    source: "NĐ 152/2025, Đ49",
    awards: [award("a", "title", 20_240_000), award("b", "title", 30_360_000, { achievedFrom: "2021-01-01" })],
    paid: [20_240_000, 30_360_000],
  },
  {
    title: "a title and a form: both",
    source: "NĐ 152/2025, Đ49",
    awards: [award("a", "title", 20_240_000), award("b", "form", 7_590_000)],
    paid: [20_240_000, 7_590_000],
  },
  {
    title: "titles of different days: each",
    source: "NĐ 152/2025, Đ49 (cùng thời điểm)",
    awards: [award("a", "title", 20_240_000), award("b", "title", 30_360_000, { decidedOn: "2027-01-15" })],
    paid: [20_240_000, 30_360_000],
  },
];
