import { useMemo } from "react";
import { useDraftSaver } from "#components/reports/draft-saver";
import { type Check, checksOf, isOpen } from "#lib/reports/checks";

export type RowCheck = { check: Check; isExplained: boolean };

/** What the rules say of each figure now, computed here as on the server. */
export function useRowChecks(): (indicatorId: string) => RowCheck[] {
  const { entry, document } = useDraftSaver();
  return useMemo(() => {
    const all = checksOf({ ...entry.checked, document });
    const byField = Map.groupBy(all, ({ field }) => field);
    return (id) =>
      (byField.get(`figures.${id}`) ?? []).map((check) => ({
        check,
        isExplained: check.severity === "explain" && !isOpen(check, document),
      }));
  }, [entry, document]);
}
