import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderStore } from "#lib/store/folder";
import { s3Store } from "#lib/store/s3";
import type { ObjectStore } from "#lib/store/store";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const folder = temporaryFolder();
const bucketFolder = temporaryFolder();
let server: S3rver;
const stores = {} as Record<"a folder" | "S3", ObjectStore>;

beforeAll(async () => {
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: bucketFolder,
    configureBuckets: [{ name: "minh-chung" }],
  });
  const { port } = await server.run();
  stores["a folder"] = folderStore(folder);
  stores.S3 = s3Store({
    bucket: "minh-chung",
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    keys: { id: "S3RVER", secret: "S3RVER" },
  });
});
afterAll(async () => {
  await server.close();
  for (const each of [folder, bucketFolder]) rmSync(each, { recursive: true, force: true });
});

const read = async (store: ObjectStore, key: string, range?: { start: number; end: number }) => {
  const content = await store.get(key, range);
  return content && Buffer.concat(await content.toArray());
};

describe.each(["a folder", "S3"] as const)("%s", (name) => {
  it("gives back exactly what was put, whole or in part", async () => {
    const content = randomBytes(300_000);
    await stores[name].put("sha256/ab/abcd", content);
    expect((await read(stores[name], "sha256/ab/abcd"))?.equals(content)).toBe(true);
    expect(await read(stores[name], "sha256/ab/abcd", { start: 10, end: 19 })).toEqual(content.subarray(10, 20));
    expect(await stores[name].has("sha256/ab/abcd")).toBe(true);
  });

  it("puts one content over another", async () => {
    await stores[name].put("a/b", Buffer.from("một"));
    await stores[name].put("a/b", Buffer.from("hai"));
    expect((await read(stores[name], "a/b"))?.toString()).toBe("hai");
  });

  it("has nothing where nothing was put", async () => {
    expect(await stores[name].get("not/there")).toBeNull();
    expect(await stores[name].has("not/there")).toBe(false);
    await stores[name].remove("not/there");
    await stores[name].removeAll("not");
  });

  it("removes one object, or all below a folder and none beside it", async () => {
    for (const key of ["uploads/1/0-a", "uploads/1/5-b", "uploads/12/0-c"])
      await stores[name].put(key, Buffer.from(key));
    await stores[name].remove("uploads/1/0-a");
    expect(await stores[name].has("uploads/1/0-a")).toBe(false);
    expect(await stores[name].has("uploads/1/5-b")).toBe(true);
    await stores[name].removeAll("uploads/1");
    expect(await stores[name].has("uploads/1/5-b")).toBe(false);
    expect(await stores[name].has("uploads/12/0-c")).toBe(true);
  });
});

it("a folder takes no key that leads out of it, and leaves nothing half written", async () => {
  await Promise.all(Array.from({ length: 20 }, () => stores["a folder"].put("same/key", randomBytes(50_000))));
  expect(readdirSync(`${folder}/same`)).toEqual(["key"]);
  expect(readdirSync(`${folder}/.unfinished`)).toEqual([]);
  for (const key of ["../secret", "/etc/passwd", "a/../../b", "a//b", "", "A"])
    await expect(stores["a folder"].put(key, Buffer.from("x"))).rejects.toThrow("no key");
});

it("a folder forgets what a crash left unfinished, but not what another server writes now", async () => {
  const old = new Date(Date.now() - 25 * 60 * 60 * 1_000);
  writeFileSync(`${folder}/.unfinished/old`, "nửa tệp");
  utimesSync(`${folder}/.unfinished/old`, old, old);
  writeFileSync(`${folder}/.unfinished/new`, "nửa tệp");
  await folderStore(folder).put("after/sweep", Buffer.from("x"));
  expect(readdirSync(`${folder}/.unfinished`)).toEqual(["new"]);
});
