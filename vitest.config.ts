import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Next gives this name an empty module on the server; Vitest has to be told.
const alias = { "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/global-setup.ts",
          testTimeout: 60_000, // the browser's tests share the machine
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
