import { buffer } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { listRegister } from "#lib/awards/register/queries";
import { columns } from "#lib/awards/register/rules";
import { registerFilterSchema } from "#lib/awards/register/schema";
import { importRegister, previewImport, readRegisterWorkbook } from "#lib/awards/register/service";
import { row, rows } from "#lib/db";
import { oneBatch } from "#lib/sheets/writing/list";
import { xlsxOf } from "#lib/sheets/writing/xlsx";
import { freshDatabase } from "../../support/database.ts";
import { anActor, clerkOf, openStage, outcomeOf } from "../reports/stage.ts";
import { aSubject, otherSecretariat, secretariat, WARD } from "./stage.ts";

freshDatabase();
beforeAll(openStage);

const heading = Object.values(columns).join("\t");
const line = (name: string, changes: Partial<Record<keyof typeof columns, string>> = {}) =>
  Object.values({
    kind: "Cá nhân",
    name,
    birthYear: "1980",
    agency: WARD,
    description: "",
    award: "giay-khen",
    category: "Công trạng",
    decisionNumber: "12/QĐ-UBND",
    decidedOn: "05/06/2025",
    decidedBy: "Chủ tịch UBND phường",
    achievement: "",
    achievedFrom: "",
    achievedTo: "",
    ...changes,
  } satisfies Record<keyof typeof columns, string>).join("\t");
const table = (...lines: string[]) => [heading, ...lines].join("\n");

const find = async (q: string, actor = secretariat()) =>
  (await listRegister(await actor, registerFilterSchema.parse({ q }))).map(({ subjectName }) => subjectName);

it("says what it would do before it writes: rows to correct, and whom a row may be about", async () => {
  const id = await aSubject({ kind: "individual", name: "Phạm Thị Lụa", birthYear: "1980" });
  const preview = await previewImport(
    await clerkOf(WARD),
    table(
      line("Pham Thi Lua"),
      line("Người mới"),
      line("Sai ngày", { decidedOn: "31/02/2025" }),
      line("Nơi khác", { agency: "30307" }),
    ),
  );
  expect(preview.wrong.map(({ line: number, problems }) => [number, problems.length])).toEqual([
    [4, 1],
    [5, 1],
  ]);
  expect(
    preview.lines.map(({ name, alike }) => [name, alike.map(({ subject, likeness }) => [subject.id, likeness])]),
  ).toEqual([
    ["Pham Thi Lua", [[id, "same"]]],
    ["Người mới", []],
  ]);
  expect(await rows("select 1 from award_record where decision_number = '12/QĐ-UBND'")).toEqual([]);
});

it("writes each row as it was decided, once, and finds it without diacritics", async () => {
  const id = await aSubject({ kind: "individual", name: "Đặng Văn Ước", birthYear: "1980" });
  const text = table(
    line("Đặng Văn Ước"),
    line("Ngô Thị Bưởi"),
    line("Ngô Thị Bưởi", { decisionNumber: "13/QĐ-UBND" }),
  );
  const actor = await clerkOf(WARD);
  expect(await outcomeOf(importRegister(actor, { text }))).toBe(422);
  expect(await importRegister(actor, { text, "choice.2": id })).toEqual({ written: 3, skipped: 0 });
  expect(await row("select count(*) as count from award_subject where search_text = 'ngo thi buoi'")).toEqual({
    count: 1,
  });
  expect(await find("ngo buoi")).toEqual(["Ngô Thị Bưởi", "Ngô Thị Bưởi"]);
  expect(await find("dang van uoc")).toEqual(["Đặng Văn Ước"]);
  // a second time the register knows them
  const again = await previewImport(actor, text);
  expect(again.lines.map(({ known }) => known.length)).toEqual([1, 1, 1]);
  expect(await importRegister(actor, { text, "choice.2": id, "choice.3": "skip", "choice.4": "skip" })).toEqual({
    written: 0,
    skipped: 3,
  });
});

it("reads a workbook as the text of its table, for who may write the register", async () => {
  const file = xlsxOf({
    fileName: "so",
    title: "Sổ khen thưởng",
    words: [],
    columns: Object.values(columns).map((head) => ({ head, width: 20 })),
    batches: oneBatch([line("Hồ Thị Mận").split("\t")]),
  });
  const bytes = new Uint8Array(await buffer(file));
  const text = await readRegisterWorkbook(await clerkOf(WARD), async () => ({ bytes }));
  const { lines, wrong } = await previewImport(await clerkOf(WARD), text);
  expect({ names: lines.map(({ name }) => name), wrong }).toEqual({ names: ["Hồ Thị Mận"], wrong: [] });
  expect(
    await outcomeOf(readRegisterWorkbook(await clerkOf(WARD), async () => ({ bytes: new Uint8Array([1, 2]) }))),
  ).toBe(422);
  expect(await outcomeOf(readRegisterWorkbook(await anActor(WARD, "reader"), async () => ({ bytes })))).toBe(403);
});

it("is read and written in one's own part of the tree alone", async () => {
  const text = table(line("Lý Thị Kín"));
  expect(await outcomeOf(importRegister(await clerkOf("00004"), { text }))).toBe(422);
  expect(await outcomeOf(importRegister(await anActor(WARD, "reader"), { text }))).toBe(403);
  await importRegister(await secretariat(), { text });
  expect(await find("ly thi kin")).toEqual(["Lý Thị Kín"]);
  expect(await find("ly thi kin", clerkOf(WARD))).toEqual(["Lý Thị Kín"]);
  expect(await find("ly thi kin", clerkOf("00004"))).toEqual([]);
  expect(await find("ly thi kin", otherSecretariat())).toEqual([]);
  expect(await find("ly thi kin", anActor("H26.CA", "recipientOfficer"))).toEqual([]);
});
