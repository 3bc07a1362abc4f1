import { describe, expect, it } from "vitest";
import type { ReportStatus } from "#generated/prisma/enums";
import { printSize } from "#lib/reports/evidence/labels";
import {
  canAttach,
  checkQuota,
  checkRemovable,
  checkSize,
  FILE_BYTES,
  fileStateOf,
  isDownloadable,
  placeOf,
  readRange,
  readTarget,
  writeTarget,
} from "#lib/reports/evidence/rules";
import { statusLabels } from "#lib/reports/labels";

const report = (status: ReportStatus, withdrawnAt: Date | null = null) => ({
  status,
  withdrawnAt,
  sentVersionId: null,
});
const statuses = Object.keys(statusLabels) as ReportStatus[];

describe("where a file goes", () => {
  const outcome = (status: ReportStatus, kind: "attachment" | "signedPaper") => {
    try {
      return placeOf(report(status), kind);
    } catch {
      return "refused";
    }
  };

  it("attachments go into what is being written", () => {
    expect(Object.fromEntries(statuses.map((status) => [status, outcome(status, "attachment")]))).toEqual({
      notStarted: "draft",
      draft: "draft",
      returned: "draft",
      correcting: "draft",
      awaitingSignOff: "refused",
      submitted: "refused",
      accepted: "refused",
      reported: "refused",
    });
  });

  it("the signed paper also while it is being signed, and to what was sent", () => {
    expect(Object.fromEntries(statuses.map((status) => [status, outcome(status, "signedPaper")]))).toEqual({
      notStarted: "draft",
      draft: "draft",
      returned: "draft",
      correcting: "draft",
      awaitingSignOff: "draft",
      submitted: "sentVersion",
      accepted: "sentVersion",
      reported: "sentVersion",
    });
  });

  it("what a page offers is what the rule allows", () => {
    for (const status of statuses)
      for (const kind of ["attachment", "signedPaper"] as const)
        expect([status, kind, canAttach(report(status), kind)]).toEqual([
          status,
          kind,
          outcome(status, kind) !== "refused",
        ]);
    expect(canAttach(report("draft", new Date()), "signedPaper")).toBe(false);
    expect(() => placeOf(report("draft", new Date()), "attachment")).toThrow("không còn nghĩa vụ");
  });

  it("what is with a sent version stays; a draft's file goes", () => {
    expect(() => checkRemovable(report("submitted"), "signedPaper", true)).toThrow("không gỡ được");
    expect(() => checkRemovable(report("awaitingSignOff"), "attachment", false)).toThrow("Chờ ký");
    checkRemovable(report("awaitingSignOff"), "signedPaper", false);
    checkRemovable(report("returned"), "attachment", true);
  });
});

describe("limits", () => {
  it("a file has at least a byte and at most 20 MB", () => {
    checkSize("a.pdf", 1);
    checkSize("a.pdf", FILE_BYTES);
    expect(() => checkSize("a.pdf", 0)).toThrow("rỗng");
    expect(() => checkSize("a.pdf", FILE_BYTES + 1)).toThrow("quá mức 20 MB mỗi tệp");
  });

  it("a report holds so many files and so many bytes", () => {
    const limits = { files: 2, bytes: 1_000 };
    checkQuota(limits, { files: 1, bytes: 600 }, 400);
    expect(() => checkQuota(limits, { files: 2, bytes: 0 }, 1)).toThrow("nhiều nhất là 2");
    expect(() => checkQuota(limits, { files: 1, bytes: 600 }, 401)).toThrow("không còn đủ chỗ");
  });
});

it("with a scanner only what it found clean is handed out", () => {
  const states = (hasScanner: boolean) =>
    (["unscanned", "clean", "infected"] as const).map((scan) => fileStateOf(scan, hasScanner));
  expect(states(true)).toEqual(["waitsForScan", "clean", "infected"]);
  expect(states(false)).toEqual(["notScanned", "clean", "infected"]);
  expect((["waitsForScan", "clean", "infected", "notScanned"] as const).filter(isDownloadable)).toEqual([
    "clean",
    "notScanned",
  ]);
});

it("a target is written as it is read", () => {
  for (const text of ["report", "cell:B2", "section:narratives"]) {
    const target = readTarget(text);
    expect(target && writeTarget(target)).toBe(text);
  }
  for (const text of ["", "cell:", "cell:a b", "report:x", "file:a", "cell:'--"])
    expect([text, readTarget(text)]).toEqual([text, null]);
});

it.each([
  [null, null],
  ["bytes=0-9", { start: 0, end: 9 }],
  ["bytes=5-", { start: 5, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=9-3", "outside"],
  ["bytes=0-1,5-6", null],
  ["lines=1-2", null],
])("reads the range %s", (header, range) => expect(readRange(header, 100)).toEqual(range));

it.each([
  [900, "0,9 kB"],
  [340_000, "332 kB"],
  [1_540_000, "1,5 MB"],
  [FILE_BYTES, "20 MB"],
])("prints %i bytes as %s", (bytes, words) => expect(printSize(bytes)).toBe(words));
