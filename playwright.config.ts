import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { temporaryFolder } from "./tests/support/temporary-folder.ts";

/** Set once by the first process and inherited by the workers. */
process.env.E2E_DATA_DIR ??= temporaryFolder();
process.env.E2E_PORT ??= "3210";
const address = `http://localhost:${process.env.E2E_PORT}`;

/** A Chromium of the system if there is one, else the one Playwright installs. */
const chromium = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

export default defineConfig({
  testDir: "tests/e2e",
  workers: 1,
  retries: 1, // what only a busy machine has made fail is told as flaky; a fault fails twice
  timeout: 120_000, // the other tests share the machine
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: address,
    actionTimeout: 15_000,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node src/lib/launch/bootstrap.mjs start",
    url: `${address}/api/health`,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "pipe",
    env: { DATA_DIR: process.env.E2E_DATA_DIR, PORT: process.env.E2E_PORT, DATABASE_URL: "", NEXTAUTH_URL: address },
  },
});
