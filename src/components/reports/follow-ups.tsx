import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";
import type { FollowUp } from "#lib/reports/cells/queries";

/** Cells the receiving level wants to be looked into, each with the way to it. */
export function FollowUps({ reportId, followUps }: { reportId: string; followUps: FollowUp[] }) {
  if (followUps.length === 0) return null;
  return (
    <section className="section">
      <h2>Ô cần theo dõi</h2>
      <ul className="follow-ups">
        {followUps.map(({ id, title, sectionId, anchor, text, personName, agencyName, at }) => (
          <li key={id}>
            <Tag tone="care" shape="⚑">
              Cần theo dõi
            </Tag>{" "}
            <a href={`/reports/${reportId}/sections/${sectionId}#${anchor}`}>{title}</a>: {text}{" "}
            <span className="quiet">
              {personName}, {agencyName}, {printInstant(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
