import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { becomeOnlyOne } from "#lib/launch/only-one";

it("lets one process have a data folder and tells the next who has it", async () => {
  const folder = `/nowhere/${randomUUID()}`;
  expect(await becomeOnlyOne(folder)).toBeNull();
  expect(await becomeOnlyOne(folder)).toBe(process.pid);
  expect(await becomeOnlyOne(`${folder}/other`)).toBeNull();
});
