import type { Scenario } from "./scenario.ts";

export type Side = { requests: number; failed: number; rps: number; p50Ms: number; p95Ms: number; cpuMs: number };

export type Result = {
  name: string;
  users: number;
  ours: Side;
  sql: Side;
  /** how much of what its bound allows is reached */
  bound: { name: string; rps: number; share: number } | null;
  ratio: number;
  aim: Scenario["aim"] | null;
  problems: string[];
};

export const failures = (results: Result[]) =>
  results.reduce((sum, { ours, sql }) => sum + ours.failed + sql.failed, 0);

/** One line that a program reads. */
export function printJson({ name, users, ours, sql, ratio, bound }: Result): string {
  const side = ({ rps, p50Ms, p95Ms, cpuMs, requests, failed }: Side) => ({
    rps: round(rps),
    p50_ms: round(p50Ms),
    p95_ms: round(p95Ms),
    cpu_ms: round(cpuMs),
    requests,
    failed,
  });
  return JSON.stringify({
    name,
    users,
    ours: side(ours),
    sql: side(sql),
    ratio: round(ratio),
    ...(bound && { bound: { name: bound.name, rps: round(bound.rps), share: round(bound.share) } }),
  });
}

const round = (number: number) => Math.round(number * 100) / 100;

const heads = [
  "",
  "users",
  "req/s",
  "p50 ms",
  "p95 ms",
  "CPU-ms",
  "│ SQL: req/s",
  "p50 ms",
  "p95 ms",
  "CPU-ms",
  "│ ratio",
  "aim",
  "",
  "failed",
];

/** The lines under each other that a person reads: over HTTP left, in SQL right. CPU-ms is per request. */
export function printTable(results: Result[]): string {
  const lines = [heads, ...results.map(cells)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const isText = (column: number) => [0, 11, 12].includes(column);
  const table = lines.map((line) =>
    line
      .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const bounds = results.flatMap(({ name, users, bound, ours }) =>
    bound
      ? [
          `${name}, ${users} users: ${bound.name} allows ${print(bound.rps)} a second; ${print(ours.rps)} are ${Math.round(bound.share * 100)} %`,
        ]
      : [],
  );
  return [...table, "", ...bounds].join("\n").trimEnd();
}

function cells({ name, users, ours, sql, bound, ratio, aim }: Result): string[] {
  const side = ({ rps, p50Ms, p95Ms, cpuMs }: Side) => [rps, p50Ms, p95Ms, cpuMs].map(print);
  const isMet = aim?.met({ cpuMs: ours.cpuMs, ratio, share: bound?.share ?? null, failed: ours.failed });
  return [
    name,
    String(users),
    ...side(ours),
    ...side(sql).map((cell, index) => (index === 0 ? `│ ${cell}` : cell)),
    `│ ${print(ratio)}`,
    aim?.text ?? "",
    aim ? (isMet ? "met" : "MISSED") : "",
    String(ours.failed + sql.failed),
  ];
}

const print = (number: number) => number.toFixed(number >= 100 ? 0 : number >= 10 ? 1 : 2);
