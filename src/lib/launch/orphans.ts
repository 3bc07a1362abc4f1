import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

const STOP_LIMIT_MS = 20_000;

/** Ends what a killed launcher or a killed PostgreSQL left behind on a cluster. What was committed is kept. */
export async function endOrphans(cluster: string) {
  await stopOrphanedServer(cluster);
  // Without their server the processes of connections are lost, but one in the middle of a long statement
  // does not notice, and PostgreSQL does not start beside it.
  for (const pid of processesOf(cluster)) process.kill(pid, "SIGKILL");
}

/** The first line of postmaster.pid is the process that works on the cluster, or did before it was killed. */
async function stopOrphanedServer(cluster: string) {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (isServerOf(cluster, pid)) {
    process.kill(pid, "SIGINT");
    if (!(await isGone(pid, STOP_LIMIT_MS))) {
      process.kill(pid, "SIGQUIT");
      await isGone(pid, STOP_LIMIT_MS);
    }
  }
  // A number in a stale file may belong to somebody else by now, and would keep PostgreSQL from starting.
  if (!isServerOf(cluster, pid)) rmSync(pidFile, { force: true });
}

/** Every process of PostgreSQL works in the folder of its cluster. Known on Linux only. */
function processesOf(cluster: string): number[] {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0);
  return pids.filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster && readFileSync(`/proc/${pid}/comm`, "utf8") === "postgres\n";
    } catch {
      return false; // it ended meanwhile, or belongs to somebody else
    }
  });
}

function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words[0]?.includes("postgres") === true && words.includes(cluster);
  } catch {
    return false; // it ended between the two questions
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function isGone(pid: number, limitMs: number): Promise<boolean> {
  for (const until = Date.now() + limitMs; Date.now() < until; await pause(50)) {
    if (!isAlive(pid)) return true;
  }
  return false;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
