import type { CheckId, CheckState, Hold, OtherDossier, PastAward } from "#lib/awards/eligibility/facts";
import { rulesNamed, type someFacts } from "../law.ts";

type Case = {
  title: string;
  source: string;
  facts: Parameters<typeof someFacts>[0];
  check: CheckId;
  state: CheckState;
};

const past = (rest: Partial<PastAward> = {}): PastAward => ({
  id: "r1",
  awardId: "giay-khen",
  category: "campaign",
  decisionNumber: "15/QĐ-UBND",
  decidedOn: "2026-06-01",
  decidedBy: "Chủ tịch UBND phường",
  achievement: "Bắt trộm xe máy",
  achievedFrom: "2024-12-01",
  achievedTo: "2025-11-30",
  revokedOn: null,
  ...rest,
});
const thisYear = { achievedFrom: "2025-12-01", achievedTo: "2026-10-31" };

const other = (rest: Partial<OtherDossier> = {}): OtherDossier => ({
  id: "n2",
  awardId: "giay-khen",
  category: "campaign",
  status: "proposed",
  achievement: "Việc khác",
  ...thisYear,
  ...rest,
});

const hold = (rest: Partial<Hold> = {}): Hold => ({
  id: "h1",
  kind: "inspection",
  reason: "Thanh tra quỹ",
  source: "QĐ 3/QĐ-TTr",
  placedOn: "2026-05-01",
  liftedOn: null,
  conclusion: null,
  ...rest,
});

const collective = { kind: "collective" as const };
const household = { kind: "household" as const };
const twice = "Luật TĐKT 06/2022, Đ5.2";
const stop = "NĐ 152/2025, Đ4.4";

const subject: Case[] = [
  {
    title: "a flag is for collectives",
    source: "NĐ 152/2025, Đ7.1",
    facts: { nomination: { awardId: "co-thi-dua-chinh-phu" }, subject: collective },
    check: "subject",
    state: "met",
  },
  {
    title: "a flag is not for a person",
    source: "NĐ 152/2025, Đ7.1",
    facts: { nomination: { awardId: "co-thi-dua-chinh-phu" } },
    check: "subject",
    state: "notMet",
  },
  {
    title: "a household may have a giấy khen",
    source: "Luật Đ75; mức thưởng NĐ 152/2025",
    facts: { nomination: { awardId: "giay-khen" }, subject: household },
    check: "subject",
    state: "met",
  },
  {
    title: "a household may not have a huân chương",
    source: "Luật Đ42–44",
    facts: { nomination: { awardId: "huan-chuong-lao-dong-3" }, subject: household },
    check: "subject",
    state: "notMet",
  },
  {
    title: "law known from memory refuses nobody",
    source: "NĐ 98/2023 chưa đối chiếu",
    facts: { rules: rulesNamed("luat-2022-nd-98"), nomination: { awardId: "co-thi-dua-chinh-phu" } },
    check: "subject",
    state: "unverified",
  },
];

const oneAward: Case[] = [
  {
    title: "an award for another year is no obstacle",
    source: twice,
    facts: { records: [past()] },
    check: "oneAward",
    state: "met",
  },
  {
    title: "the campaign's award for the same year is the same achievement",
    source: twice,
    facts: { records: [past(thisYear)] },
    check: "oneAward",
    state: "notMet",
  },
  {
    title: "a part of a year already honoured is too",
    source: twice,
    facts: { nomination: { achievedTo: "2026-06-30" }, records: [past(thisYear)] },
    check: "oneAward",
    state: "notMet",
  },
  {
    title: "the same words are the same achievement, however spelt",
    source: twice,
    facts: {
      records: [past({ achievement: "VAN DONG hoa giai 12 vụ việc, ở tổ dân phố!", ...thisYear, category: "merit" })],
    },
    check: "oneAward",
    state: "notMet",
  },
  {
    title: "a revoked award does not count",
    source: "Luật Đ93",
    facts: { records: [past({ ...thisYear, revokedOn: "2026-09-01" })] },
    check: "oneAward",
    state: "met",
  },
  {
    title: "five years that hold an honoured year need a look",
    source: twice,
    facts: { nomination: { achievedFrom: "2021-12-01" }, records: [past()] },
    check: "oneAward",
    state: "needsEvidence",
  },
  {
    title: "an award for merit of the same year needs a look",
    source: `${twice}; Đ8`,
    facts: { records: [past({ ...thisYear, category: "merit" })] },
    check: "oneAward",
    state: "needsEvidence",
  },
  {
    title: "the look is settled with a reason",
    source: twice,
    facts: {
      nomination: { checklist: { otherAchievement: { have: true, note: "Công trạng cả năm, không phải phong trào" } } },
      records: [past({ ...thisYear, category: "merit" })],
    },
    check: "oneAward",
    state: "met",
  },
  {
    title: "a reason does not settle the same achievement",
    source: twice,
    facts: { nomination: { checklist: { otherAchievement: { have: true, note: "Khác" } } }, records: [past(thisYear)] },
    check: "oneAward",
    state: "notMet",
  },
  {
    title: "an imported award without a period needs a look",
    source: twice,
    facts: { records: [past({ achievedFrom: null, achievedTo: null })] },
    check: "oneAward",
    state: "needsEvidence",
  },
  {
    title: "another dossier for the same year stands in the way",
    source: twice,
    facts: { others: [other()] },
    check: "oneAward",
    state: "notMet",
  },
  {
    title: "a dossier is not its own rival",
    source: twice,
    facts: { others: [other({ id: "this" })] },
    check: "oneAward",
    state: "met",
  },
];

