import { Logger, runMigrations } from "graphile-worker";
import type { Client } from "pg";
import { LaunchProblem } from "./problem.ts";

const silent = new Logger(() => () => {});

/** The tables of the queue are the library's own; it brings them up to date under its own lock. */
export const deployQueue = (connectionString: string) => runMigrations({ connectionString, logger: silent });

/** @throws LaunchProblem when the queue's tables are missing. */
export async function refuseWithoutQueue(client: Client) {
  const { rows } = await client.query("select to_regclass('graphile_worker.jobs') is not null as present");
  if (rows[0]?.present) return;
  throw new LaunchProblem(
    "Cơ sở dữ liệu chưa có bảng của hàng đợi công việc (lược đồ graphile_worker). Hãy sao lưu, chạy npm run db:deploy rồi khởi động lại.",
  );
}
