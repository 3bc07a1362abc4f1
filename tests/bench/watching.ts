import { type HttpClient, httpClient, textOf } from "./http-client.ts";
import { prepareWriters, saveOverHttp } from "./scenarios/save.ts";
import { type SignedIn, type Stage, signIn } from "./stage.ts";

/**
 * Headquarters watches three years of figures while communes save: 20 viewers open the national dashboard and 50 sessions save,
 * each with a pause between two askings as people make it, then without any. A file and a page without data of the same server
 * are asked for at the same time. And the national pivot of three years × all fields, alone.
 */
export const WATCHING = "dashboards under load";

const VIEWERS = 20;
const WRITERS = 50;
const VIEW_PAUSE_MS = 5_000;
const SAVE_PAUSE_MS = 1_000;
const PIVOT = "/dashboards/VN/pivot?rows=indicator&columns=year";
const AIMS = { firstByteMs: 150, completeMs: 400, pivotMs: 1_000 };

type Times = { asked: number; firstByteMs: number; completeMs: number };
export type Watched = { paused: Together; busy: Together; pivot: Times; failed: string[] };
/** 95th percentiles of everything that was asked for side by side. */
type Together = { dashboard: Times; page: Times; file: Times; save: Times };

export async function watchUnderLoad(stage: Stage, seconds: number): Promise<Watched> {
  await addThirdYear(stage);
  const client = httpClient(stage.address);
  const viewers = await signIn(stage, Array<string>(VIEWERS).fill("congan.G01"));
  const failed: string[] = [];
  const together = async (paused: boolean) => watchTogether(stage, client, viewers, { seconds, paused, failed });
  return {
    paused: await together(true),
    busy: await together(false),
    pivot: await openPivot(client, viewers[0]),
    failed,
  };
}

/** Copies what was sent for 2025 to 2024, once: its numbers are as good as any, its sums are kept by the triggers as always. */
async function addThirdYear({ database }: Stage) {
  const { rows } = await database.query("select from reporting_period where id = '2024'");
  if (rows.length > 0) return;
  await database.query(`
    insert into reporting_period select (jsonb_populate_record(p, jsonb_build_object('id', '2024', 'year', 2024, 'starts_on', p.starts_on - 366, 'ends_on', p.ends_on - 366, 'opens_on', p.opens_on - 366, 'data_closing_on', null))).*
      from reporting_period p where id = '2025';
    create temporary table twin as select id as report_id, gen_random_uuid() as twin_id, accepted_version_id as version_id, gen_random_uuid() as twin_version_id
      from report where period_id = '2025' and kind = 'own' and accepted_version_id is not null;
    insert into report select (jsonb_populate_record(r, jsonb_build_object('id', t.twin_id, 'period_id', '2024', 'status', 'draft', 'parent_id', null, 'sent_version_id', null, 'accepted_version_id', null, 'consolidation_id', null,
        'opens_on', r.opens_on - 365, 'due_on', r.due_on - 365, 'first_sent_at', r.first_sent_at - interval '365 days', 'first_accepted_at', r.first_accepted_at - interval '365 days'))).*
      from twin t join report r on r.id = t.report_id;
    insert into report_version select (jsonb_populate_record(v, jsonb_build_object('id', t.twin_version_id, 'report_id', t.twin_id, 'number', 1, 'sent_at', v.sent_at - interval '365 days'))).*
      from twin t join report_version v on v.id = t.version_id;
    insert into report_figure select (jsonb_populate_record(f, jsonb_build_object('version_id', t.twin_version_id))).* from twin t join report_figure f on f.version_id = t.version_id;
    update report r set status = 'accepted', sent_version_id = t.twin_version_id, accepted_version_id = t.twin_version_id from twin t where t.twin_id = r.id;
    drop table twin;
    analyze`);
}

type Bounds = { seconds: number; paused: boolean; failed: string[] };

