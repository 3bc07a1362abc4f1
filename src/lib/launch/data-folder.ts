import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { LaunchProblem } from "./problem.ts";

/** The system user a program runs as; null means as ourselves. */
export type Owner = { name: string; uid: number; gid: number } | null;

/** Makes the folder of the application's data, ready to be written. @throws LaunchProblem */
export function openDataFolder(wanted: string): string {
  const folder = placeFor(wanted);
  try {
    mkdirSync(folder, { recursive: true });
    const trial = join(folder, `.write-test-${process.pid}`);
    writeFileSync(trial, "");
    rmSync(trial);
    return realpathSync(folder);
  } catch (error) {
    throw new LaunchProblem(
      `Không ghi được vào thư mục dữ liệu ${folder} (${(error as NodeJS.ErrnoException).code}). Hãy cấp quyền ghi cho người chạy, hoặc đặt DATA_DIR là một thư mục khác.`,
    );
  }
}

/**
 * PostgreSQL refuses to run as root. A root user whose clone lies below a closed home folder would have
 * no place for it, so without an explicit DATA_DIR the data then goes to /var/lib, one folder per clone.
 */
function placeFor(wanted: string): string {
  const owner = databaseOwner();
  if (
    process.env.DATA_DIR?.trim() ||
    !owner ||
    existsSync(join(wanted, "postgres")) ||
    isReachable(resolve(wanted, ".."), owner)
  )
    return wanted;
  return `/var/lib/toan-dan-bao-ve-an-ninh-to-quoc-${createHash("sha256").update(wanted).digest("hex").slice(0, 8)}`;
}

/** Who runs PostgreSQL: ourselves, or for root an existing user without privileges. @throws LaunchProblem */
export function databaseOwner(): Owner {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!user)
    throw new LaunchProblem(
      "PostgreSQL đi kèm không chạy dưới quyền root và máy không có người dùng postgres hay nobody. Hãy chạy npm start bằng một người dùng thường.",
    );
  return { name: String(user[0]), uid: Number(user[2]), gid: Number(user[3]) };
}

/** Whether the owner can enter a folder, through all the folders above it. */
export const isReachable = (folder: string, owner: Owner) => asOwner(owner, 'cd "$1"', folder);

/** Whether the owner can run a program. */
export const isRunnable = (program: string, owner: Owner) => asOwner(owner, 'test -x "$1"', program);

function asOwner(owner: Owner, script: string, path: string): boolean {
  if (!owner) return true;
  return (
    spawnSync("/bin/sh", ["-c", script, "sh", path], { uid: owner.uid, gid: owner.gid, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

/** A secret that is made once and kept in a file only its owner may read. */
export function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flush: true });
  return readFileSync(file, "utf8").trim();
}
