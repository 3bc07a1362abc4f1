import "server-only";
import { type Day, printDay } from "#lib/dates";
import { type Queryable, row, rows } from "#lib/db";
import { allIndicators, type FormDefinition } from "#lib/reports/form";
import { printValue } from "#lib/reports/values";
import { awardRule, type RuleSetDefinition } from "../rule-set.ts";
import type { DossierFact } from "./dossier.ts";

/**
 * The indicators of the report form that speak of what an award of the campaign is for: models, standards reached, mediation,
 * the grassroots force, work among the people, and the classification. A choice of this project: no text names them.
 */
const RELEVANT = [
  "A1",
  "A5",
  "B1",
  "B2",
  "B3",
  "B4",
  "B17",
  "B18",
  "C2",
  "C3",
  "C5",
  "C8",
  "C11",
  "C13",
  "D1",
  "E1",
  "E2",
  "F4",
  "F6",
  "F9",
];

type Accepted = {
  definition: FormDefinition;
  periodId: string;
  number: number;
  agencyName: string;
  document: { figures: Record<string, string | number | boolean | null> };
};

/** The report of an agency for a year in the version that was accepted last. */
const ACCEPTED = `
  select f.definition, r.period_id as "periodId", v.number, t.name as "agencyName", v.document
  from report r join report_version v on v.id = r.accepted_version_id
  join report_form f on f.id = r.form_id and f.version = r.form_version
  join agency_on(campaign_today()) t on t.agency_id = r.agency_id
  where r.agency_id = $1 and r.period_id = $2 and r.kind = 'own' and r.withdrawn_at is null`;

/**
 * What the system already knows of a subject when a dossier is made: the accepted figures and the classification of its agency for
 * the year the achievement ends in, and what the subject received before. Each fact says where it was taken from.
 */
export async function takeFacts(
  tx: Queryable,
  { subjectId, agencyId, year, rules }: { subjectId: string; agencyId: string; year: string; rules: RuleSetDefinition },
): Promise<DossierFact[]> {
  const accepted = await row<Accepted>(ACCEPTED, [agencyId, year], tx);
  const records = await rows<{ awardId: string; decisionNumber: string; decidedOn: Day; decidedBy: string }>(
    `select award_id as "awardId", decision_number as "decisionNumber", decided_on as "decidedOn", decided_by as "decidedBy"
     from award_record where subject_id = $1 and revoked_on is null order by decided_on desc, id limit 20`,
    [subjectId],
    tx,
  );
  return [
    ...(accepted ? figuresOf(accepted) : []),
    ...records.map(({ awardId, decisionNumber, decidedOn, decidedBy }, index) => ({
      id: `record.${index}`,
      label: awardRule(rules, awardId)?.name ?? awardId,
      value: `Quyết định số ${decisionNumber} ngày ${printDay(decidedOn)}`,
      source: `Sổ khen thưởng, ${decidedBy}`,
    })),
  ];
}

function figuresOf({ definition, document, periodId, number, agencyName }: Accepted): DossierFact[] {
  const source = `Báo cáo năm ${periodId} của ${agencyName}, bản ${number} đã tiếp nhận`;
  return allIndicators(definition)
    .filter(({ id }) => RELEVANT.includes(id))
    .flatMap((indicator) => {
      const value = printValue(indicator, document.figures?.[indicator.id]);
      const unit = value !== "" && indicator.type === "count" ? ` ${indicator.unit}` : "";
      return value === "" ? [] : [{ id: indicator.id, label: indicator.label, value: `${value}${unit}`, source }];
    });
}