const holds: Case[] = [
  {
    title: "an inspection that runs stops everything",
    source: stop,
    facts: { holds: [hold()] },
    check: "hold",
    state: "notMet",
  },
  {
    title: "a clean end lets it go on",
    source: stop,
    facts: { holds: [hold({ liftedOn: "2026-06-01", conclusion: "clean" })] },
    check: "hold",
    state: "met",
  },
  {
    title: "after discipline nothing before its end counts",
    source: stop,
    facts: { holds: [hold({ kind: "discipline", liftedOn: "2026-06-01", conclusion: "disciplined" })] },
    check: "hold",
    state: "notMet",
  },
  {
    title: "nor does its last day",
    source: stop,
    facts: {
      nomination: { achievedFrom: "2026-06-01" },
      holds: [hold({ liftedOn: "2026-06-01", conclusion: "disciplined" })],
    },
    check: "hold",
    state: "notMet",
  },
  {
    title: "achievements after discipline count",
    source: stop,
    facts: {
      nomination: { achievedFrom: "2026-06-02" },
      holds: [hold({ liftedOn: "2026-06-01", conclusion: "disciplined" })],
    },
    check: "hold",
    state: "met",
  },
  {
    title: "press reports being verified stop it as well",
    source: stop,
    facts: { holds: [hold({ kind: "press" })] },
    check: "hold",
    state: "notMet",
  },
];

const fresh = "NĐ 152/2025, Đ33.9";
const forThePm = { awardId: "bang-khen-thu-tuong" };
const freshness: Case[] = [
  {
    title: "six months to the day are fresh",
    source: fresh,
    facts: { nomination: forThePm, today: "2027-04-30" },
    check: "freshness",
    state: "met",
  },
  {
    title: "a day more is not",
    source: fresh,
    facts: { nomination: forThePm, today: "2027-05-01" },
    check: "freshness",
    state: "notMet",
  },
  {
    title: "31 August is fresh until the last of February",
    source: fresh,
    facts: { nomination: { ...forThePm, achievedTo: "2026-08-31" }, today: "2027-02-28" },
    check: "freshness",
    state: "met",
  },
  {
    title: "it is asked of state awards only",
    source: fresh,
    facts: { today: "2028-01-01" },
    check: "freshness",
    state: "met",
  },
];

const period: Case[] = [
  {
    title: "an achievement outside the round's period",
    source: "Đợt xét khen thưởng",
    facts: { nomination: { achievedTo: "2026-11-30" } },
    check: "period",
    state: "notMet",
  },
  {
    title: "a form the round does not have",
    source: "Đợt xét khen thưởng",
    facts: { round: { ...thisYear, awardIds: ["giay-khen"], quotas: {} } },
    check: "period",
    state: "notMet",
  },
];

const thematic = "NĐ 152/2025, Đ4.3";
const order3 = {
  awardId: "huan-chuong-lao-dong-3",
  checklist: { "nam-nam": { have: true }, "ba-lan-cstdcs": { have: true } },
};
const fromPm = (rest: Partial<PastAward>) => past({ awardId: "bang-khen-thu-tuong", category: "merit", ...rest });
const conditions: Case[] = [
  {
    title: "voted best in the campaign, with evidence",
    source: "Luật Đ74",
    facts: {},
    check: "conditions",
    state: "met",
  },
  {
    title: "voted best, but nobody has looked",
    source: "Luật Đ74",
    facts: { nomination: { checklist: {} } },
    check: "conditions",
    state: "needsEvidence",
  },
  {
    title: "a household for a bằng khen of the Prime Minister by the campaign",
    source: "Luật Đ73.1.a",
    facts: { nomination: forThePm, subject: household },
    check: "conditions",
    state: "met",
  },
  {
    title: "a medal after a bằng khen for merit of the Prime Minister",
    source: "Luật Đ44.1.e",
    facts: { nomination: order3, records: [fromPm({})] },
    check: "conditions",
    state: "met",
  },
  {
    title: "a bằng khen for the campaign does not count for merit: the campaign's own way is left to prove",
    source: `${thematic}; Luật Đ44.2.a`,
    facts: { nomination: order3, records: [fromPm({ category: "campaign" })] },
    check: "conditions",
    state: "needsEvidence",
  },
  {
    title: "a medal for collectives rests on law not read",
    source: "Luật Đ44 (phần tập thể chưa đọc)",
    facts: { nomination: order3, subject: collective },
    check: "conditions",
    state: "unverified",
  },
  {
    title: "a flag of the Government after leading the bloc",
    source: "NĐ 152/2025, Đ7.1",
    facts: { nomination: { awardId: "co-thi-dua-chinh-phu" }, subject: collective },
    check: "conditions",
    state: "met",
  },
  {
    title: "the class before is law known from memory",
    source: "Luật Đ42 (chưa đọc)",
    facts: { nomination: { awardId: "huan-chuong-lao-dong-1" } },
    check: "conditions",
    state: "unverified",
  },
];

