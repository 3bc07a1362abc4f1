import { describe, expect, it } from "vitest";
import type { UnitCounts } from "#lib/dashboards/counts/queries";
import { noteOf } from "#lib/dashboards/note/gather";
import { changesSince, sendingOf } from "#lib/dashboards/note/rules";
import { subscribeSchema } from "#lib/dashboards/note/schema";
import type { Movements, NoteSource } from "#lib/dashboards/note/source";
import { qualityLists } from "#lib/dashboards/quality/rules";
import type { BriefBlock } from "#lib/documents/briefs/content";
import { aDeadline, aPlace } from "./counted.ts";

const aUnit = (
  name: string,
  stage: "notStarted" | "draft" | "awaitingSignOff" | "accepted",
  overdue = 1,
): UnitCounts => ({
  ...aPlace(name, name, { expected: 1, [stage]: 1, overdue, everSent: stage === "accepted" ? 1 : 0 }),
  reportId: `r-${name}`,
  agencyKind: "commune",
  status: stage,
});

const nothingMoved: Movements = {
  changes: {
    sent: 0,
    accepted: 0,
    sentLate: 0,
    nothing: 0,
    putUp: 0,
    returned: 0,
    corrected: 0,
    extended: 0,
    overdueBefore: 0,
  },
  asked: 0,
  moved: [],
  lying: [],
  waiting: [],
};

const nation = { id: "VN", name: "Toàn quốc", path: "/VN/", isNation: true, unitCode: null };
const city = { id: "H26", name: "Thành phố Hà Nội", path: "/VN/H26/", isNation: false, unitCode: "01" };

const aSource = (change: Partial<NoteSource> = {}): NoteSource => ({
  scope: nation,
  period: "2026",
  now: new Date("2026-11-24T07:00:00+07:00"),
  since: new Date("2026-11-23T07:00:00+07:00"),
  places: [],
  deadlines: [],
  movements: nothingMoved,
  quality: Object.fromEntries(Object.keys(qualityLists).map((list) => [list, 3])) as NoteSource["quality"],
  outlooks: [],
  ...change,
});

const blocksOf = (source: NoteSource): BriefBlock[] => noteOf(source).bands.flat();
const rowsOf = (source: NoteSource, title: string) => {
  const block = blocksOf(source).find((one) => one.title === title);
  if (block?.kind !== "table") throw new Error(`The note has no table “${title}”.`);
  return block.rows.map((row) => row.map(({ text }) => text));
};
const linesOf = (source: NoteSource, title: string) => {
  const block = blocksOf(source).find((one) => one.title === title);
  return block?.kind === "lines" ? block.lines : [];
};

describe("the changes of a note", () => {
  it.each([
    ["Tuesday", "2026-11-24T07:00:00+07:00", "2026-11-23T07:00:00+07:00"],
    ["Monday, since Friday", "2026-11-23T07:30:00+07:00", "2026-11-20T07:30:00+07:00"],
    ["Sunday, since Friday", "2026-11-22T07:00:00+07:00", "2026-11-20T07:00:00+07:00"],
    ["Saturday", "2026-11-21T00:00:00+07:00", "2026-11-20T00:00:00+07:00"],
  ])("are those of the last 24 hours, or since the last working day: %s", (_, now, since) => {
    expect(changesSince(new Date(now))).toEqual(new Date(since));
  });

  it("stand beside the count they changed, with a sign; what leaves no trace has none", () => {
    const source = aSource({
      places: [aPlace("H26", "Hà Nội", { everSent: 6, accepted: 4, overdue: 3, notStarted: 4, submitted: 2 })],
      movements: {
        ...nothingMoved,
        changes: { ...nothingMoved.changes, sent: 1_200, accepted: 2, overdueBefore: 5 },
      },
    });
    expect(rowsOf(source, "Trạng thái báo cáo")).toEqual([
      ["Phải báo cáo", "10", "100 %", ""],
      ["Chưa bắt đầu", "4", "40 %", ""],
      ["Đang nhập", "0", "0 %", ""],
      ["Chờ ký", "0", "0 %", "–"],
      ["Đã gửi, chờ tiếp nhận", "2", "20 %", "+1.200 lần đầu"],
      ["Bị trả lại", "0", "0 %", "–"],
      ["Đang đính chính", "0", "0 %", "–"],
      ["Đã tiếp nhận", "4", "40 %", "+2 lần đầu"],
    ]);
    expect(rowsOf(source, "Trong số đó")).toContainEqual(["Quá hạn chưa gửi", "3", "30 %", "−2 so với trước"]);
    expect(noteOf(source).foot).toContain("07:00 23/11/2026 (24 giờ qua)");
    expect(noteOf(aSource({ since: new Date("2026-11-21T07:00:00+07:00") })).foot).toContain("72 giờ qua");
  });
});

