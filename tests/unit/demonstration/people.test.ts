import { expect, it } from "vitest";
import { demonstrationAccounts, demonstrationPassword } from "../../../src/lib/demonstration/accounts.ts";
import { accountsOf } from "../../../src/lib/demonstration/people.ts";
import type { Unit } from "../../../src/lib/demonstration/unit.ts";
import { communes, provinceUnits } from "./cases.ts";

const unit = (id: string, kind: Unit["kind"], name: string, provinceId: string | null = null): Unit => ({
  id,
  kind,
  name,
  type: "",
  path: `/VN/${id}/`,
  provinceId,
  region: null,
  provinceName: null,
});

const units: Unit[] = [
  unit("VN", "government", "Chính phủ"),
  unit("G01", "ministry", "Bộ Công an"),
  unit("G09", "ministry", "Bộ Nội vụ"),
  unit("G22", "ministry", "Văn phòng Chính phủ"),
  unit("H26.CA", "provincePolice", "Công an thành phố Hà Nội", "H26"),
  unit("H26.NV", "provinceHomeAffairs", "Sở Nội vụ (Ban Thi đua - Khen thưởng) thành phố Hà Nội", "H26"),
  unit("00070", "commune", "Ủy ban nhân dân phường Hoàn Kiếm", "H26"),
  ...provinceUnits,
  ...communes,
];
const accounts = accountsOf(units);
const accountOf = (username: string) => accounts.find((account) => account.username === username);

it("gives every account one name and everybody a full one", () => {
  expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length);
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
  expect(accounts.every(({ fullName }) => /^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}*){2,3}$/u.test(fullName))).toBe(true);
});

it("has every account that is shown at the start", () => {
  for (const { username } of demonstrationAccounts) expect(accountOf(username), username).toBeDefined();
  expect(demonstrationPassword.length).toBeGreaterThanOrEqual(12);
});

it("lets police and home affairs receive and consolidate, by their province's code", () => {
  expect(accountOf("congan.H26")?.roles).toEqual([
    { agencyId: "H26.CA", role: "recipientOfficer" },
    { agencyId: "H26.CA", role: "consolidator" },
  ]);
  expect(accountOf("noivu.H26")?.roles.map(({ role }) => role)).toEqual([
    "recipientOfficer",
    "consolidator",
    "secretariat",
  ]);
  expect(accountOf("congan.G01")?.roles.map(({ role }) => role)).toEqual([
    "recipientOfficer",
    "consolidator",
    "secretariat",
  ]);
});

it("has one person in two agencies, and nobody for the root of the tree", () => {
  expect(accountOf("canbo.H26.CA")?.roles.map(({ agencyId }) => agencyId)).toEqual(["H26.CA", "00070"]);
  expect(accounts.some(({ roles }) => roles.some(({ agencyId }) => agencyId === "VN"))).toBe(false);
});

it("is the same every time", () => expect(accountsOf(units)).toEqual(accounts));
