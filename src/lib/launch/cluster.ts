import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { databaseOwner, isReachable, keptSecret, type Owner } from "./data-folder.ts";
import { endOrphans } from "./orphans.ts";
import { freePort, isFree } from "./port.ts";
import { type Programs, programsFor, programsVersion } from "./postgres-programs.ts";
import { LaunchProblem } from "./problem.ts";

const DATABASE = "campaign";
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const LOG_LIMIT_BYTES = 10_000_000;

export type Cluster = { process: ChildProcess; url: string };

/** `durable: false` is for tests: a crash of the machine may then lose data. */
export type ClusterOptions = { durable: boolean };

/**
 * Starts the PostgreSQL that comes with the application on `folder`/postgres, making it the first time.
 * It listens on loopback only, with a password. Resolves when it answers.
 * @throws LaunchProblem
 */
export async function startCluster(folder: string, { durable }: ClusterOptions = { durable: true }): Promise<Cluster> {
  const place = placeOf(folder);
  if (!existsSync(place.versionFile)) makeCluster(place);
  refuseOtherVersion(place);
  if (place.owner) giveTo(place.owner, place.cluster);
  await endOrphans(place.cluster);

  const port = await rememberedPort(place.portFile);
  const log = openLog(place.log);
  const postgres = spawn(place.programs.postgres, ["-D", place.cluster, ...settings(port, durable)], {
    ...as(place.owner),
    detached: true, // Ctrl-C in the terminal is for us; we stop it after the web server
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  try {
    await answers(postgres, addressOf(folder, "postgres"));
    await createDatabase(folder);
  } catch (error) {
    postgres.kill("SIGQUIT");
    if (!(error instanceof LaunchProblem)) throw error;
    throw new LaunchProblem(`${error.message} Nhật ký của PostgreSQL: ${place.log}.`);
  }
  return { process: postgres, url: addressOf(folder) };
}

/** Where a running cluster of this data folder is reached. */
export function addressOf(folder: string, database = DATABASE): string {
  const port = readFileSync(join(folder, "postgres.port"), "utf8").trim();
  return `postgresql://${DATABASE}:${keptSecret(folder, "postgres.password")}@127.0.0.1:${port}/${database}`;
}

/** Ends the server: running statements are broken off, everything committed is kept. */
export async function stopCluster({ process: postgres }: Pick<Cluster, "process">): Promise<void> {
  if (postgres.exitCode !== null || postgres.signalCode !== null) return;
  const ended = new Promise((resolve) => postgres.once("exit", resolve));
  postgres.kill("SIGINT");
  const impatience = setTimeout(() => postgres.kill("SIGQUIT"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(impatience);
}

type Place = {
  cluster: string;
  versionFile: string;
  portFile: string;
  log: string;
  passwordFile: string;
  password: string;
  owner: Owner;
  programs: Programs;
};

function placeOf(folder: string): Place {
  const cluster = join(folder, "postgres");
  const owner = databaseOwner();
  if (!isReachable(folder, owner)) {
    throw new LaunchProblem(
      `Người dùng ${owner?.name} (chạy PostgreSQL đi kèm) không vào được thư mục dữ liệu ${folder}. Hãy mở quyền đi qua các thư mục cha (chmod o+x), hoặc đặt DATA_DIR ở nơi khác, ví dụ /var/lib/thi-dua.`,
    );
  }
  return {
    cluster,
    versionFile: join(cluster, "PG_VERSION"),
    portFile: join(folder, "postgres.port"),
    log: join(folder, "postgres.log"),
    passwordFile: join(folder, "postgres.password"),
    password: keptSecret(folder, "postgres.password"),
    owner,
    programs: programsFor(owner, folder),
  };
}

function refuseOtherVersion({ versionFile, cluster, programs }: Place) {
  const stored = readFileSync(versionFile, "utf8").trim();
  const ours = programsVersion(programs.postgres);
  if (ours === null)
    throw new LaunchProblem(
      "PostgreSQL đi kèm không chạy được trên máy này. Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.",
    );
  if (stored === ours) return;
  throw new LaunchProblem(
    `Dữ liệu ở ${cluster} do PostgreSQL ${stored} tạo, phần mềm này kèm PostgreSQL ${ours}. Hãy xuất dữ liệu bằng bản phần mềm cũ (pg_dump) rồi nạp vào DATA_DIR mới.`,
  );
}

/** Made beside its place and moved there at the end, so that an interrupted start leaves no half cluster. */
function makeCluster({ cluster, owner, passwordFile, password, programs }: Place) {
  const unfinished = `${cluster}.unfinished`;
  const passwordCopy = `${passwordFile}.initdb`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordCopy, password, { mode: 0o600 });
  try {
    if (owner) {
      chownSync(passwordCopy, owner.uid, owner.gid);
      spawnSync("/bin/mkdir", ["-m", "700", unfinished]);
      chownSync(unfinished, owner.uid, owner.gid);
    }
    const initdb = spawnSync(
      programs.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${DATABASE}`,
        `--pwfile=${passwordCopy}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        `--locale=${systemLocale()}`,
        "--locale-provider=icu",
        "--icu-locale=vi-VN",
      ],
      { ...as(owner), encoding: "utf8" },
    );
    if (initdb.status !== 0) {
      throw new LaunchProblem(
        `Không tạo được cơ sở dữ liệu ở ${cluster}: ${lastLine(initdb.stderr) ?? initdb.error?.message}. Hãy kiểm tra quyền ghi và chỗ trống của đĩa.`,
      );
    }
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordCopy, { force: true });
  }
}

/** Sorting is ICU's; the system's locale only says what a letter is for text search, and must know UTF-8 for that. */
function systemLocale(): string {
  const known = spawnSync("locale", ["-a"], { encoding: "utf8" }).stdout?.split("\n") ?? [];
  return ["C.utf8", "C.UTF-8", "en_US.utf8", "en_US.UTF-8"].find((name) => known.includes(name)) ?? "C";
}

const lastLine = (text: string | null) =>
  text
    ?.trim()
    .split("\n")
    .findLast((line) => /error|FATAL|could not/.test(line));

/** A data folder that was copied, or first used by another user, is handed over to who runs PostgreSQL now. */
function giveTo({ uid, gid }: NonNullable<Owner>, cluster: string) {
  if (statSync(cluster).uid === uid) return;
  for (const name of readdirSync(cluster, { recursive: true, encoding: "utf8" }))
    lchownSync(join(cluster, name), uid, gid);
  chownSync(cluster, uid, gid);
}

/** The same port as last time if nobody has taken it since. */
async function rememberedPort(file: string): Promise<number> {
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = last > 0 && (await isFree(last, "127.0.0.1")) ? last : await freePort();
  writeFileSync(file, String(port));
  return port;
}

/** One log that goes on over restarts, and the one before it once it is long. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

function settings(port: number, durable: boolean): string[] {
  const chosen = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "Asia/Ho_Chi_Minh",
    log_checkpoints: "off",
    random_page_cost: 1.1, // the whole database fits into memory
    max_wal_size: "256MB", // what has to be done again after a crash, so that it is done within seconds
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Resolves when the server takes connections; a crash is recovered from before that. */
async function answers(postgres: ChildProcess, url: string) {
  let failure = "";
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until; await pause(50)) {
    if (postgres.exitCode !== null || postgres.signalCode !== null)
      throw new LaunchProblem("PostgreSQL đi kèm không khởi động được.");
    try {
      await withClient(url, (client) => client.query("select"));
      return;
    } catch (error) {
      failure = (error as Error).message;
    }
  }
  throw new LaunchProblem(`PostgreSQL đi kèm không trả lời sau ${START_LIMIT_MS / 1000} giây (${failure}).`);
}

async function createDatabase(folder: string) {
  await withClient(addressOf(folder, "postgres"), async (client) => {
    const found = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/** Lets `work` use one connection that is closed whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "launch" });
  client.on("error", () => {}); // the statement that is running fails with it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {}); // there may be nothing to close
  }
}

const as = (owner: Owner) => ({
  cwd: "/",
  env: { PATH: process.env.PATH, LC_ALL: "C" } as unknown as NodeJS.ProcessEnv, // not our secrets
  ...(owner ? { uid: owner.uid, gid: owner.gid } : {}),
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
