import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { temporaryFolder } from "./temporary-folder.ts";

/**
 * `npm test`: every check there is. A check that fails does not keep the later ones from running. The browser mostly waits, so
 * the tests without one run beside it, on one core of two, and what they say comes when they are through.
 * The last line is “N passed, N failed”: tests, and each static check as one.
 */
type Count = { passed: number; failed: number };

process.env.E2E_DATA_DIR = temporaryFolder();

/** What a program may take before it is ended, and what it finds around it. */
const settings = {
  env: { ...process.env, NODE_NO_WARNINGS: "1", DATABASE_URL: "" },
  timeout: 35 * 60_000,
};

const vitestReport = "test-results/vitest.json";
const playwrightReport = "test-results/e2e.json";

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results");
const still = [
  check("Quy tắc mã nguồn và ranh giới giữa các phần (Biome)", ["node_modules/@biomejs/biome/bin/biome", "check"]),
  check(
    "Kiểu dữ liệu (TypeScript)",
    ["node_modules/next/dist/bin/next", "typegen"],
    ["node_modules/typescript/bin/tsc", "--noEmit"],
  ),
  check("Mã thừa (knip)", ["node_modules/knip/bin/knip.js"]),
  check("Dựng ứng dụng (Next.js)", ["src/lib/launch/bootstrap.mjs", "build"]),
  browser(),
];
const moving = await Promise.all([
  tests(
    "Kiểm thử trên trình duyệt (Playwright)",
    playwrightReport,
    countPlaywright,
    inSight(["node_modules/@playwright/test/cli.js", "test"]),
  ),
  tests(
    "Kiểm thử đơn vị và tích hợp (Vitest)",
    vitestReport,
    countVitest,
    aside([
      "node_modules/vitest/vitest.mjs",
      "run",
      "--maxWorkers=1",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ]),
  ),
]);
const counts = [...still, ...moving];

rmSync(process.env.E2E_DATA_DIR, { recursive: true, force: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** One static check, of one or more programs: it passes or fails as a whole. */
function check(title: string, ...programs: string[][]): Count {
  announce(title);
  const works = programs.every(run);
  return { passed: works ? 1 : 0, failed: works ? 0 : 1 };
}

/** How a tool is run: whether it worked, once it has ended. */
type Running = (title: string) => Promise<boolean>;

/** A tool that counts for itself. When it fails without a failed test, that is one failure. */
async function tests<Report>(
  title: string,
  report: string,
  countIn: (report: Report) => Count,
  running: Running,
): Promise<Count> {
  const works = await running(title);
  if (!existsSync(report)) return { passed: 0, failed: 1 }; // it ended before it could write one
  const count = countIn(JSON.parse(readFileSync(report, "utf8")));
  return works || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** One says what it does while it does it, the other when it is through: lines of two programs are no use to anybody. */
function inSight(words: string[]): Running {
  return (title) => {
    announce(title);
    return ended(spawn(process.execPath, words, { ...settings, stdio: ["ignore", "inherit", "inherit"] }));
  };
}

function aside(words: string[]): Running {
  return async (title) => {
    const program = spawn(process.execPath, words, { ...settings, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [program.stdout, program.stderr]) stream.on("data", (part: Buffer) => said.push(part));
    const works = await ended(program);
    announce(title);
    process.stdout.write(Buffer.concat(said));
    return works;
  };
}

function ended(program: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    program.once("error", () => resolve(false));
    program.once("close", (code) => resolve(code === 0));
  });
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** A file that cannot even be loaded has no tests; it counts as one that failed. */
function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number } };

function countPlaywright({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** Sees to it that there is a browser; counts only if there is none and none can be had. */
function browser(): Count {
  const present = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  if (present.some((path) => path && existsSync(path))) return { passed: 0, failed: 0 };
  announce("Cài trình duyệt Chromium");
  const installed =
    process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")
      ? installFromDebian()
      : run(["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  return { passed: 0, failed: installed ? 0 : 1 };
}

function installFromDebian(): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) =>
    spawnSync("apt-get", ["-qq", ...words], { stdio: ["ignore", "ignore", "inherit"], env: environment }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
}

function announce(title: string) {
  console.log(`\n── ${title}`);
}

function run(words: string[]): boolean {
  return spawnSync(process.execPath, words, { ...settings, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}
