import { rm } from "node:fs/promises";
import { type Application, startApplication, stopApplication, untilAnswers } from "../support/server.ts";
import { machine } from "./machine.ts";
import { measure } from "./measure.ts";
import { readOptions } from "./options.ts";
import { failures, printJson, printTable, type Result } from "./print.ts";
import { scenarios } from "./scenarios.ts";
import { closeStage, openStage, type Stage } from "./stage.ts";
import { printWatched, WATCHING, type Watched, watchUnderLoad } from "./watching.ts";

/**
 * `npm run bench`: what the production build needs for each kind of request over HTTP, beside the same work in plain SQL
 * on the same PostgreSQL in the same run. Everything happens on loopback, on a data folder that is thrown away.
 *
 *   npm run bench                                  every scenario, a table
 *   npm run bench -- --json                        one line of JSON for each scenario and number of users
 *   npm run bench -- --only "submit,log-in"        some of them
 *   npm run bench -- --seconds 10                  how long each is measured (default 4), after a warm-up
 *   npm run bench -- --data /tmp/bench-data        keeps its data folder for the next run (its reports are changed!)
 */
const options = readOptions(process.argv.slice(2), [...scenarios.map(({ name }) => name), WATCHING]);
const note = (line: string) => console.error(line);
const results: Result[] = [];
let watched: Watched | null = null;
let application: Application | undefined;

process.once("SIGINT", () => void leave(130));
process.once("SIGTERM", () => void leave(143));

try {
  note("Starting the production build with the demonstration year…");
  application = await startApplication(options.data ? { DATA_DIR: options.data } : {});
  await untilAnswers(application, 300_000);
  const stage = await openStage(application);
  note(machine());
  for (const scenario of scenarios.filter(({ name }) => options.only.includes(name)))
    await runScenario(scenario, stage);
  if (options.only.includes(WATCHING)) {
    note(`  ${WATCHING}…`);
    watched = await watchUnderLoad(stage, options.seconds);
    if (options.json) console.log(JSON.stringify({ name: WATCHING, ...watched }));
  }
  await closeStage(stage);
} catch (error) {
  note(String((error as Error).stack ?? error));
  await leave(1);
}
if (!options.json && results.length > 0) console.log(`\n${printTable(results)}`);
if (!options.json && watched) console.log(`\n${printWatched(watched)}`);
await leave(failures(results) > 0 ? 1 : 0);

async function runScenario(scenario: (typeof scenarios)[number], stage: Stage) {
  for (const users of scenario.users) {
    note(`  ${scenario.name}, ${users} ${users === 1 ? "user" : "users"}…`);
    const result = await measure(scenario, users, options.seconds, stage);
    results.push(result);
    for (const problem of result.problems) note(`    ✗ ${problem}`);
    if (options.json) console.log(printJson(result));
  }
}

async function leave(code: number) {
  if (application) {
    await stopApplication(application);
    if (!options.data) await rm(application.dataFolder, { recursive: true, force: true });
  }
  process.exit(code);
}
