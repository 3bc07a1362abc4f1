import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Application } from "../support/server.ts";

/** /proc counts in hundredths of a second, on every Linux that Node runs on. */
const MS_PER_TICK = 10;

/** CPU time in ms that processes and all their descendants have used so far, finished ones included. */
export function cpuOf(roots: number[]): number {
  const processes = listProcesses();
  let ticks = 0;
  const add = (pid: number) => {
    ticks += processes.get(pid)?.ticks ?? 0;
    for (const [child, { parent }] of processes) if (parent === pid) add(child);
  };
  roots.forEach(add);
  return ticks * MS_PER_TICK;
}

export function databasePid({ dataFolder }: Application): number {
  return Number(readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** The child of the launcher that runs server.ts. */
export function serverPid({ launcher }: Application): number {
  for (const [pid, { parent }] of listProcesses()) {
    if (parent === launcher.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("server.ts")) return pid;
  }
  throw new Error("The web server runs in no child of the launcher.");
}

type Process = { parent: number; ticks: number };

function listProcesses(): Map<number, Process> {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return new Map(pids.flatMap((pid) => readStat(Number(pid))));
}

/** Fields of proc_pid_stat(5) after the name in parentheses: state, parent, …, utime, stime, cutime, cstime. */
function readStat(pid: number): [number, Process][] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [[pid, { parent: Number(fields[1]), ticks }]];
  } catch {
    return []; // it has ended since its name was listed
  }
}
