import type { Client } from "pg";
import { withClient } from "./cluster.ts";
import { deployMigrations, migrationState, readMigrations, refusePending, refuseUnknown } from "./migrate.ts";
import { endWith, LaunchProblem } from "./problem.ts";
import { deployQueue, refuseWithoutQueue } from "./queue.ts";

/**
 * Prepares the database named by DATABASE_URL, in a process of its own so that its memory is given back:
 * `node prepare.ts <step> …` with the steps below, in the order they are named.
 */
const steps: Record<string, () => Promise<unknown>> = { check, migrate, reference, demonstration, account, totals };

/** What the launcher is told at the end. */
export type Prepared = { accounts: { username: string; who: string }[]; password: string };

const databaseUrl = process.env.DATABASE_URL ?? "";
const say = (line: string) => console.log(`  ${line}`);

process.once("disconnect", () => process.exit(1)); // nobody waits for it any more

try {
  await onServer(refuseOldServer);
  for (const name of process.argv.slice(2)) await steps[name]?.();
  process.send?.(await preparedOf());
  process.exit(0);
} catch (error) {
  endWith(error);
}

/** The database must be exactly as this code knows it. */
function check() {
  return onServer(async (client) => {
    const state = await migrationState(client, readMigrations());
    refuseUnknown(state);
    refusePending(state);
    await refuseWithoutQueue(client);
  });
}

function migrate() {
  return onServer(async (client) => {
    const applied = await deployMigrations(client, readMigrations());
    if (applied.length > 0) say(`Đã áp dụng ${applied.length} bản chuyển đổi cơ sở dữ liệu.`);
    await deployQueue(databaseUrl);
  });
}

/** Compares the sums of the dashboards with a recount; wrong ones are put right, and the command then ends with an error. */
async function totals() {
  const { checkTotals } = await import("#lib/dashboards/totals/service");
  const checks = await checkTotals();
  for (const { periodId, wrong, doubtful } of checks)
    say(
      `Kỳ ${periodId}: ${wrong === 0 ? "số cộng đúng" : `${wrong} số cộng sai, đã sửa`}${doubtful > 0 ? `; ${doubtful} báo cáo có dữ kiện mâu thuẫn, xem bảng totals_check` : ""}.`,
    );
  if (checks.some(({ wrong, doubtful }) => wrong + doubtful > 0))
    throw new LaunchProblem("Có chỗ không khớp; chi tiết trong bảng totals_check.");
}

async function reference() {
  const { loadReferenceData } = await import("#lib/reference/load");
  await loadReferenceData(say);
}

async function demonstration() {
  const { createDemonstration } = await import("#lib/demonstration/create");
  await createDemonstration(say);
}

/** `account <user name> <full name> [agency]`: opens the first administrator and tells the password once. */
async function account() {
  const [username = "", fullName = "", agencyId = "G01"] = process.argv.slice(process.argv.indexOf("account") + 1);
  if (!username || !fullName)
    throw new LaunchProblem(
      'Hãy ghi tên đăng nhập và họ tên, ví dụ: npm run db:account -- quantri.G01 "Nguyễn Văn A" G01',
    );
  const { openFirstAccount } = await import("#lib/identity/people/first-account");
  const { UserFacingError } = await import("#lib/errors");
  try {
    const opened = await openFirstAccount(username, fullName, agencyId);
    say(
      `Tài khoản quản trị: ${opened.username}. Mật khẩu dùng một lần, phải đổi khi đăng nhập lần đầu: ${opened.password}`,
    );
  } catch (error) {
    if (error instanceof UserFacingError)
      throw new LaunchProblem([error.message, ...error.fields.map(({ message }) => message)].join(" "));
    throw error;
  }
}

/** The accounts to show: none unless this database holds the demonstration. */
async function preparedOf(): Promise<Prepared> {
  const { demonstrationAccounts, demonstrationPassword } = await import("#lib/demonstration/accounts");
  const usernames = demonstrationAccounts.map(({ username }) => username);
  const present = await onServer(async (client) => {
    const table = await client.query("select to_regclass('person') is not null as present");
    if (!table.rows[0]?.present) return 0;
    return (await client.query("select from person where username = any($1) and fictitious", [usernames])).rowCount;
  });
  return { accounts: present ? demonstrationAccounts : [], password: demonstrationPassword };
}

async function refuseOldServer(client: Client) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding",
  );
  const { number, version, encoding } = rows[0];
  if (number < 150_000)
    throw new LaunchProblem(`Máy chủ ở DATABASE_URL là PostgreSQL ${version}. Phần mềm cần PostgreSQL từ bản 15.`);
  if (encoding !== "UTF8")
    throw new LaunchProblem(`Cơ sở dữ liệu ở DATABASE_URL dùng bảng mã ${encoding}. Hãy tạo lại với ENCODING 'UTF8'.`);
}

/** @throws LaunchProblem that names the server (never the password) when there is no connection. */
async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  let connected = false;
  try {
    return await withClient(databaseUrl, (client) => {
      connected = true;
      return work(client);
    });
  } catch (error) {
    if (connected) throw error;
    const { host, pathname, username } = new URL(databaseUrl);
    throw new LaunchProblem(
      `Không kết nối được cơ sở dữ liệu ${pathname.slice(1)} ở ${host} bằng người dùng ${username || "(trống)"}: ${reasonOf(error)}. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
    );
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ECONNREFUSED: "không có máy chủ nào trả lời ở địa chỉ đó",
    ENOTFOUND: "không tìm thấy tên máy chủ",
    ETIMEDOUT: "máy chủ không trả lời",
    "28P01": "sai mật khẩu",
    "28000": "người dùng không được phép vào",
    "3D000": "cơ sở dữ liệu chưa được tạo",
  };
  return (code && reasons[code]) ?? message;
}
