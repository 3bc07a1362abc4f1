import { expect, test } from "@playwright/test";
import { actions, everything, methods, pages } from "./app-files.ts";
import { attachPaper } from "./evidence.ts";
import { everybody, type Kind, people } from "./people.ts";
import { type Table, tableOf, type Visit } from "./table.ts";
import { bystander, findThings, type Things } from "./things.ts";
import { type Answer, eachOf, navigate, signIn, visit } from "./visitors.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(600_000);

let things: Things;
let table: Table;
const cookies = {} as Record<Kind, string>;
/** What each person's own frame shows anyway: their name and agency. */
const frames = {} as Record<Kind, string>;

test.beforeAll(async () => {
  await signIn(bystander);
  await attachPaper((await signIn(people.clerk)).cookie, (await findThings()).ward.id);
  things = await findThings();
  table = tableOf(things);
  for (const kind of everybody) {
    cookies[kind] = (await signIn(people[kind])).cookie;
    if (kind === "ofTwoAgencies") await actFor("H26.CA");
    frames[kind] = (await visit(cookies[kind], { path: "/work" })).body;
  }
});

const actFor = (agencyId: string) =>
  visit(cookies.ofTwoAgencies, { method: "POST", path: "/api/session/agency", body: { agencyId } });

test("the walk knows every page, route, method and move, and none that is no more", () => {
  expect(pages.length + actions.length).toBeGreaterThan(40);
  const known = Object.keys(table).sort();
  expect({
    unknown: everything.filter((name) => !known.includes(name)),
    gone: known.filter((name) => !everything.includes(name)),
  }).toEqual({ unknown: [], gone: [] });
});

type Step = Visit & { route: string };
const steps = (): Step[] =>
  Object.entries(table).flatMap(([route, visits]) => visits.map((one) => ({ ...one, route })));
/** For what holds by the kind of page or action: one or two visits stand for all. */
const samples = (each: number): Step[] =>
  Object.entries(table).flatMap(([route, visits]) => visits.slice(0, each).map((one) => ({ ...one, route })));

const askingOf = ({ to, body }: Visit, cookie: string | null, headers = {}) => {
  const [method = "GET", path = to] = to.includes(" ") ? to.split(" ") : ["GET", to];
  return visit(cookie, { method, path, body: method === "POST" ? (body ?? {}) : undefined, headers });
};

const isPage = ({ route }: Step) => route.startsWith("/");
const isRead = ({ to }: Visit) => !to.startsWith("POST ");

function expectedOf(step: Step, kind: Kind): number[] {
  if (step.may.includes(kind)) return [step.answer ?? (isRead(step) ? 200 : 409)].flat();
  return step.refused?.includes(kind) ? [403] : [404];
}

/** What is wrong with an answer; null when it is as the table says. */
function wrong(step: Step, kind: Kind, answer: Answer): string | null {
  const expected = expectedOf(step, kind);
  const who = `${kind} (${people[kind]}), ${step.to}, ${step.what}`;
  if (!expected.includes(answer.status)) return `${who}: answered ${answer.status} instead of ${expected}`;
  if (answer.status === 307 && /^\/sign-in/.test(answer.location ?? "") && step.route !== "GET /api/session/start")
    return `${who}: was sent to sign in`;
  const unsaid =
    answer.status === 404
      ? (step.secrets ?? [])
      : answer.status === 200 && step.hidden && !step.hidden.except.includes(kind)
        ? [step.hidden.words]
        : [];
  const told = unsaid.find((secret) => secret && !frames[kind].includes(secret) && answer.body.includes(secret));
  return told ? `${who}: the answer ${answer.status} tells “${told}”` : null;
}

test("everybody gets what their role and agency allow, and strangers find nothing", async () => {
  const asked = steps()
    .filter(({ apart }) => !apart)
    .flatMap((step) => everybody.map((kind) => ({ step, kind })));
  const problems = await eachOf(asked, async ({ step, kind }) =>
    wrong(step, kind, await askingOf(step, cookies[kind])),
  );
  console.log(
    `  ${asked.length} visits of ${everybody.length} people to ${Object.keys(table).length} pages and actions`,
  );
  expect(problems.filter((problem) => problem !== null)).toEqual([]);
});

