import { issuingDueOn, returnDueOn } from "#lib/awards/clocks";
import type { DecidedRow, DecisionRow } from "#lib/awards/decisions/queries";
import type { Clock } from "#lib/awards/nominations/timing";
import type { RuleSetDefinition } from "#lib/awards/rule-set";
import type { Day } from "#lib/dates";
import { ClockList } from "./clock-list.tsx";

type Props = {
  decision: DecisionRow;
  decided: DecidedRow[];
  rules: RuleSetDefinition;
  holidays: ReadonlySet<Day>;
  today: Day;
};

/** Until when objects are handed over, and those of revoked awards given back. */
export function DecisionClocks({ decision, decided, rules, holidays, today }: Props) {
  const { issuingDays, returnDays } = rules;
  const open = decided.filter(({ issuedOn, revokedOn }) => !issuedOn && !revokedOn).length;
  const clocks: Clock[] = [];
  if (open > 0)
    clocks.push({
      id: "issue",
      what: `Cấp, trao hiện vật (còn ${open} trường hợp)`,
      dueOn: issuingDueOn(rules, decision.decidedOn, decided.length, holidays),
      note: issuingDays.value
        ? `${decided.length < issuingDays.value.fewerThan ? issuingDays.value.few : issuingDays.value.many} ngày làm việc cho ${decided.length} trường hợp (dưới ${issuingDays.value.fewerThan}: ${issuingDays.value.few}; từ ${issuingDays.value.fewerThan}: ${issuingDays.value.many}).`
        : "Bộ quy định không nêu thời hạn.",
      source: issuingDays.source,
      mark: issuingDays.mark,
    });
  for (const { id, subjectName, revokedOn, returnedOn } of decided)
    if (revokedOn && !returnedOn)
      clocks.push({
        id,
        what: `${subjectName} nộp lại hiện vật và tiền thưởng`,
        dueOn: returnDueOn(rules, revokedOn, holidays),
        note: returnDays.value
          ? `${returnDays.value} ngày làm việc từ ngày hủy bỏ.`
          : "Bộ quy định không nêu thời hạn.",
        source: returnDays.source,
        mark: returnDays.mark,
      });
  if (clocks.length === 0) return <p className="quiet">Không còn thời hạn nào đang chạy.</p>;
  return <ClockList clocks={clocks} today={today} />;
}
