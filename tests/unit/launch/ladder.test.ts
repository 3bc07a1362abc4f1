import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Anybody may say what the operator can put right. */
const forEverybody = ["#lib/launch/problem"];

/** The domains from the ground up: code uses what stands before it, never what stands after it. */
const ladder = [
  ["sheets", "store", "mail"],
  ["identity", "agencies", "campaign"],
  ["criteria", "plans", "tasks", "exemplars"],
  ["reports"],
  ["awards", "councils"],
  ["documents"],
  ["dashboards"],
  ["publication"],
  ["reference", "demonstration"],
  ["launch"],
];

const rungOf = (domain: string) => ladder.findIndex((rung) => rung.includes(domain));

it("has a rung for every domain", () => {
  const domains = globSync("src/lib/*/").map((folder) => folder.split("/")[2] ?? "");
  expect(domains.filter((domain) => rungOf(domain) < 0)).toEqual([]);
});

it("is only ever climbed down", () => {
  const wrong = globSync("src/lib/*/**/*.ts").flatMap((file) => {
    const domain = file.split("/")[2] ?? "";
    const imports = [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(#lib\/([^/"]+)\/[^"]+)"/g)];
    const used = imports.flatMap(([, path = "", name = ""]) => (forEverybody.includes(path) ? [] : [name]));
    return used.filter((name) => rungOf(name) > rungOf(domain)).map((name) => `${file} uses ${name}`);
  });
  expect(wrong).toEqual([]);
});