test("the same holds for what the browser asks for when it navigates inside the application", async () => {
  const hidden = steps().filter((step) => isPage(step) && step.secrets);
  const asked = hidden.flatMap((step) =>
    (["neighbour", "otherPolice", "cityAdministrator"] as Kind[])
      .filter((kind) => expectedOf(step, kind).includes(404))
      .map((kind) => ({ step, kind })),
  );
  expect(asked.length).toBeGreaterThan(100);
  const problems = await eachOf(asked, async ({ step, kind }) => {
    const { body } = await navigate(cookies[kind], step.to);
    const told = step.secrets?.find((secret) => secret && !frames[kind].includes(secret) && body.includes(secret));
    return told ? `${kind}, ${step.to}: tells “${told}”` : null;
  });
  expect(problems.filter((problem) => problem !== null)).toEqual([]);

  const page = await navigate(cookies.publicSecurity, `/reports/${things.otherProvince.id}`);
  expect(page.body).toContain(things.otherProvince.name);
  expect(page.body).not.toContain("<html");
});

test("whoever has not signed in is asked to, and learns nothing", async () => {
  const forged = ["next-auth.session-token=made-up", cookies.clerk.replace(/(session-token=.{200})./, "$1*")];
  expect(forged[1]).not.toBe(cookies.clerk);
  const asked = [
    ...steps().map((step) => ({ step, cookie: null })),
    ...samples(1).flatMap((step) => forged.map((cookie) => ({ step, cookie }))),
  ];
  const problems = await eachOf(asked, async ({ step, cookie }) => {
    const { status, location, body } = await askingOf(step, cookie);
    const expected = step.nobody ?? (isPage(step) ? 307 : 401);
    if (status !== expected) return `${step.to}, ${step.what}: answered ${status} instead of ${expected}`;
    if (isPage(step) && status === 307 && !/^\/(sign-in|api\/session\/start)/.test(location ?? ""))
      return `${step.to}: sent to ${location}`;
    const told = [...(step.secrets ?? []), step.hidden?.words].find((secret) => secret && body.includes(secret));
    return told ? `${step.to}: tells “${told}”` : null;
  });
  expect(problems.filter((problem) => problem !== null)).toEqual([]);
});

const guesses = [
  "2b0e7a52-3c1d-4b60-9a52-000000000000",
  "1",
  "0",
  "x' or '1'='1",
  "%00",
  "..%2f..%2fetc%2fpasswd",
  "null",
  "undefined",
  "[id]",
  "00070'--",
  "🗝",
];

test("guessed ids find nothing, whoever guesses", async () => {
  const guessers: Kind[] = ["clerk", "police", "homeAffairs", "publicSecurity", "minister", "systemAdministrator"];
  const asked = samples(2)
    .filter(({ id, may }) => id && may.length > 0)
    .flatMap((step) =>
      guesses.flatMap((guess) =>
        guessers
          .filter((kind) => step.may.includes(kind))
          .slice(0, 1)
          .map((kind) => ({ step, guess, kind })),
      ),
    );
  expect(asked.length).toBeGreaterThan(200);
  const problems = await eachOf(asked, async ({ step, guess, kind }) => {
    const to = step.to.replace(step.id ?? "", guess.includes("%") ? guess : encodeURIComponent(guess));
    const { status } = await askingOf({ ...step, to }, cookies[kind]);
    return status === 404 || (guess === "%00" && status === 400) ? null : `${kind}, ${to}: answered ${status}`;
  });
  expect(problems.filter((problem) => problem !== null)).toEqual([]);
});

test("addresses that no page of ours would make are answered, and tell no more than others", async () => {
  const odd = ["%00", "'", "-1", "1e9", "NaN", "2026-99-99", "[]", "%F0%9F%97%9D", "x".repeat(2_000)];
  const filters = [
    "/reports?q=",
    "/reports?page=",
    "/reports?period=",
    "/reports?status=",
    "/reports?province=",
    "/reports?agency=",
    "/reports?late=",
    "/api/reports?province=",
    "/agencies?q=",
    "/agencies?page=",
    "/agencies?on=",
    "/agencies?province=",
    "/agencies/00070?on=",
    `/plans/${things.criterion.planId}?for=`,
    `/reports/${things.nation2025.id}/sections/A?version=`,
    `/reports/${things.nation2025.id}/consolidation/B1?version=`,
    "/obligations?period=",
    "/sign-in?started=1&callbackUrl=",
  ];
  const people = [
    "/people?q=",
    "/people?page=",
    "/people?agency=",
    "/audit?subject=",
    "/audit?before=",
    "/audit?from=",
  ];
  const asked = odd.flatMap((value) => [
    ...filters.map((path) => ({ kind: "publicSecurity" as Kind, path: path + value })),
    ...people.map((path) => ({ kind: "systemAdministrator" as Kind, path: path + value })),
  ]);
  const answers = await eachOf(asked, async ({ kind, path }) => ({
    path: path.slice(0, 80),
    status: (await visit(cookies[kind], { path })).status,
  }));
  expect(answers.filter(({ status }) => ![200, 307, 400, 404].includes(status))).toEqual([]);
});

