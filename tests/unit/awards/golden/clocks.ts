import {
  appraisalDueOn,
  consultationDueOn,
  consultationState,
  issuingDueOn,
  publicityOverOn,
  receivedInFullOn,
  refusalDueOn,
  returnDueOn,
} from "#lib/awards/clocks";
import { holidays, rules } from "../law.ts";

const counting = "BLDS 2015, Đ147–148; NQ 28/2026/QH16 (24/11 nghỉ)";

/** Counted on the calendar of 2026: Thursdays are 12 and 26 November; 24 November, 2 September, 30 April, 1 May, 1 January are days off. */
export const clocks = [
  {
    title: "a list public from Thursday 12/11 has been so for 10 working days on Friday 27/11, over the 24th",
    source: `NĐ 152/2025, Đ44; ${counting}`,
    ask: () => publicityOverOn("2026-11-12", 10, holidays),
    on: "2026-11-27",
  },
  {
    title: "a day later it ends after the weekend",
    source: `NĐ 152/2025, Đ44; ${counting}`,
    ask: () => publicityOverOn("2026-11-13", 10, holidays),
    on: "2026-11-30",
  },
  {
    title: "an opinion asked on 21/12 is due after New Year's Day",
    source: `NĐ 152/2025, Đ34; ${counting}`,
    ask: () => consultationDueOn(rules, "2026-12-21", holidays),
    on: "2027-01-05",
  },
  {
    title: "an opinion asked on a Saturday counts from Monday",
    source: `NĐ 152/2025, Đ34; ${counting}`,
    ask: () => consultationDueOn(rules, "2026-11-28", holidays),
    on: "2026-12-11",
  },
  {
    title: "Bộ Nội vụ appraises in 20 working days, over Quốc khánh",
    source: `NĐ 152/2025, Đ35; ${counting}`,
    ask: () => appraisalDueOn(rules, "state", "2026-08-17", holidays),
    on: "2026-09-15",
  },
  {
    title: "a province appraises in 30 working days",
    source: `NĐ 152/2025, Đ35 (đọc một phần); ${counting}`,
    ask: () => appraisalDueOn(rules, "province", "2026-10-05", holidays),
    on: "2026-11-16",
  },
  {
    title: "an agency that decides itself has no term in the law",
    source: "NĐ 152/2025, Đ6.2: theo quy chế của cơ quan",
    ask: () => appraisalDueOn(rules, "base", "2026-10-05", holidays),
    on: null,
  },
  {
    title: "who is not eligible is told in 10 working days, over 30/4 and 1/5",
    source: `NĐ 152/2025, Đ35; ${counting}`,
    ask: () => refusalDueOn(rules, "2026-04-28", holidays),
    on: "2026-05-14",
  },
  {
    title: "99 cases are handed over in 10 working days",
    source: "NĐ 152/2025, Đ35",
    ask: () => issuingDueOn(rules, "2026-12-01", 99, holidays),
    on: "2026-12-15",
  },
  {
    title: "100 cases are handed over in 20 working days",
    source: "NĐ 152/2025, Đ35",
    ask: () => issuingDueOn(rules, "2026-12-01", 100, holidays),
    on: "2026-12-29",
  },
  {
    title: "what is revoked goes back in 15 working days",
    source: `NĐ 152/2025, Đ56–58; ${counting}`,
    ask: () => returnDueOn(rules, "2026-11-20", holidays),
    on: "2026-12-14",
  },
  {
    title: "a dossier is received when the later of paper and file is there",
    source: "NĐ 152/2025, Đ33.12",
    ask: () => receivedInFullOn("2026-12-03", "2026-12-01"),
    on: "2026-12-03",
  },
  {
    title: "paper alone is not received",
    source: "NĐ 152/2025, Đ33.12",
    ask: () => receivedInFullOn("2026-12-03", null),
    on: null,
  },
  {
    title: "on its last day an unanswered opinion still waits",
    source: "NĐ 152/2025, Đ34; BLDS 2015, Đ148",
    ask: () => consultationState(rules, { opinion: null, dueOn: "2026-12-11" }, "2026-12-11"),
    on: "waiting",
  },
  {
    title: "after it, silence lets Bộ Nội vụ go on",
    source: "NĐ 152/2025, Đ34",
    ask: () => consultationState(rules, { opinion: null, dueOn: "2026-12-11" }, "2026-12-12"),
    on: "silentProceed",
  },
  {
    title: "an answer counts whenever it came",
    source: "NĐ 152/2025, Đ34",
    ask: () => consultationState(rules, { opinion: "disagree", dueOn: "2026-12-11" }, "2026-12-20"),
    on: "disagree",
  },
];
