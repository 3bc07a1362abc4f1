import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { env } from "../env.ts";
import { type Cluster, startCluster, stopCluster, withClient } from "./cluster.ts";
import { keptSecret, openDataFolder } from "./data-folder.ts";
import { becomeOnlyOne } from "./only-one.ts";
import { isFree } from "./port.ts";
import type { Prepared } from "./prepare.ts";
import { endWith, LaunchProblem } from "./problem.ts";
import { end, prepare, runProgram } from "./programs.ts";

/**
 * The launcher: starts the database and the web server, keeps both running and stops both.
 * `node start.ts` for production, `node start.ts --dev` for development.
 */
const development = process.argv.includes("--dev");

/** A program that ends sooner than this after its start is of no use; after so many times in a row we stop trying. */
const QUICK_MS = 5_000;
const MOST_QUICK_DEATHS = 5;

let cluster: Promise<Cluster> | null = null; // a promise, so that a stop during the start waits for it
let server: ChildProcess | null = null;
let worker: ChildProcess | null = null;
let preparation: ChildProcess | null = null;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
process.once("disconnect", () => void stop(0)); // the program that started us is gone

try {
  await start();
} catch (error) {
  await stop(1, error);
}

async function start() {
  const settings = env();
  const folder = openDataFolder(settings.DATA_DIR);
  const other = await becomeOnlyOne(folder);
  if (other !== null) {
    throw new LaunchProblem(
      `Phần mềm đang chạy với thư mục dữ liệu ${folder} (tiến trình ${other}). Hãy dừng tiến trình đó, hoặc đặt DATA_DIR và PORT khác cho bản thứ hai.`,
    );
  }
  await refuseTakenPort(settings.PORT, settings.HOST);
  if (settings.DATABASE_URL && !settings.NEXTAUTH_SECRET) {
    throw new LaunchProblem(
      "Thiếu biến môi trường NEXTAUTH_SECRET: khi dùng DATABASE_URL phải đặt một chuỗi bí mật từ 32 ký tự. Tạo bằng lệnh: openssl rand -hex 32.",
    );
  }

  if (!settings.DATABASE_URL) {
    say(`Khởi động cơ sở dữ liệu ở ${folder}…`);
    cluster = startCluster(folder);
    keepCluster(folder, await cluster);
    if (stopping) return;
  }
  const environment = {
    ...process.env,
    DATABASE_URL: settings.DATABASE_URL ?? (await cluster)?.url,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? keptSecret(folder, "auth.secret"),
    NEXTAUTH_URL: settings.NEXTAUTH_URL ?? `http://localhost:${settings.PORT}`,
    DATA_DIR: folder,
    HOST: settings.HOST,
    PORT: String(settings.PORT),
    NODE_ENV: development ? ("development" as const) : ("production" as const),
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_COMPILE_CACHE: join(folder, "compile-cache"), // a restart of the web server is then a fifth cheaper
  };

  say("Chuẩn bị dữ liệu…");
  const steps = settings.DATABASE_URL ? ["check", "reference"] : ["migrate", "reference"];
  if (settings.DEMO ?? !settings.DATABASE_URL) steps.push("demonstration");
  const { program, done } = prepare(steps, environment);
  preparation = program;
  const prepared = await done;
  // Much may have been written: a crash from here on has little to do again.
  if (cluster) await withClient((await cluster).url, (client) => client.query("checkpoint"));

  if (stopping) return;
  say("Khởi động máy chủ web…");
  await keepServer(environment);
  keepWorker(environment);
  introduce(environment.NEXTAUTH_URL, prepared);
}

/** A server that was killed a moment ago may still be closing its port. */
async function refuseTakenPort(port: number, host: string) {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await isFree(port, host)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new LaunchProblem(
    `Cổng ${port} ở ${host} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port + 1} npm start.`,
  );
}

/** Starts the web server, again whenever it dies, and resolves when it answers for the first time. */
function keepServer(environment: NodeJS.ProcessEnv): Promise<void> {
  const died = countDeaths("Máy chủ web");
  return new Promise((resolve) => {
    const run = () => {
      server = runProgram("server.ts", [], environment, { detached: true });
      server.on("message", () => resolve());
      server.on("exit", (code, signal) => {
        if (stopping) return;
        if (died(signal ?? code)) run();
      });
    };
    run();
  });
}

const WORKER_PAUSE_MS = 5_000;

/** Starts the program that works in the background, again some seconds after it dies: pages do without it, so it never ends them. */
function keepWorker(environment: NodeJS.ProcessEnv) {
  worker = runProgram("worker.ts", [], environment, { flags: ["--conditions=react-server"], detached: true });
  worker.on("exit", (code, signal) => {
    if (stopping) return;
    say(`Chương trình nền dừng đột ngột (${signal ?? code}), đang khởi động lại…`);
    setTimeout(() => stopping || keepWorker(environment), WORKER_PAUSE_MS);
  });
}

/** Starts the database again whenever it dies. */
function keepCluster(folder: string, first: Cluster) {
  const died = countDeaths("Cơ sở dữ liệu");
  const watch = ({ process: postgres }: Cluster) => {
    postgres.once("exit", async (code, signal) => {
      if (stopping || !died(signal ?? code)) return;
      try {
        cluster = startCluster(folder);
        const next = await cluster;
        if (next.url !== first.url) {
          throw new LaunchProblem("Cổng của cơ sở dữ liệu vừa bị chương trình khác chiếm. Hãy chạy lại npm start.");
        }
        watch(next);
      } catch (error) {
        await stop(1, error);
      }
    });
  };
  watch(first);
}

/** Says whether to try again after a death; too many quick ones in a row end the launcher. */
function countDeaths(what: string) {
  let quickDeaths = 0;
  let born = Date.now();
  return (reason: NodeJS.Signals | number | null): boolean => {
    quickDeaths = Date.now() - born < QUICK_MS ? quickDeaths + 1 : 0;
    born = Date.now();
    if (quickDeaths < MOST_QUICK_DEATHS) {
      say(`${what} dừng đột ngột (${reason}), đang khởi động lại…`);
      return true;
    }
    void stop(
      1,
      new LaunchProblem(
        `${what} cứ khởi động là dừng (${reason}), đã thử ${quickDeaths} lần liền. Hãy xem các dòng lỗi ở trên rồi chạy lại npm start.`,
      ),
    );
    return false;
  };
}

/** Stops the web server, then the database, and ends: with a sentence if there is a reason. */
async function stop(code: number, reason?: unknown) {
  if (stopping) return;
  stopping = true;
  if (!reason) say("Đang dừng…");
  await Promise.all([end(server), end(worker), end(preparation)]);
  await cluster?.then(stopCluster, () => {}); // one that did not start has said why
  if (reason) endWith(reason);
  process.exit(code);
}

function introduce(address: string, { accounts, password }: Prepared) {
  say("");
  say(`Sẵn sàng: ${address}`);
  if (accounts.length > 0) {
    say(`Tài khoản trình diễn (mật khẩu chung: ${password}):`);
    const width = Math.max(...accounts.map(({ username }) => username.length));
    for (const { username, who } of accounts) say(`  ${username.padEnd(width)}  ${who}`);
  }
  say("Dừng lại: Ctrl-C");
}

function say(line: string) {
  console.log(line);
}
