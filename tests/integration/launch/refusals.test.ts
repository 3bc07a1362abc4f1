import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { withClient } from "#lib/launch/cluster";
import { freePort } from "#lib/launch/port";
import { createDatabase, dropDatabase } from "../../support/database.ts";
import { startApplication } from "../../support/server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const secret = "0123456789abcdef0123456789abcdef";
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Starts the application and expects it to end by itself. */
async function start(environment: Record<string, string>) {
  const application = await startApplication(environment);
  const code = await application.ended;
  if (!environment.DATA_DIR) await rm(application.dataFolder, { recursive: true, force: true });
  return {
    code,
    sentence: application
      .output()
      .split("\n")
      .find((line) => line.startsWith("✗")),
  };
}

async function aDatabase(copyOf?: string) {
  const name = `refused_${randomBytes(4).toString("hex")}`;
  cleanups.push(() => dropDatabase(name));
  return createDatabase(name, copyOf);
}

describe("the start refuses, with one sentence and exit code 1,", () => {
  it("a wrong variable", async () => {
    expect(await start({ PORT: "abc" })).toEqual({
      code: 1,
      sentence:
        "✗ Biến môi trường PORT có giá trị “abc” chưa dùng được: số cổng phải là số nguyên từ 1 đến 65535, ví dụ 3000.",
    });
  });

  it("a port that is taken", async () => {
    const port = await freePort();
    const squatter = createServer().listen(port, "127.0.0.1");
    cleanups.push(() => squatter.close());
    const { code, sentence } = await start({ PORT: String(port) });
    expect(code).toBe(1);
    expect(sentence).toContain(`Cổng ${port} ở 127.0.0.1 đang có chương trình khác dùng.`);
  });

  it("a data folder it cannot write", async () => {
    const { code, sentence } = await start({ DATA_DIR: "/dev/null/thi-dua" });
    expect(code).toBe(1);
    expect(sentence).toContain("Không ghi được vào thư mục dữ liệu /dev/null/thi-dua (ENOTDIR).");
  });

  it.runIf(process.getuid?.() === 0)("a data folder the user of PostgreSQL cannot enter", async () => {
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    cleanups.push(() => rm(closed, { recursive: true }));
    const { code, sentence } = await start({ DATA_DIR: join(closed, "data") });
    expect(code).toBe(1);
    expect(sentence).toContain(`không vào được thư mục dữ liệu ${join(closed, "data")}`);
  });

  it("a cluster of another PostgreSQL", async () => {
    const folder = temporaryFolder();
    cleanups.push(() => rm(folder, { recursive: true }));
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres", "PG_VERSION"), "14\n");
    const { code, sentence } = await start({ DATA_DIR: folder });
    expect(code).toBe(1);
    expect(sentence).toContain("do PostgreSQL 14 tạo, phần mềm này kèm PostgreSQL 18");
    expect(existsSync(join(folder, "postgres", "PG_VERSION"))).toBe(true);
  });

  it("a second start on the same data folder", async () => {
    const folder = temporaryFolder();
    cleanups.push(() => rm(folder, { recursive: true }));
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `
      import { becomeOnlyOne } from ${JSON.stringify(join(process.cwd(), "src/lib/launch/only-one.ts"))};
      await becomeOnlyOne(${JSON.stringify(folder)});
      console.log("held");
      setInterval(() => {}, 1000);`,
    ]);
    cleanups.push(() => holder.kill());
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    const { code, sentence } = await start({ DATA_DIR: folder });
    expect(code).toBe(1);
    expect(sentence).toContain(`Phần mềm đang chạy với thư mục dữ liệu ${folder} (tiến trình ${holder.pid})`);
  });

  it("a database server that does not answer, without telling its password", async () => {
    const port = await freePort();
    const { code, sentence } = await start({
      DATABASE_URL: `postgresql://ung_dung:sieu-mat@127.0.0.1:${port}/thi_dua`,
      NEXTAUTH_SECRET: secret,
    });
    expect(code).toBe(1);
    expect(sentence).toBe(
      `✗ Không kết nối được cơ sở dữ liệu thi_dua ở 127.0.0.1:${port} bằng người dùng ung_dung: không có máy chủ nào trả lời ở địa chỉ đó. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
    );
  });

  it("a wrong password", async () => {
    const url = new URL(inject("templateUrl"));
    url.password = "sai";
    const { sentence } = await start({ DATABASE_URL: url.href, NEXTAUTH_SECRET: secret });
    expect(sentence).toContain("sai mật khẩu");
  });

  it("a server of its own choice without a secret", async () => {
    const { code, sentence } = await start({ DATABASE_URL: await aDatabase() });
    expect(code).toBe(1);
    expect(sentence).toContain("Thiếu biến môi trường NEXTAUTH_SECRET");
  });

  it("a database that is older than the software", async () => {
    const { code, sentence } = await start({ DATABASE_URL: await aDatabase(), NEXTAUTH_SECRET: secret });
    expect(code).toBe(1);
    expect(sentence).toContain("Cơ sở dữ liệu cũ hơn phần mềm");
    expect(sentence).toContain("chạy npm run db:deploy");
  });

  it("a database that is newer than the software", async () => {
    const url = await aDatabase(inject("templateUrl"));
    await withClient(url, (client) =>
      client.query(
        "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', 'x', '99990101000000_later', now())",
      ),
    );
    const { code, sentence } = await start({ DATABASE_URL: url, NEXTAUTH_SECRET: secret });
    expect(code).toBe(1);
    expect(sentence).toContain("Cơ sở dữ liệu mới hơn phần mềm: đã có bản chuyển đổi 99990101000000_later");
  });
});
