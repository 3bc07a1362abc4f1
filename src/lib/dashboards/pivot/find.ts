import "server-only";
import { printNumber } from "#lib/text";
import type { Scope } from "../policy.ts";
import { problemOf, readDefinition, type Settled, settle, type Words } from "./definition.ts";
import type { Member } from "./dimensions.ts";
import { findGround, type Ground, listFacts, owedUnder } from "./queries.ts";
import { type Owed, type PivotTable, pivotOf } from "./table.ts";

/** What an address asks of a scope, and the table it makes; null with the reason in `problem`. Three statements. */
export type FoundPivot = {
  ground: Ground;
  settled: Settled;
  ignored: string[];
  years: YearCount[];
  table: PivotTable | null;
  problem: string | null;
};

/** How many reports of a year are owed under the filters, and how many of them are accepted and counted. */
export type YearCount = Member & { expected: number; counted: number };

export async function findPivot(scope: Scope, periods: string[], query: Words): Promise<FoundPivot> {
  const ground = await findGround(scope, periods);
  const { definition, ignored } = readDefinition(query, ground.choices);
  const chosen = settle(definition, ground.choices);
  const owed = owedUnder(chosen, ground.owed);
  const years = chosen.members.year.map((year) => countYear(year, owed));
  const settled = { ...chosen, members: { ...chosen.members, year: years } };
  const problem = problemOf(settled, scope.isNation);
  const found = { ground, settled, ignored, years, problem };
  if (problem) return { ...found, table: null };
  return { ...found, table: pivotOf(settled, await listFacts(scope, settled, ground), owed, scope.isNation) };
}

function countYear(year: Member, owed: Owed[]): YearCount {
  const ofYear = owed.filter((each) => each.year === year.id);
  const sum = (of: (each: Owed) => number) => ofYear.reduce((total, each) => total + of(each), 0);
  const [expected, counted] = [sum((each) => each.expected), sum((each) => each.counted)];
  return { ...year, expected, counted, hint: `${printNumber(counted)}/${printNumber(expected)} báo cáo` };
}
