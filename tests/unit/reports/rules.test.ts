import { describe, expect, it } from "vitest";
import { ReportStatus } from "#generated/prisma/enums";
import { dayOf, isLate } from "#lib/dates";
import { answer, canMove, checkMove, type Movable, type Move, moves, recall, reopened, send } from "#lib/reports/rules";

const report = (over: Partial<Movable> = {}): Movable => ({
  status: "submitted",
  dueOn: "2026-11-09",
  opensOn: "2026-10-01",
  closesOn: null,
  firstSentAt: null,
  late: null,
  sentVersionId: null,
  acceptedVersionId: null,
  sentNumber: null,
  lastNumber: 0,
  withdrawnAt: null,
  recipients: [
    { agencyId: "H26.CA", name: "Công an thành phố Hà Nội", state: "waiting" },
    { agencyId: "H26.NV", name: "Sở Nội vụ", state: "waiting" },
  ],
  ...over,
});

describe("the day a report counts as late", () => {
  it("is on time until midnight in Vietnam, and late after it", () => {
    expect(send(report(), new Date("2026-11-09T23:59:59+07:00"))).toMatchObject({ late: false, versionLate: false });
    expect(send(report(), new Date("2026-11-10T00:00:00+07:00"))).toMatchObject({ late: true, versionLate: true });
  });

  it.each(["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"])(
    "does not depend on the server's time zone (%s)",
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(isLate(new Date("2026-11-09T16:59:59Z"), "2026-11-09")).toBe(false);
        expect(isLate(new Date("2026-11-09T17:00:00Z"), "2026-11-09")).toBe(true);
        expect(dayOf(new Date("2026-11-09T17:00:00Z"))).toBe("2026-11-10");
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  it("is decided by the first sending for ever; a later version says for itself", () => {
    const first = new Date("2026-11-05T08:00:00+07:00");
    expect(send(report({ firstSentAt: first, late: false }), new Date("2026-11-20T08:00:00+07:00"))).toMatchObject({
      firstSentAt: first,
      late: false,
      versionLate: true,
    });
  });
});

it("refuses to send before the period opens and after it closes, saying the day", () => {
  expect(() => send(report(), new Date("2026-09-30T23:59:59+07:00"))).toThrow("01/10/2026");
  expect(() => send(report({ closesOn: "2026-11-30" }), new Date("2026-12-01T00:00:00+07:00"))).toThrow("30/11/2026");
});

it("numbers versions on from the last one sent, recalled ones included", () => {
  expect(send(report({ lastNumber: 3, sentNumber: null }), new Date("2026-11-01T08:00:00+07:00")).number).toBe(4);
});

describe("answers of the recipients", () => {
  const [police, homeAffairs] = report().recipients as [Movable["recipients"][0], Movable["recipients"][0]];

  it("make the report accepted only when all have accepted", () => {
    expect(answer(report(), "H26.CA", "accepted")).toBe("submitted");
    expect(answer(report({ recipients: [police, { ...homeAffairs, state: "accepted" }] }), "H26.CA", "accepted")).toBe(
      "accepted",
    );
  });

  it("return it as soon as one returns it, whatever the other says before or after", () => {
    expect(answer(report({ recipients: [police, { ...homeAffairs, state: "accepted" }] }), "H26.CA", "returned")).toBe(
      "returned",
    );
    expect(answer(report({ recipients: [police, { ...homeAffairs, state: "returned" }] }), "H26.CA", "accepted")).toBe(
      "returned",
    );
  });

  it("are given once for a version", () => {
    expect(() =>
      answer(report({ recipients: [{ ...police, state: "accepted" }, homeAffairs] }), "H26.CA", "returned"),
    ).toThrow("đã tiếp nhận");
  });
});

it("can be recalled until a recipient has begun, and says who has", () => {
  expect(recall(report())).toEqual({ status: "draft", sentVersionId: null });
  expect(recall(report({ acceptedVersionId: "v1", sentVersionId: "v2" }))).toEqual({
    status: "correcting",
    sentVersionId: "v1",
  });
  const [police, homeAffairs] = report().recipients as [Movable["recipients"][0], Movable["recipients"][0]];
  expect(() => recall(report({ recipients: [police, { ...homeAffairs, state: "reviewing" }] }))).toThrow(
    "Sở Nội vụ đã bắt đầu xem xét",
  );
});

it("goes back to where it stood before signature", () => {
  expect(reopened({ acceptedVersionId: null, sentVersionId: null })).toBe("draft");
  expect(reopened({ acceptedVersionId: null, sentVersionId: "v1" })).toBe("returned");
  expect(reopened({ acceptedVersionId: "v1", sentVersionId: "v1" })).toBe("correcting");
});

it.each(Object.keys(moves) as Move[])("refuses “%s” in every state the table does not list", (move) => {
  for (const status of Object.values(ReportStatus)) {
    const attempt = () => checkMove(report({ status }), move, "vì sao");
    if (canMove(status, move)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow("không thể thực hiện");
  }
});

it("asks for the reason where one is owed", () => {
  expect(() => checkMove(report(), "recall", "")).toThrow("lý do");
  expect(() => checkMove(report(), "accept", "")).not.toThrow();
});

it("does not move a report that is no longer owed", () => {
  expect(() => checkMove(report({ withdrawnAt: new Date() }), "accept", "")).toThrow("không còn nghĩa vụ");
});
