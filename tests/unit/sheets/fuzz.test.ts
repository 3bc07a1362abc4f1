import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { readDocument } from "#lib/reports/document";
import type { FormDefinition } from "#lib/reports/form";
import { readBinding } from "#lib/reports/workbook/binding";
import { changesOf } from "#lib/reports/workbook/preview";
import { readReport } from "#lib/reports/workbook/read-report";
import { refuseOtherFile } from "#lib/reports/workbook/rules";
import { reportTemplate } from "#lib/reports/workbook/template";
import { readWorkbook } from "#lib/sheets/reading/read-workbook";
import { type Reader, startReader } from "#lib/sheets/reading/reader";
import { FileRefusal } from "#lib/sheets/reading/refusal";
import { unzip } from "../../support/archives.ts";
import { filled } from "../../support/filled-workbook.ts";
import { mutated } from "../../support/mutate.ts";

/**
 * Mutated templates through the real program that reads: FUZZ=10000 npx vitest run --project unit tests/unit/sheets/fuzz.test.ts
 * Every file is made from its number, so a failing one can be made again.
 */
const FILES = Number(process.env.FUZZ ?? 300);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

const form: FormDefinition = JSON.parse(readFileSync("prisma/reference/report-form.json", "utf8"));
const own = { id: "own", agencyId: "00070", agencyName: "Phường Hoàn Kiếm" };
const other = { id: "other", agencyId: "00004", agencyName: "Phường Ba Đình" };
const target = (unit: typeof own) => ({
  ...unit,
  periodId: "2026",
  kind: "own" as const,
  formId: form.id,
  formVersion: form.version,
});
const secret = "a secret of this test";

async function aFilledTemplate({ id, agencyId, agencyName }: typeof own) {
  const { formId, formVersion } = target(own);
  const document = readDocument({ figures: { B1: 12, A1: true }, narratives: { N1: "Đã triển khai." } });
  const bytes = await reportTemplate({
    checked: { form, unit: "commune", document, lastYear: null },
    agencyName,
    binding: { kind: "report", reportId: id, agencyId, agencyName, period: "2026", formId, formVersion, base: {} },
    secret,
  });
  const now = "Năm 2026";
  return filled(bytes, {
    "Phần B": { B2: { [now]: 5 }, B3: { [now]: "1.234" } },
    "Phần A": { A3: { [now]: new Date("2026-03-02T00:00:00Z") } },
  });
}

let reader: Reader = startReader();
afterAll(() => reader.end());

it(`answers ${FILES} mutated files, takes none for another unit's, and keeps its memory bounded`, {
  timeout: 3_600_000,
}, async () => {
  const sources = [unzip(await aFilledTemplate(own)), unzip(await aFilledTemplate(other))];
  const counts: Record<string, number> = {};
  const count = (outcome: string) => {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  };
  let [peak, slowest, restarts] = [0, 0, 0];
  for (let seed = FIRST; seed < FIRST + FILES; seed++) {
    const bytes = mutated(sources[seed % 2] ?? [], seed);
    const began = performance.now();
    try {
      const workbook = await reader.read(bytes);
      const binding = readBinding(workbook, secret);
      refuseOtherFile(binding, target(own), "report");
      // Only a file whose signed binding is this report's comes so far: one made from the other unit's template never does.
      expect({ seed, reportId: binding.reportId, source: seed % 2 }).toEqual({ seed, reportId: "own", source: 0 });
      const { edits, problems } = readReport(workbook, binding, { form, unit: "commune" });
      changesOf(edits, readDocument({}), form);
      count(problems.length > 0 ? "read, with problems" : "read");
    } catch (error) {
      const { name, status, code, message } = error as Error & { status?: number; code?: string };
      if (name !== "FileRefusal" && status !== 422) throw new Error(`File ${seed}: ${(error as Error).stack}`);
      expect(message.length).toBeGreaterThan(30);
      count(code ?? "not this report's");
      if (code === "tooHard") {
        restarts++;
        reader.end();
        reader = startReader();
      }
    }
    slowest = Math.max(slowest, performance.now() - began);
    peak = Math.max(peak, reader.peak());
  }
  console.log(
    `  ${FILES} files: ${JSON.stringify(counts)}; most memory ${Math.round(peak / 1e6)} MB, slowest ${Math.round(slowest)} ms, ${restarts} restarts`,
  );
  expect(peak).toBeLessThan(512 * 1024 * 1024);
  expect(counts.read).toBeGreaterThan(0);
  expect(counts.broken).toBeGreaterThan(0);
});

it("never fails but with a refusal, also when it is read in this process (no program to hide it)", {
  timeout: 600_000,
}, async () => {
  const source = unzip(await aFilledTemplate(own));
  for (let seed = FIRST; seed < FIRST + Math.ceil(FILES / 4); seed++) {
    try {
      readWorkbook(mutated(source, seed));
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw new Error(`File ${seed}: ${(error as Error).stack}`);
    }
  }
});