describe("the lists of a note", () => {
  it("name the five provinces furthest behind: overdue first, then not sent, whatever their size", () => {
    const places = [
      aPlace("VN", "Cơ quan trung ương", { everSent: 1 }),
      aPlace("A", "An Giang", { everSent: 5, overdue: 5 }),
      aPlace("B", "Bắc Ninh", { expected: 100, everSent: 90, overdue: 10 }),
      aPlace("C", "Cà Mau", { everSent: 10 }),
      ...["D", "E", "F", "G"].map((id) => aPlace(id, `Tỉnh ${id}`, { everSent: 8, overdue: 2 })),
    ];
    expect(rowsOf(aSource({ places }), "Nơi chậm nhất")).toEqual([
      ["An Giang", "5/10", "50 %", "5"],
      ...["D", "E", "F", "G"].map((id) => [`Tỉnh ${id}`, "2/10", "20 %", "2"]),
    ]);
    expect(rowsOf(aSource({ places: [aPlace("C", "Cà Mau", { everSent: 10 })] }), "Nơi chậm nhất")).toEqual([]);
  });

  it("name the units of a province: past due and least begun first, with how many there are beside", () => {
    const places = [
      aUnit("Xã Đ", "draft"),
      aUnit("Xã A", "accepted", 0),
      aUnit("Xã G", "notStarted", 0),
      ...["B", "C", "E", "H", "I"].map((name) => aUnit(`Xã ${name}`, "notStarted")),
    ];
    const source = aSource({ scope: city, places });
    expect(rowsOf(source, "Đơn vị chậm nhất")).toEqual(
      ["B", "C", "E", "H", "I"].map((name) => [`Xã ${name}`, "Chưa bắt đầu", "Quá hạn"]),
    );
    expect(blocksOf(source).find(({ title }) => title === "Đơn vị chậm nhất")).toMatchObject({
      rest: "Và 2 đơn vị khác chưa gửi.",
    });
  });

  it("name who moved most by share of units, a unit counted once", () => {
    const places = [aPlace("A", "An Giang", {}), aPlace("B", "Bắc Ninh", { expected: 100 })];
    const moved = [
      { placeId: "B", moved: 5, sent: 5, accepted: 3, at: "2026-11-23T08:00:00Z" },
      { placeId: "A", moved: 1, sent: 1, accepted: 1, at: "2026-11-23T07:00:00Z" },
    ];
    expect(rowsOf(aSource({ places, movements: { ...nothingMoved, moved } }), "Nơi chuyển biến nhiều nhất")).toEqual([
      ["An Giang", "1", "1", "10 %"],
      ["Bắc Ninh", "5", "3", "5 %"],
    ]);
  });

  it("say what lies longest, with whom, in days", () => {
    const movements = {
      ...nothingMoved,
      lying: [{ reportId: "1", name: "Xã A", sinceOn: "2026-11-10", recipients: "Công an tỉnh" }],
      waiting: [{ agencyId: "X", name: "Sở Nội vụ", reports: 4, sinceOn: "2026-11-24" }],
    };
    expect(rowsOf(aSource({ movements }), "Bị trả lại lâu nhất, chưa gửi lại")).toEqual([
      ["Xã A", "Công an tỉnh", "14"],
    ]);
    expect(rowsOf(aSource({ movements }), "Chờ tiếp nhận lâu nhất")).toEqual([["Sở Nội vụ", "4", "0"]]);
  });

  it("name the next deadlines before those past, at most four, and none that is done", () => {
    const deadlines = ["2026-11-09", "2026-11-15", "2026-11-16", "2026-11-25", "2026-11-29", "2026-11-30"].map((day) =>
      aDeadline(day, day === "2026-11-30" ? 0 : 2),
    );
    const lines = linesOf(aSource({ deadlines }), "Hạn báo cáo");
    expect(lines.map((line) => line.match(/\d+\/11\/2026 \([^)]*\)/)?.[0])).toEqual([
      "25/11/2026 (còn 1 ngày)",
      "29/11/2026 (còn 5 ngày)",
      "09/11/2026 (quá hạn 15 ngày)",
      "15/11/2026 (quá hạn 9 ngày)",
      undefined,
    ]);
    expect(lines.at(-1)).toBe("Và 1 hạn khác còn báo cáo chưa gửi.");
    expect(linesOf(aSource({ movements: { ...nothingMoved, asked: 3 } }), "Hạn báo cáo").at(-1)).toBe(
      "3 đơn vị xin gia hạn đang chờ trả lời.",
    );
    expect(linesOf(aSource(), "Hạn báo cáo")).toEqual(["Mọi báo cáo phải gửi đều đã gửi."]);
  });

  it("say the result or the forecast of the greatest group of a level, and why there is none", () => {
    const group = { dueOn: "2026-11-09", expected: 200, sent: 190, onTime: 180 };
    const forecast = { basis: "spread" as const, likely: 190, low: 180, high: 196, places: 34, units: 90 };
    const outlooks: NoteSource["outlooks"] = [
      {
        level: "local",
        outlooks: [
          { ...group, state: "over" },
          { ...group, dueOn: "2026-11-15", state: "over" },
          { ...group, dueOn: "2026-11-26", state: "foretold", forecast },
        ],
      },
      { level: "central", outlooks: [{ ...group, dueOn: "2026-11-29", state: "open", why: "chưa có kỳ trước" }] },
    ];
    expect(linesOf(aSource({ outlooks }), "Tỷ lệ gửi đúng hạn")).toEqual([
      "Địa phương, hạn 09/11/2026: kết quả 90 % (180/200 đơn vị).",
      "Địa phương, hạn 26/11/2026: dự báo 95 %, khoảng 90 % đến 98 % của 200 đơn vị.",
      "Cơ quan trung ương, hạn 29/11/2026: không dự báo, vì chưa có kỳ trước.",
    ]);
  });
});