test("a move that is none is not found", async () => {
  for (const name of ["publish", "toString", "constructor", "__proto__", "accept%20", "ACCEPT"]) {
    const { status } = await visit(cookies.clerk, {
      method: "POST",
      path: `/api/reports/${things.ward.id}/moves/${name}`,
      body: { version: 1, reason: "x" },
    });
    expect([name, status]).toEqual([name, 404]);
  }
});

test("no route answers to a method it does not offer", async () => {
  const addresses = [...new Set(actions.map((action) => action.split(" ")[1] ?? ""))].filter(
    (path) => !path.includes("nextauth"),
  );
  const asked = addresses.flatMap((path) =>
    methods
      .filter((method) => !["OPTIONS", "HEAD"].includes(method) && !actions.includes(`${method} ${path}`))
      .map((method) => ({ method, path: path.replaceAll(/\[[^\]]+\]/g, "1") })),
  );
  const answers = await eachOf(asked, async ({ method, path }) => ({
    method,
    path,
    status: (await visit(cookies.systemAdministrator, { method, path })).status,
  }));
  expect(answers.filter(({ status }) => status !== 405)).toEqual([]);
});

test("no act is done for a page of another site", async () => {
  const acts = steps().filter((step) => !isRead(step) && !step.route.includes("nextauth"));
  const asked = acts.flatMap((step) =>
    [...step.may.slice(0, 1), ...(step.may.length === 0 ? (["clerk"] as Kind[]) : [])].map((kind) => ({ step, kind })),
  );
  const answers = await eachOf(asked, async ({ step, kind }) => ({
    to: step.to,
    kind,
    status: (await askingOf(step, cookies[kind], { origin: "https://evil.example" })).status,
  }));
  expect(answers.filter(({ status }) => status !== 403)).toEqual([]);
});

test("lists hold nothing from outside the own part of the tree", async () => {
  type Listed = { reports: { agencyId: string }[]; counts: { count: number }[] };
  const listed = async (kind: Kind, query = "") =>
    JSON.parse((await visit(cookies[kind], { path: `/api/reports?period=2026${query}` })).body) as Listed;
  const total = ({ counts }: Listed) => counts.reduce((sum, { count }) => sum + count, 0);

  for (const [kind, agencies] of [
    ["clerk", ["00070"]],
    ["head", ["00070"]],
    ["neighbour", ["00004"]],
    ["stranger", ["30307"]],
    ["ministryClerk", ["G09"]],
  ] as [Kind, string[]][]) {
    expect([kind, (await listed(kind)).reports.map(({ agencyId }) => agencyId)]).toEqual([kind, agencies]);
  }
  expect(total(await listed("systemAdministrator"))).toBe(0);
  expect(total(await listed("publicSecurity"))).toBe(3412);
  const ofHanoi = total(await listed("police"));
  expect(ofHanoi).toBe(total(await listed("publicSecurity", "&province=H26")));
  expect(total(await listed("otherPolice", "&province=H26"))).toBe(0);
  for (const kind of ["clerk", "neighbour", "otherPolice", "otherChairman", "department"] as Kind[]) {
    expect([kind, total(await listed(kind, `&agency=${things.inTheCity.submitted?.agencyId}`))]).toEqual([kind, 0]);
  }
});

test("who has two agencies sees what the one sees for which they act", async () => {
  const look = async () => (await visit(cookies.ofTwoAgencies, { path: `/reports/${things.ward.id}` })).status;
  expect(await look()).toBe(404);
  expect((await actFor("00070")).status).toBe(200);
  expect(await look()).toBe(200);
  expect((await actFor("H26")).status).toBe(404);
  expect((await actFor("H26.CA")).status).toBe(200);
  expect(await look()).toBe(404);
});

test("a session that was ended is nobody's, also for the one who keeps its cookie", async () => {
  const { cookie } = await signIn(people.head);
  expect((await visit(cookie, { path: `/reports/${things.ward.id}` })).status).toBe(200);
  expect((await visit(cookie, { method: "POST", path: "/api/session/end", body: {} })).status).toBe(200);
  expect(await visit(cookie, { path: `/reports/${things.ward.id}` })).toMatchObject({
    status: 307,
    location: expect.stringMatching(/^\/sign-in/),
  });
  expect(
    (
      await visit(cookie, {
        method: "POST",
        path: `/api/reports/${things.ward.id}/draft`,
        body: { sections: {}, figures: { B1: 1 } },
      })
    ).status,
  ).toBe(401);
});

test("after all this nothing has been changed", async () => {
  const now = await findThings();
  expect({ ...now, foreignSession: "" }).toEqual({ ...things, foreignSession: "" });
});
