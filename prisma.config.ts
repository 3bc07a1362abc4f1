import { defineConfig } from "prisma/config";

/** Where the Prisma command line finds the schema folder and the migrations. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
