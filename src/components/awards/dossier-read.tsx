import { reportParts } from "#lib/awards/nominations/dossier";
import type { NominationRow } from "#lib/awards/nominations/queries";
import { printDay } from "#lib/dates";

/** The dossier as it was written, to read. */
export function DossierRead({ nomination }: { nomination: NominationRow }) {
  return (
    <div className="prose">
      <p>
        <b>{nomination.achievement || "Chưa ghi thành tích."}</b>{" "}
        <span className="quiet">
          ({printDay(nomination.achievedFrom)} – {printDay(nomination.achievedTo)})
        </span>
      </p>
      {reportParts
        .filter(({ id }) => nomination.report[id])
        .map(({ id, title }) => (
          <section key={id}>
            <h3>{title}</h3>
            <p className="pre">{nomination.report[id]}</p>
          </section>
        ))}
    </div>
  );
}
