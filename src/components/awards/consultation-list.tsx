import type { ConsultationRow } from "#lib/awards/consultations/queries";
import { printDay, printInstant } from "#lib/dates";
import { OpinionTag } from "./asked-opinions.tsx";

/** Opinions that were asked, with their answers. */
export function ConsultationList({ consultations }: { consultations: ConsultationRow[] }) {
  return (
    <ul className="link-list">
      {consultations.map((asked) => (
        <li key={asked.id}>
          <b>{asked.agencyName}</b> <OpinionTag opinion={asked.opinion} />{" "}
          <span className="quiet">
            hỏi {printInstant(asked.askedAt)}, hạn {printDay(asked.dueOn)}
            {asked.answeredAt && `, ${asked.answeredByName} trả lời ${printInstant(asked.answeredAt)}`}
          </span>
          {asked.words && <blockquote>{asked.words}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
