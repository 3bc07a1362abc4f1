import { allBut, everybody, type Kind } from "./people.ts";
import type { Table, Visit } from "./table.ts";

/** Hà Nội's draft of its rules, and a title nobody else may read. */
export type RuleDraft = { id: string; title: string };

const IN_USE = "ha-noi-sua-2026-nd-152";
const OLD = { version: 999_999 };

/** Those who keep rules of their own: the nation's, a ministry's, the two provinces' that walk. */
const keepers: Kind[] = ["homeAffairs", "otherHomeAffairs", "publicSecurity", "ministryOfHomeAffairs"];

const threshold = {
  path: "giay-khen.threshold",
  numerator: "2",
  denominator: "3",
  base: "allMembers",
  mark: "found",
  document: "Quyết định của Thành phố",
  article: "Điều 1",
};

/** Who may do what with the rules of awards: those in use are for everybody to read, a draft for its makers alone. */
export function ruleVisits({ id, title }: RuleDraft): Table {
  const draft = (to: string, what: string, rest: Partial<Visit> = {}): Visit => ({
    to: to.replace("[ruleSetId]", id),
    what: `${what} of Hà Nội's draft`,
    may: ["homeAffairs"],
    id,
    secrets: [title],
    ...rest,
  });
  const inUse = (to: string, what: string, rest: Partial<Visit> = {}): Visit => ({
    to: to.replace("[ruleSetId]", IN_USE),
    what: `${what} of the rules in use`,
    may: everybody,
    id: IN_USE,
    ...rest,
  });
  const onBoth = (route: string, what: string, body: object): Table => ({
    [route]: [
      draft(route, what, { body }),
      inUse(route, what, { body, may: ["homeAffairs"], answer: 422, refused: allBut("homeAffairs") }),
    ],
  });
  return {
    "/awards/rules": [
      { to: "/awards/rules", what: "all rules", may: everybody, hidden: { words: title, except: ["homeAffairs"] } },
    ],
    "/awards/rules/[ruleSetId]": [
      inUse("/awards/rules/[ruleSetId]", "the values"),
      draft("/awards/rules/[ruleSetId]", "the values"),
    ],
    "/awards/rules/[ruleSetId]/compare": [
      inUse("/awards/rules/[ruleSetId]/compare", "the differences"),
      draft("/awards/rules/[ruleSetId]/compare", "the differences"),
      inUse(`/awards/rules/[ruleSetId]/compare?with=${id}`, "the differences from a draft", {
        may: ["homeAffairs"],
        secrets: [title],
      }),
    ],
    "/awards/rules/[ruleSetId]/edit": [
      draft("/awards/rules/[ruleSetId]/edit", "the particulars"),
      draft("/awards/rules/[ruleSetId]/edit?value=quorum", "a value"),
      inUse("/awards/rules/[ruleSetId]/edit", "the particulars", { may: [] }),
    ],
    "/awards/rules/[ruleSetId]/trial": [
      draft("/awards/rules/[ruleSetId]/trial", "a trial"),
      inUse("/awards/rules/[ruleSetId]/trial", "a trial", { may: [] }),
    ],
    "POST /api/awards/rules": [
      {
        to: "POST /api/awards/rules",
        what: "a draft like Hà Nội's rules, which only Hà Nội makes",
        body: { fromId: IN_USE, title: "Bản nháp của phép thử" },
        may: keepers,
        answer: [200, 422],
        refused: allBut(...keepers),
      },
    ],
    ...onBoth("POST /api/awards/rules/[ruleSetId]/details", "the particulars", {
      ...OLD,
      title: "Tên khác",
      source: "Căn cứ khác",
      effectiveFrom: "2027-01-15",
    }),
    ...onBoth("POST /api/awards/rules/[ruleSetId]/values", "a value", { ...OLD, ...threshold }),
    ...onBoth("POST /api/awards/rules/[ruleSetId]/adopt", "the adoption", OLD),
    ...onBoth("POST /api/awards/rules/[ruleSetId]/discard", "the end", OLD),
  };
}
