import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ReadWorkbook } from "#lib/sheets/workbook";

/** What a template is bound to. It travels hidden in the workbook, signed, so that a mixed-up or forged file is noticed. */
export type Binding = {
  /** “report”: the cells of one report; “units”: the figures of all units a consolidated report is made of */
  kind: "report" | "units";
  reportId: string;
  agencyId: string;
  agencyName: string;
  period: string;
  formId: string;
  formVersion: number;
  /** fingerprint of what stood in each cell when the template was made; absent = nothing did */
  base: Record<string, string>;
};

const bindingSchema = z.object({
  kind: z.enum(["report", "units"]),
  reportId: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  period: z.string(),
  formId: z.string(),
  formVersion: z.number(),
  base: z.record(z.string(), z.string()),
});

export const BINDING_SHEET = "_rang_buoc";
export const BINDING_NAME = "RangBuocMau";

/** The texts of the binding sheet, one a row: the signature, then the binding in pieces a cell can hold. */
export function writeBinding(binding: Binding, secret: string): string[] {
  const text = JSON.stringify(binding);
  return [sign(text, secret), ...(text.match(/[\s\S]{1,30000}/g) ?? [])];
}

/** The binding of a workbook; “none” when it is no template of ours, “forged” when it has been changed. */
export function readBinding(workbook: ReadWorkbook, secret: string): Binding | "none" | "forged" {
  const sheet = workbook.sheets.find(({ name }) => name === BINDING_SHEET);
  const signature = sheet?.cells.A1?.value;
  if (!sheet || !signature || !workbook.names[BINDING_NAME]) return "none";
  let text = "";
  for (let row = 2; sheet.cells[`A${row}`]; row++) text += sheet.cells[`A${row}`]?.value ?? "";
  const expected = sign(text, secret);
  if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected)))
    return "forged";
  return bindingSchema.parse(JSON.parse(text));
}

const sign = (text: string, secret: string) =>
  createHmac("sha256", secret).update(`workbook:${text}`).digest("base64url");

/** A short fingerprint of a value, whatever the order of its keys; undefined for nothing. */
export function fingerprint(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const canonical = JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return createHash("sha256").update(canonical).digest("base64url").slice(0, 10);
}
