import { printDay } from "#lib/dates";
import { printReporters } from "#lib/reports/obligations/labels";
import type { DutyInForce } from "#lib/reports/obligations/queries";

/** Who reports by when, by which words of the plan. */
export function PublicDuties({ duties }: { duties: DutyInForce[] }) {
  return (
    <ul className="list-disc pl-6">
      {duties.map((duty) => (
        <li key={duty.id}>
          {printReporters(duty)}: “{duty.wording}”; ngày cuối đúng hạn {printDay(duty.dueOn)}.
          {duty.isDefault && " Hạn mặc định của hệ thống, văn bản không ghi."}
        </li>
      ))}
    </ul>
  );
}
