import { LEAST } from "./rules.ts";

export type RankingAddress = { period: string; indicator: string; type: string | null; least: number };

/** What an address of the ranking says; what is usual is left out. */
export const rankingQuery = ({ period, indicator, type, least }: RankingAddress) =>
  new URLSearchParams({
    period,
    indicator,
    ...(type !== null && { type }),
    ...(least !== LEAST && { least: String(least) }),
  });

export const rankingHref = (scopeId: string, address: RankingAddress) =>
  `/dashboards/${scopeId}/ranking?${rankingQuery(address)}`;