async function watchTogether(
  stage: Stage,
  client: HttpClient,
  viewers: SignedIn[],
  { seconds, paused, failed }: Bounds,
) {
  const { writers, cells } = await prepareWriters(stage, WRITERS, 5);
  const save = saveOverHttp(client, writers, cells);
  const view = (path: string, sign: string) => async (cookie: string | undefined) => {
    const answer = await client({ path, accept: "text/html", ...(cookie && { cookie }) });
    if (!textOf(answer).includes(sign)) throw new Error(`${path} says no ${sign}`);
    return answer.firstByteMs;
  };
  const dashboard = view("/dashboards/VN", "Quần đảo Trường Sa");
  const page = view("/open-data", "Dữ liệu mở");
  const file = view("/maps/provinces.svg", "<svg");
  for (const viewer of viewers) await dashboard(viewer.cookie); // the first ones warm the server

  const until = performance.now() + Math.max(10, seconds) * 1_000;
  const repeat = (pauseMs: number, ask: () => Promise<unknown>) =>
    repeatedly({ until, pauseMs: paused ? pauseMs : 0, failed }, ask);
  const [dashboards, pages, files, saves] = await Promise.all([
    Promise.all(viewers.map(({ cookie }) => repeat(VIEW_PAUSE_MS, () => dashboard(cookie)))),
    Promise.all([repeat(VIEW_PAUSE_MS / 10, () => page(undefined))]),
    Promise.all([repeat(VIEW_PAUSE_MS / 10, () => file(undefined))]),
    Promise.all(writers.map((_, user) => repeat(SAVE_PAUSE_MS, () => save(user)))),
  ]);
  return {
    dashboard: slowest(dashboards.flat()),
    page: slowest(pages.flat()),
    file: slowest(files.flat()),
    save: slowest(saves.flat()),
  };
}

type Took = { firstByteMs: number; completeMs: number };

/** Asks again and again, each user beginning at another moment. */
async function repeatedly(
  { until, pauseMs, failed }: { until: number; pauseMs: number; failed: string[] },
  ask: () => Promise<unknown>,
) {
  const took: Took[] = [];
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await rest(pauseMs * Math.random());
  while (performance.now() < until) {
    const began = performance.now();
    try {
      const firstByteMs = await ask();
      const completeMs = performance.now() - began;
      took.push({ firstByteMs: typeof firstByteMs === "number" ? firstByteMs : completeMs, completeMs });
    } catch (error) {
      failed.push((error as Error).message);
      if (failed.length > 20) break;
    }
    await rest(pauseMs * (0.5 + Math.random()));
  }
  return took;
}

function slowest(took: Took[]): Times {
  const p95 = (of: (one: Took) => number) =>
    took.map(of).toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? Number.NaN;
  return { asked: took.length, firstByteMs: p95((one) => one.firstByteMs), completeMs: p95((one) => one.completeMs) };
}

async function openPivot(client: HttpClient, viewer: SignedIn | undefined): Promise<Times> {
  const took: Took[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const began = performance.now();
    const answer = await client({ path: PIVOT, accept: "text/html", ...(viewer && { cookie: viewer.cookie }) });
    if (!textOf(answer).includes("2024")) throw new Error("The pivot shows no third year.");
    took.push({ firstByteMs: answer.firstByteMs, completeMs: performance.now() - began });
  }
  return slowest(took);
}

/** 95th percentiles, one line for each page; the aims beside what they are for. */
export function printWatched({ paused, busy, pivot, failed }: Watched): string {
  const line = (name: string, { asked, firstByteMs, completeMs }: Times, aim = "") =>
    `  ${name.padEnd(28)}${String(asked).padStart(6)}${firstByteMs.toFixed(0).padStart(14)}${completeMs.toFixed(0).padStart(14)}  ${aim}`;
  const block = (title: string, { dashboard, page, file, save }: Together, aim = "") => [
    title,
    line("national dashboard", dashboard, aim),
    line(
      "page without data (/open-data)",
      page,
      `the dashboard takes ${(dashboard.completeMs / page.completeMs).toFixed(1)} times as long`,
    ),
    line(
      "file (/maps/provinces.svg)",
      file,
      `the dashboard takes ${(dashboard.completeMs / file.completeMs).toFixed(1)} times as long`,
    ),
    line("save of 5 figures", save),
  ];
  const isMet = paused.dashboard.firstByteMs < AIMS.firstByteMs && paused.dashboard.completeMs < AIMS.completeMs;
  return [
    `${WATCHING}, three years of figures; p95 in ms${" ".repeat(10)}asked    first byte      complete`,
    ...block(
      `${VIEWERS} viewers, each ${VIEW_PAUSE_MS / 1_000} s between two pages, and ${WRITERS} who save every ${SAVE_PAUSE_MS / 1_000} s`,
      paused,
      `aim < ${AIMS.firstByteMs} and < ${AIMS.completeMs}: ${isMet ? "met" : "MISSED"}`,
    ),
    ...block(`${VIEWERS} viewers and ${WRITERS} who save, all without a pause`, busy),
    line(
      "national pivot, 3 years × all",
      pivot,
      `aim < ${AIMS.pivotMs}: ${pivot.completeMs < AIMS.pivotMs ? "met" : "MISSED"}`,
    ),
    ...failed.slice(0, 5).map((problem) => `  ✗ ${problem}`),
  ].join("\n");
}
