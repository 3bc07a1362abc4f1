import { execFileSync } from "node:child_process";
import { differenceBetween, readSchema, type SchemaFile } from "./schema-engine.ts";

/**
 * `npm run db:diff` prints the SQL of the next migration: from the datamodel committed at HEAD
 * (or from nothing: `npm run db:diff -- --from-empty`) to the files in prisma/schema.
 */
const schemaFolder = "prisma/schema";
const before = process.argv.includes("--from-empty") ? [] : committedSchema();
process.stdout.write(await differenceBetween(before, readSchema(schemaFolder)));

function committedSchema(): SchemaFile[] {
  if (git("rev-list", "--all", "--max-count=1") === "") return [];
  const names = git("ls-tree", "-r", "--name-only", "HEAD", schemaFolder).split("\n");
  const files = names.filter((name) => name.endsWith(".prisma"));
  return files.map((path) => ({ path, content: git("show", `HEAD:${path}`) }));
}

function git(...words: string[]) {
  return execFileSync("git", words, { encoding: "utf8" });
}
