import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { addressOf } from "../../../src/lib/launch/cluster.ts";
import { type Application, startApplication, stopApplication, untilAnswers } from "../../support/server.ts";
import { type CountingProxy, countStatements } from "./counting-proxy.ts";
import { everybody, type Kind, people } from "./people.ts";
import { tableOf } from "./table.ts";
import { findThings, type Things } from "./things.ts";
import { signIn, visit } from "./visitors.ts";

/** A second web server on the database of the first, with every statement between them counted. */
test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

/** Session and clock included. */
const MOST = 10;

let application: Application;
let proxy: CountingProxy;
let things: Things;
const cookies = {} as Record<Kind, string>;

test.beforeAll(async () => {
  proxy = await countStatements(addressOf(process.env.E2E_DATA_DIR ?? ""));
  application = await startApplication({
    DATABASE_URL: proxy.url,
    NEXTAUTH_SECRET: "a-secret-of-this-test-alone-0123456789",
  });
  await untilAnswers(application);
  things = await findThings();
  for (const kind of everybody) cookies[kind] = (await signIn(people[kind], application.address)).cookie;
});
test.afterAll(async () => {
  await stopApplication(application);
  proxy.close();
  await rm(application.dataFolder, { recursive: true, force: true });
});

/** The statements a page needs, the second time somebody opens it: what a process reads once has been read. The program in the background asks for work of its own. */
async function statementsOf(kind: Kind, path: string): Promise<string[]> {
  const open = () => visit(cookies[kind], { path }, application.address);
  await open();
  proxy.take();
  const { status } = await open();
  expect([kind, path, status]).toEqual([kind, path, 200]);
  return proxy.take().filter((statement) => !statement.includes("graphile_worker"));
}

const brief = (statement: string) => statement.replace(/\s+/g, " ").trim().slice(0, 70);

async function expectFew(kind: Kind, path: string) {
  const statements = await statementsOf(kind, path);
  expect(statements.length, `${kind} ${path}:\n${statements.map(brief).join("\n")}`).toBeLessThanOrEqual(MOST);
  expect(statements.length).toBeGreaterThan(0);
  return statements.length;
}

test("the proxy sees what the application asks", async () => {
  const statements = await statementsOf("publicSecurity", "/reports");
  expect(statements.some((statement) => statement.includes("from session s"))).toBe(true);
  expect(statements.some((statement) => statement.includes("campaign_now() as now"))).toBe(true);
  expect(statements.some((statement) => /limit \$\d+ offset \$\d+/.test(statement))).toBe(true);
});

test(`the list of all reports, each page and filter: at most ${MOST}`, async () => {
  const total = JSON.parse(
    (await visit(cookies.publicSecurity, { path: "/api/reports?agencyKind=commune" }, application.address)).body,
  ) as { counts: { count: number }[] };
  expect(total.counts.reduce((sum, { count }) => sum + count, 0)).toBe(3_321);

  const addresses = [
    "",
    "?page=2",
    "?page=67",
    "?status=accepted",
    "?status=draft&status=returned",
    "?late=1",
    "?province=H26",
    "?agencyKind=commune",
    "?kind=consolidated",
    "?q=hoan+kiem",
    "?mine=1",
    "?period=2025&page=40",
    "?province=H26&agencyKind=commune&status=accepted&late=0&q=ph",
  ];
  const counts: number[] = [];
  for (const query of addresses) counts.push(await expectFew("publicSecurity", `/reports${query}`));
  for (const kind of everybody) counts.push(await expectFew(kind, "/reports"));
  console.log(`  /reports: ${Math.min(...counts)} to ${Math.max(...counts)} queries`);
});

test(`a province's consolidation, its figures and its sections: at most ${MOST}`, async () => {
  const counts: Record<string, number> = {};
  const visits: [Kind, string, string][] = [
    ["police", things.city2025.id, "Hà Nội 2025"],
    ["police", things.city.id, "Hà Nội 2026"],
    ["publicSecurity", things.otherProvince.id, "another province"],
    ["publicSecurity", things.nation2025.id, "the nation 2025"],
    ["publicSecurity", things.nation.id, "the nation 2026"],
  ];
  for (const [kind, id, name] of visits) {
    for (const tail of [
      "",
      "/extension",
      "/consolidation",
      "/consolidation/B1",
      "/consolidation/B18",
      "/sections/A",
      "/sections/narratives",
      "/sections/assessment",
    ]) {
      counts[`${name}${tail}`] = await expectFew(kind, `/reports/${id}${tail}`);
    }
  }
  console.log(
    `  consolidation of Hà Nội: ${counts["Hà Nội 2025/consolidation"]} queries, of the nation: ${counts["the nation 2025/consolidation"]}; their other pages at most ${Math.max(...Object.values(counts))}`,
  );
});

test(`the work of every kind of person: at most ${MOST}`, async () => {
  const counts = await eachInTurn(everybody, (kind) => expectFew(kind, "/work"));
  console.log(`  /work: ${Math.min(...counts)} to ${Math.max(...counts)} queries`);
});

test(`every other page that somebody may open: at most ${MOST}`, async () => {
  const visits = Object.entries(tableOf(things))
    .flatMap(([route, all]) => (route.startsWith("/") ? all : []))
    .filter(({ may, answer }) => may.length > 0 && (answer ?? 200) === 200);
  const counts = await eachInTurn(visits, ({ may, to }) => expectFew(may[0] as Kind, to));
  const most = Math.max(...counts);
  console.log(
    `  ${visits.length} other pages: at most ${most} queries (${visits[counts.indexOf(most)]?.to.replace(/[0-9a-f-]{36}/, "[id]")})`,
  );
});

async function eachInTurn<Item>(items: Item[], count: (item: Item) => Promise<number>): Promise<number[]> {
  const counts: number[] = [];
  for (const item of items) counts.push(await count(item));
  return counts;
}
