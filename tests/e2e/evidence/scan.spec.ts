import { rm } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import S3rver from "s3rver";
import { addressOf } from "../../../src/lib/launch/cluster.ts";
import { type Clamd, startClamd } from "../../support/clamd.ts";
import { plainPdf } from "../../support/pdf.ts";
import { type Application, startApplication, stopApplication, untilAnswers } from "../../support/server.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { people } from "../walk/people.ts";
import { signIn } from "../walk/visitors.ts";

/** A second web server on the same database that scans what comes with clamd and keeps it in S3. */
test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

const VIRUS = "an invented pattern of this test";
const bucketFolder = temporaryFolder();

let clamd: Clamd;
let bucket: S3rver;
let application: Application;

test.beforeAll(async () => {
  clamd = await startClamd({ "Thu.Nghiem-2": VIRUS });
  bucket = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: bucketFolder,
    configureBuckets: [{ name: "minh-chung" }],
  });
  const { port } = await bucket.run();
  application = await startApplication({
    DATABASE_URL: addressOf(process.env.E2E_DATA_DIR ?? ""),
    NEXTAUTH_SECRET: "a-secret-of-this-test-alone-0123456789",
    CLAMD_HOST: "127.0.0.1",
    CLAMD_PORT: String(clamd.port),
    S3_BUCKET: "minh-chung",
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
  });
  await untilAnswers(application);
});
test.afterAll(async () => {
  await stopApplication(application);
  await bucket.close();
  await clamd.close();
  for (const folder of [application.dataFolder, bucketFolder]) await rm(folder, { recursive: true, force: true });
});

const row = (page: Page, name: string) => page.locator("#evidence").getByRole("listitem").filter({ hasText: name });

async function attach(page: Page, name: string, buffer: Buffer) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Đính kèm tài liệu" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/pdf", buffer });
}

async function remove(page: Page, name: string) {
  await row(page, name)
    .getByRole("button", { name: `Gỡ ${name}` })
    .click();
  await row(page, name).getByRole("button", { name: "Gỡ tệp" }).click();
  await expect(row(page, name)).toHaveCount(0);
}

test("a file can be downloaded when it was found clean, and one that carries something cannot", async ({ page }) => {
  const { cookie } = await signIn(people.clerk, application.address);
  const [name = "", ...value] =
    cookie
      .split("; ")
      .find((each) => each.includes("session-token"))
      ?.split("=") ?? [];
  await page.context().addCookies([{ name, value: value.join("="), url: application.address }]);
  await page.goto(`${application.address}/work`);
  await page.getByRole("link", { name: /Báo cáo năm 2026 – Ủy ban nhân dân phường Hoàn Kiếm/ }).click();
  await page.getByRole("link", { name: "Nhập tiếp" }).waitFor();
  await page.waitForLoadState("networkidle");
  const clean = plainPdf("Ban sach se", 400_000);

  clamd.answerWith("stream: the server is starting ERROR\0");
  await attach(page, "Chờ quét.pdf", clean);
  await expect(row(page, "Chờ quét.pdf").getByText("Chờ quét", { exact: true })).toBeVisible();
  await expect(row(page, "Chờ quét.pdf").getByRole("link")).toHaveCount(0);
  const { items } = await (
    await page.request.get(`${new URL(page.url()).origin}/api${new URL(page.url()).pathname}/evidence`)
  ).json();
  const address = `${application.address}/api${new URL(page.url()).pathname}/evidence/${items[0].id}`;
  expect((await page.request.get(address)).status()).toBe(422);

  clamd.answerWith(null);
  await attach(page, "Mã độc.pdf", plainPdf(VIRUS));
  await expect(row(page, "Mã độc.pdf").getByText("Có mã độc")).toBeVisible({ timeout: 20_000 });
  await expect(row(page, "Mã độc.pdf")).toContainText("Tên mã độc: Thu.Nghiem-2.");
  await expect(row(page, "Mã độc.pdf").getByRole("link")).toHaveCount(0);
  await expect(row(page, "Chờ quét.pdf").getByText("Sạch")).toBeVisible({ timeout: 20_000 });
  const answer = await page.request.get(address);
  expect((await answer.body()).equals(clean)).toBe(true);

  await remove(page, "Chờ quét.pdf");
  await remove(page, "Mã độc.pdf");
});
