import { expect, it } from "vitest";
import { readIssue, type TypedIssue } from "#lib/documents/rules";
import type { UserFacingError } from "#lib/errors";

const typed: TypedIssue = {
  number: "015",
  symbol: "BC-UBND",
  issuedOn: "05/11/2026",
  place: "Hoàn Kiếm",
  superior: "",
  copies: "- Như trên;\n\n– Lưu: VT, TĐ.",
  forWhom: "Ủy ban nhân dân",
  capacity: "direct",
  superiorPosition: "",
  position: "Chủ tịch",
  signerName: "Đặng Thị Ước",
  reason: "",
};
const now = { today: "2026-11-06", opensOn: "2026-10-01", replaces: false };

/** The fields that are found wrong. */
function wrong(change: Partial<TypedIssue>, moment = now): string[] {
  try {
    readIssue({ ...typed, ...change }, moment);
    return [];
  } catch (error) {
    return (error as UserFacingError).fields.map(({ field }) => field);
  }
}

it("reads what the clerk has filled in", () => {
  expect(readIssue(typed, now)).toEqual({
    number: 15,
    symbol: "BC-UBND",
    issuedOn: "2026-11-05",
    place: "Hoàn Kiếm",
    superior: null,
    copies: ["Như trên", "Lưu: VT, TĐ"],
    signature: {
      forWhom: "Ủy ban nhân dân",
      capacity: "direct",
      superiorPosition: "",
      position: "Chủ tịch",
      name: "Đặng Thị Ước",
    },
    reason: null,
  });
});

it.each([
  [{ number: "" }, ["number"]],
  [{ number: "0" }, ["number"]],
  [{ number: "15a" }, ["number"]],
  [{ symbol: "BC-" }, ["symbol"]],
  [{ symbol: "QĐ-UBND" }, ["symbol"]],
  [{ symbol: "BC-BCA-V05" }, []],
  [{ symbol: "BC-SNV&CA" }, []],
  [{ issuedOn: "31/11/2026" }, ["issuedOn"]],
  [{ issuedOn: "07/11/2026" }, ["issuedOn"]], // tomorrow
  [{ issuedOn: "30/09/2026" }, ["issuedOn"]], // before the period opens
  [{ issuedOn: "2026-11-06" }, []],
  [{ place: "", position: "", signerName: "" }, ["place", "position", "signerName"]],
  [{ capacity: "KT" }, ["superiorPosition"]],
  [{ capacity: "Q" }, []],
  [{ copies: " \n" }, ["copies"]],
] as [Partial<TypedIssue>, string[]][])("finds wrong in %j: %j", (change, fields) => {
  expect(wrong(change)).toEqual(fields);
});

it("needs a reason only to issue again", () => {
  expect(wrong({}, { ...now, replaces: true })).toEqual(["reason"]);
  expect(readIssue({ ...typed, reason: "Sai ngày." }, { ...now, replaces: true }).reason).toBe("Sai ngày.");
  expect(readIssue({ ...typed, reason: "Thừa." }, now).reason).toBeNull();
});