describe("a sending", () => {
  it("is of the day and hour in Vietnam, whatever the server's clock says", () => {
    expect(sendingOf(new Date("2026-11-22T23:59:00Z"))).toEqual({
      day: "2026-11-23",
      startsAt: new Date("2026-11-22T17:00:00Z"),
      hour: 6,
      isWeekend: false,
    });
    expect(sendingOf(new Date("2026-11-27T17:00:00Z"))).toMatchObject({ day: "2026-11-28", hour: 0, isWeekend: true });
  });
});

describe("a subscription", () => {
  const read = (change: object) =>
    subscribeSchema.safeParse({ scopeId: "VN", address: "vanphong@bo.example", hour: "7", ...change });

  it("takes what a form or a script sends", () => {
    expect(read({}).data).toMatchObject({ hour: 7, weekdaysOnly: false });
    expect(read({ weekdaysOnly: "1", hour: 20 }).data).toMatchObject({ hour: 20, weekdaysOnly: true });
    expect(read({ address: " vanphong@bo.example " }).data?.address).toBe("vanphong@bo.example");
  });

  it.each([
    [{ address: "vanphong" }, "Địa chỉ thư: giá trị “vanphong” chưa đúng"],
    [{ address: "a@b.example\r\nBcc: c@d.example" }, "chưa đúng"],
    [{ address: "a@b.example, c@d.example" }, "chưa đúng"],
    [{ address: undefined }, "Địa chỉ thư: còn trống"],
    [{ hour: 4 }, "Giờ gửi: hãy chọn một giờ từ 5 đến 20"],
    [{ hour: "21" }, "Giờ gửi"],
    [{ hour: "7.5" }, "Giờ gửi"],
  ])("refuses %o", (change, message) => {
    expect(read(change).error?.issues[0]?.message).toContain(message);
  });
});
