// The first program of every npm script that runs the application: plain JavaScript for Node 20 and no dependency,
// because on a fresh clone nothing is installed yet. It installs, generates and builds only what is out of date,
// then hands over to the TypeScript of this folder on the Node 24 that npm has installed.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const node = join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
const [command, ...words] = process.argv.slice(2);
const parent = process.ppid;

process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";

// What each command needs, in order; the last step hands over.
const commands = {
  start: [install, generate, build, () => run("src/lib/launch/start.ts")],
  dev: [install, generate, () => run("src/lib/launch/start.ts", "--dev")],
  build: [install, generate, build],
  generate: [install, generate],
  deploy: [install, generate, () => run("src/lib/launch/deploy.ts", "migrate")],
  reference: [install, generate, () => run("src/lib/launch/deploy.ts", "check", "reference")],
  account: [install, generate, () => run("src/lib/launch/deploy.ts", "check", "account", ...process.argv.slice(3))],
  totals: [install, generate, () => run("src/lib/launch/deploy.ts", "check", "totals")],
  test: [install, generate, () => run("tests/support/run.ts")],
  bench: [install, generate, build, () => run("tests/bench/run.ts", ...words)],
};
for (const step of commands[command]) step();

function install() {
  if (isInstalled()) return;
  say("Cài các gói phần mềm (chỉ lần đầu hoặc khi package-lock.json đổi)…");
  const npm = process.env.npm_execpath;
  const [program, ...start] = npm?.endsWith(".js") ? [systemNode(), npm] : ["npm"];
  succeed(
    program,
    [...start, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
    "Không cài được các gói phần mềm. Hãy kiểm tra kết nối tới kho npm rồi chạy lại.",
  );
}

/** npm writes down what it has installed when it has finished; compare that with what is asked for. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    const missing = Object.entries(wanted).filter(
      ([path, { version, optional }]) => path !== "" && (present[path] ? present[path].version !== version : !optional),
    );
    return missing.length === 0 && existsSync(node);
  } catch {
    return false;
  }
}

/** npm ci removes node_modules, and with it the Node that may be running this. */
function systemNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? process.execPath;
}

function generate() {
  const stamp = "src/generated/.made-from";
  const sources = hashOf(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if (existsSync("src/generated/prisma/client.ts") && read(stamp) === sources) return;
  say("Tạo mã truy cập cơ sở dữ liệu…");
  // Generating needs no schema engine, yet Prisma would download one first unless it is told of an executable.
  const environment = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  succeed(
    node,
    ["node_modules/prisma/build/index.js", "generate"],
    "Không tạo được mã truy cập cơ sở dữ liệu.",
    environment,
    "quiet",
  );
  writeFileSync(stamp, sources);
}

function build() {
  const stamp = ".next/made-from";
  const sources = hashOf([
    "src",
    "prisma",
    "public",
    "next.config.ts",
    "postcss.config.mjs",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ]);
  if (existsSync(".next/BUILD_ID") && read(stamp) === sources) return;
  say("Dựng ứng dụng (chỉ lần đầu hoặc khi mã nguồn đổi)…");
  succeed(
    node,
    ["node_modules/next/dist/bin/next", "build"],
    "Không dựng được ứng dụng.",
    { NODE_ENV: "production" },
    "quiet",
  );
  writeFileSync(stamp, sources);
}

/** One hash of the names and contents of all files below some paths; generated code follows from the rest. */
function hashOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path) || path === join("src", "generated")) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  };
  paths.forEach(add);
  return hash.digest("hex");
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Runs a program to its end; a quiet one shows its output only when it fails. */
function succeed(program, args, sentence, environment = {}, manner = "loud") {
  const quiet = manner === "quiet";
  const result = spawnSync(program, args, {
    stdio: quiet ? "pipe" : ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  if (result.status === 0) return;
  if (quiet) process.stderr.write((result.stdout ?? "") + (result.stderr ?? ""));
  console.error(`✗ ${sentence}`);
  process.exit(1);
}

/** Hands over: signals go to the program, its exit code comes back, and it hears when we are killed. */
function run(file, ...args) {
  if (isAbandoned()) process.exit(1);
  const program = spawn(node, ["--no-warnings", file, ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => program.kill(signal));
  program.on("exit", (code) => process.exit(code ?? 1));
  setInterval(() => isAbandoned() && program.kill("SIGTERM"), 300).unref();
}

/** npm passes SIGTERM only to the shell between us, which dies of it without a word. */
function isAbandoned() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
}

function say(line) {
  console.log(line);
}