const places = (most: number, nominated: number, decided: number) => ({
  round: { ...thisYear, awardIds: ["bang-khen-bo-tinh"], quotas: { "bang-khen-bo-tinh": { most } } },
  counts: { nominated, decided },
});
const quota: Case[] = [
  {
    title: "as many as there are places",
    source: "Đợt xét khen thưởng",
    facts: places(3, 3, 0),
    check: "quota",
    state: "met",
  },
  {
    title: "more than places, and no rule how to choose",
    source: "Không tìm thấy quy định chung",
    facts: places(3, 4, 0),
    check: "quota",
    state: "unverified",
  },
  { title: "no place left", source: "Đợt xét khen thưởng", facts: places(3, 4, 3), check: "quota", state: "notMet" },
];

const papers: Case[] = [
  { title: "all three papers", source: "Luật Đ84.1", facts: {}, check: "dossier", state: "met" },
  {
    title: "without the minutes",
    source: "Luật Đ84.1",
    facts: { nomination: { checklist: { "to-trinh": { have: true }, "bao-cao": { have: true } } } },
    check: "dossier",
    state: "notMet",
  },
  {
    title: "the opinion of the Party committee only where it is due",
    source: "NĐ 152/2025, Đ33.2",
    facts: { nomination: forThePm },
    check: "dossier",
    state: "met",
  },
  {
    title: "what a giấy khen needs is for each agency to say",
    source: "NĐ 152/2025, Đ6.2",
    facts: { nomination: { awardId: "giay-khen" } },
    check: "dossier",
    state: "unverified",
  },
  {
    title: "paper and file for the Prime Minister",
    source: "NĐ 152/2025, Đ33.12",
    facts: { nomination: forThePm },
    check: "intake",
    state: "met",
  },
  {
    title: "paper without file is not received",
    source: "NĐ 152/2025, Đ33.12",
    facts: { nomination: { ...forThePm, fileReceivedOn: null } },
    check: "intake",
    state: "notMet",
  },
  {
    title: "whether a province wants both is for it to say",
    source: "NĐ 152/2025, Đ6.2",
    facts: { nomination: { fileReceivedOn: null } },
    check: "intake",
    state: "unverified",
  },
];

const published = (startsOn: string, isComplaint = false) => ({
  publicity: [{ startsOn, place: "Cổng thông tin điện tử", isComplaint }],
});
const medal = { awardId: "huan-chuong-lao-dong-3" };
const seen = "NĐ 152/2025, Đ44";
const publicity: Case[] = [
  {
    title: "a medal that was not made public",
    source: seen,
    facts: { nomination: medal },
    check: "publicity",
    state: "notMet",
  },
  {
    title: "on its tenth working day it is still public",
    source: seen,
    facts: { nomination: medal, today: "2026-11-27", ...published("2026-11-12") },
    check: "publicity",
    state: "notMet",
  },
  {
    title: "the council may meet from the next day",
    source: seen,
    facts: { nomination: medal, today: "2026-11-28", ...published("2026-11-12") },
    check: "publicity",
    state: "met",
  },
  {
    title: "a complaint stops it",
    source: `${seen}; Đ4.4`,
    facts: { nomination: medal, today: "2026-12-20", ...published("2026-11-12", true) },
    check: "publicity",
    state: "notMet",
  },
  {
    title: "a settled complaint does not",
    source: `${seen}`,
    facts: {
      nomination: { ...medal, checklist: { complaintSettled: { have: true } } },
      today: "2026-12-20",
      ...published("2026-11-12", true),
    },
    check: "publicity",
    state: "met",
  },
  {
    title: "a flag of the Government need not be public",
    source: seen,
    facts: { nomination: { awardId: "co-thi-dua-chinh-phu" }, subject: collective },
    check: "publicity",
    state: "met",
  },
  {
    title: "nor need a bằng khen of the Prime Minister",
    source: seen,
    facts: { nomination: forThePm },
    check: "publicity",
    state: "met",
  },
  {
    title: "for a bằng khen of a province it is for the province to say",
    source: "NĐ 152/2025, Đ6.2",
    facts: {},
    check: "publicity",
    state: "unverified",
  },
];

export const eligibility: Case[] = [
  subject,
  oneAward,
  holds,
  freshness,
  period,
  conditions,
  quota,
  papers,
  publicity,
].flat();
