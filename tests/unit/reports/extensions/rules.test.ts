import { describe, expect, it } from "vitest";
import { UserFacingError } from "#lib/errors";
import { ask, boundOf, checkOpen, type Extendable, grant, obstacleTo, refuse } from "#lib/reports/extensions/rules";

/** A commune's report, not sent, due on 9 November, counted by its province's due on the 29th. */
const report: Extendable = {
  dueOn: "2026-11-09",
  originalDueOn: null,
  closesOn: null,
  firstSentAt: null,
  withdrawnAt: null,
  recipients: [{ agencyId: "H26.CA", name: "Công an thành phố Hà Nội", state: "waiting" }],
};
const upper = { name: "Thành phố Hà Nội", dueOn: "2026-11-29" };
const wish = {
  seenDueOn: "2026-11-09",
  untilOn: "2026-11-20",
  reason: "Lụt, mất điện.",
  isOpen: false,
  today: "2026-11-05",
};
const open = { state: "asked", untilOn: "2026-11-20" } as const;

/** The status and the sentence of what is thrown. */
function told(work: () => unknown): [number, string] | "fine" {
  try {
    work();
    return "fine";
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return [error.status, error.message];
  }
}

describe("asking for more time", () => {
  it("is possible before the first sending, also after the day and on the day the upper report falls due", () => {
    expect(told(() => ask(report, upper, wish))).toBe("fine");
    expect(told(() => ask(report, upper, { ...wish, today: "2026-11-15" }))).toBe("fine");
    expect(told(() => ask(report, upper, { ...wish, untilOn: "2026-11-29" }))).toBe("fine");
    expect(told(() => ask(report, null, { ...wish, untilOn: "2026-12-31" }))).toBe("fine");
  });

  it.each([
    ["2026-11-09", "Ngày 09/11/2026 không muộn hơn hạn hiện nay là 09/11/2026. Hãy chọn một ngày sau hạn đó."],
    [
      "2026-11-30",
      "Không gia hạn đến ngày 30/11/2026 được vì báo cáo tổng hợp của Thành phố Hà Nội lấy số liệu từ báo cáo này đến hạn ngày 29/11/2026. Hãy chọn ngày chậm nhất là 29/11/2026.",
    ],
  ])("is refused until %s", (untilOn, message) => {
    expect(told(() => ask(report, upper, { ...wish, untilOn }))).toEqual([422, message]);
  });

  it("is refused for a day that has passed", () => {
    expect(told(() => ask(report, upper, { ...wish, untilOn: "2026-11-12", today: "2026-11-13" }))).toEqual([
      422,
      "Ngày 12/11/2026 đã qua. Hãy xin gia hạn đến ngày 13/11/2026 hoặc muộn hơn.",
    ]);
  });

  it("is refused without a reason, and while another request is open", () => {
    expect(told(() => ask(report, upper, { ...wish, reason: "" }))).toEqual([422, "Hãy ghi lý do xin gia hạn."]);
    expect(told(() => ask(report, upper, { ...wish, isOpen: true }))).toEqual([
      422,
      expect.stringContaining("chờ quyết định"),
    ]);
  });

  it("is a conflict when the report has been given another day since", () => {
    expect(told(() => ask({ ...report, dueOn: "2026-11-12" }, upper, wish))).toEqual([
      409,
      expect.stringContaining("vừa thay đổi"),
    ]);
  });

  it.each([
    [{ firstSentAt: new Date("2026-11-08T09:00:00+07:00") }, "Báo cáo đã gửi lần đầu ngày 08/11/2026"],
    [{ withdrawnAt: new Date("2026-11-01T09:00:00+07:00") }, "không còn nghĩa vụ"],
    [{ recipients: [] }, "Thủ tướng Chính phủ"],
  ])("is not possible at all: %o", (change, words) => {
    expect(obstacleTo({ ...report, ...change })).toContain(words);
    expect(told(() => ask({ ...report, ...change }, upper, wish))).toEqual([422, expect.stringContaining(words)]);
    expect(
      told(() => grant({ ...report, ...change }, upper, open, { seenDueOn: "2026-11-09", untilOn: "2026-11-12" })),
    ).toEqual([422, expect.stringContaining(words)]);
  });
});

describe("the last day that can be given", () => {
  it("is the earlier of the upper report's and the period's", () => {
    expect(boundOf(report, null)).toBeNull();
    expect(boundOf(report, upper)?.day).toBe("2026-11-29");
    expect(boundOf({ ...report, closesOn: "2026-11-25" }, upper)).toEqual({
      day: "2026-11-25",
      why: "kỳ báo cáo đóng sau ngày 25/11/2026",
    });
    expect(boundOf({ ...report, closesOn: "2026-12-31" }, upper)?.day).toBe("2026-11-29");
  });

  it("may leave nothing to give", () => {
    expect(told(() => ask(report, { ...upper, dueOn: "2026-11-09" }, wish))).toEqual([
      422,
      expect.stringContaining("Hãy đề nghị lùi hạn đó trước"),
    ]);
  });
});

describe("granting", () => {
  const give = (untilOn: string, from = report, request: Parameters<typeof grant>[2] = open) =>
    grant(from, upper, request, { seenDueOn: from.dueOn, untilOn });

  it("moves the day and keeps the first one, also when extended again", () => {
    expect(give("2026-11-20")).toEqual({ dueOn: "2026-11-20", originalDueOn: "2026-11-09" });
    const extended = { ...report, dueOn: "2026-11-15", originalDueOn: "2026-11-09" };
    expect(give("2026-11-18", extended)).toEqual({ dueOn: "2026-11-18", originalDueOn: "2026-11-09" });
  });

  it("may give an earlier day than asked for, never a later one", () => {
    expect(give("2026-11-12")).toEqual({ dueOn: "2026-11-12", originalDueOn: "2026-11-09" });
    expect(told(() => give("2026-11-21"))).toEqual([422, expect.stringContaining("chỉ đề nghị đến ngày 20/11/2026")]);
    expect(told(() => give("2026-11-09"))).toEqual([422, expect.stringContaining("không muộn hơn hạn hiện nay")]);
  });

  it("holds to the upper report's day of now, not of when it was asked", () => {
    expect(told(() => grant(report, { ...upper, dueOn: "2026-11-15" }, open, wish))).toEqual([
      422,
      expect.stringContaining("chậm nhất là 15/11/2026"),
    ]);
  });

  it.each([
    ["granted", "được đồng ý"],
    ["refused", "bị từ chối"],
    ["takenBack", "được đơn vị rút"],
  ] as const)("comes too late once it is %s", (state, words) => {
    const answered = { state, untilOn: "2026-11-20" };
    for (const act of [
      () => give("2026-11-12", report, answered),
      () => refuse(answered, "Không."),
      () => checkOpen(answered),
    ])
      expect(told(act)).toEqual([409, expect.stringContaining(words)]);
  });
});

it("is refused only with a reason", () => {
  expect(told(() => refuse(open, ""))).toEqual([422, "Hãy ghi lý do không gia hạn."]);
  expect(told(() => refuse(open, "Đủ thời gian."))).toBe("fine");
});
