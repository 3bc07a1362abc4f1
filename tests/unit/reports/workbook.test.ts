import { expect, it } from "vitest";
import {
  BINDING_NAME,
  BINDING_SHEET,
  type Binding,
  fingerprint,
  readBinding,
  writeBinding,
} from "#lib/reports/workbook/binding";
import { refuseOtherFile, type Target } from "#lib/reports/workbook/rules";

const binding: Binding = {
  kind: "report",
  reportId: "r1",
  agencyId: "00070",
  agencyName: "Ủy ban nhân dân phường Hoàn Kiếm",
  period: "2026",
  formId: "bao-cao-nam",
  formVersion: 1,
  base: { "answer.B1": "abc" },
};
const report: Target = {
  id: "r1",
  agencyId: "00070",
  agencyName: "Ủy ban nhân dân phường Hoàn Kiếm",
  periodId: "2026",
  kind: "own",
  formId: "bao-cao-nam",
  formVersion: 1,
};
const refusalOf = (file: Binding | "none" | "forged", to: Target = report, kind: Binding["kind"] = "report") => {
  try {
    refuseOtherFile(file, to, kind);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

it("takes the file of this report, and names any other for what it is", () => {
  expect(refusalOf(binding)).toBeNull();
  expect(refusalOf({ ...binding, period: "2025" })).toMatch(
    /^Tệp này là của Ủy ban nhân dân phường Hoàn Kiếm năm 2025; báo cáo đang mở là của Ủy ban nhân dân phường Hoàn Kiếm năm 2026\./,
  );
  expect(refusalOf({ ...binding, agencyId: "00004", agencyName: "Ủy ban nhân dân phường Ba Đình" })).toMatch(
    /^Tệp này là của Ủy ban nhân dân phường Ba Đình năm 2026; báo cáo đang mở là của/,
  );
  expect(refusalOf(binding, { ...report, formVersion: 2 })).toMatch(
    /^Tệp này theo mẫu biểu bao-cao-nam bản 1; báo cáo đang mở theo mẫu biểu bao-cao-nam bản 2\./,
  );
  expect(refusalOf({ ...binding, kind: "units" })).toMatch(/bảng số liệu của nhiều đơn vị/);
  expect(refusalOf(binding, report, "units")).toMatch(/mẫu của một báo cáo/);
  expect(refusalOf({ ...binding, reportId: "r2" })).toMatch(/một báo cáo khác/);
  expect(refusalOf("none")).toMatch(/không phải mẫu tải từ hệ thống/);
  expect(refusalOf("forged")).toMatch(/đã bị sửa/);
});

const asWorkbook = (texts: string[]) => ({
  names: { [BINDING_NAME]: `${BINDING_SHEET}!$A$1` },
  sheets: [
    {
      name: BINDING_SHEET,
      merged: [],
      cells: Object.fromEntries(texts.map((value, index) => [`A${index + 1}`, { kind: "text" as const, value }])),
    },
  ],
});

it("reads back a binding of any length, and notices a changed one, another secret and a missing name", () => {
  const long = {
    ...binding,
    base: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`answer.X${index}`, "0123456789"])),
  };
  const texts = writeBinding(long, "secret");
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.every((text) => text.length <= 32_767)).toBe(true);
  expect(readBinding(asWorkbook(texts), "secret")).toEqual(long);
  expect(readBinding(asWorkbook(texts), "another")).toBe("forged");
  expect(
    readBinding(asWorkbook([texts[0] ?? "", (texts[1] ?? "").replace("00070", "00004"), ...texts.slice(2)]), "secret"),
  ).toBe("forged");
  expect(readBinding({ ...asWorkbook(texts), names: {} }, "secret")).toBe("none");
});

it("has one fingerprint for one value, whatever the order of its keys", () => {
  expect(fingerprint({ blank: { reason: "pending", expectedOn: "2026-12-01" } })).toBe(
    fingerprint({ blank: { expectedOn: "2026-12-01", reason: "pending" } }),
  );
  expect(fingerprint(null)).toBeUndefined();
  expect(fingerprint({ figure: 1 })).not.toBe(fingerprint({ figure: "1" }));
});
