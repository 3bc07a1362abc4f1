import { expect, it } from "vitest";
import { agencyHref, listHref, toggled, treeHref } from "#lib/agencies/address";
import { agencyFilters, treeAddress } from "#lib/agencies/schema";

it("takes what an address cannot mean as not said", () => {
  expect(agencyFilters.parse({ on: "2026-02-30", kind: "firm", page: "-1", q: ["a", "b"] })).toEqual(
    agencyFilters.parse({}),
  );
});

it("writes only what is said, and goes back to the first page when a filter changes", () => {
  const filters = agencyFilters.parse({ q: "hoàn kiếm", page: "3" });
  expect(listHref(filters, { page: 2 })).toBe("/agencies?q=ho%C3%A0n+ki%E1%BA%BFm&page=2");
  expect(listHref(filters, { kind: "commune" })).toBe("/agencies?q=ho%C3%A0n+ki%E1%BA%BFm&kind=commune");
  expect(agencyHref("H26.CA", "2025-06-30")).toBe("/agencies/H26.CA?on=2025-06-30");
});

it("opens branches by address and closes what lies below them", () => {
  expect(treeAddress.parse({}).open).toEqual(["VN:province"]);
  const open = toggled(["VN:province", "H26"], "H26:commune");
  expect(treeAddress.parse({ open: open.join(",") }).open).toEqual(open);
  expect(toggled(open, "H26")).toEqual(["VN:province"]);
  expect(treeAddress.parse({ open: new URL(treeHref(null, []), "http://here").searchParams.get("open") }).open).toEqual(
    [],
  );
});
