import type { Passage, PlanDetail } from "#lib/plans/queries";

/** What every section of a plan's page needs: the plan, who reads it, and whether the reader may confirm words. */
export type Reading = { plan: PlanDetail; mayConfirm: boolean };

export const passageAction = ({ plan, mayConfirm }: Reading, { id }: Pick<Passage, "id">) =>
  mayConfirm ? `/api/plans/${plan.id}/passages/${id}/confirm` : undefined;

export const criterionAction = ({ plan, mayConfirm }: Reading, { id }: { id: string }) =>
  mayConfirm ? `/api/plans/${plan.id}/criteria/${id}/confirm` : undefined;
