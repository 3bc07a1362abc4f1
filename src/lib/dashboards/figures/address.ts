export type Structure = "then" | "today";

/** Years in the structure of their own day, unless today's is asked for. */
export const readStructure = (asked: string | undefined): Structure => (asked === "today" ? "today" : "then");

export type FigureAddress = { period: string; indicator: string; structure?: Structure; sort?: string };

/** The page of a figure by unit. */
export const figuresHref = (scopeId: string, { period, indicator, structure = "then", sort }: FigureAddress) =>
  `/dashboards/${scopeId}/figures?${new URLSearchParams({
    period,
    indicator,
    ...(structure === "today" && { structure }),
    ...(sort && { sort }),
  })}`;

/** The page of a figure in its parts. */
export const partsHref = (scopeId: string, indicatorId: string, period: string) =>
  `/dashboards/${scopeId}/figures/${indicatorId}?${new URLSearchParams({ period })}`;

/** The cell of a version of a report. */
export const cellHref = (reportId: string, sectionId: string, indicatorId: string, version: number | null) =>
  `/reports/${reportId}/sections/${sectionId}${version === null ? "" : `?version=${version}`}#${indicatorId}`;
