import type { ReportDocument } from "#lib/reports/document";
import type { Said } from "#lib/reports/figure-rows";
import type { Narrative } from "#lib/reports/form";
import { CellButton } from "../cell-button.tsx";
import { TextOrChange } from "./changed-text.tsx";

/** The version a text is compared with. */
export type Before = { number: number; document: Pick<ReportDocument, "narratives" | "assessments"> } | null;

type Props = {
  narratives: Narrative[];
  document: Pick<ReportDocument, "narratives">;
  before: Before;
  said: Record<string, Said>;
};

/** The narratives of a version, each with what changed in it since the version before. */
export function NarrativesRead({ narratives, document, before, said }: Props) {
  const changed = narratives.filter(
    ({ id }) => before && (before.document.narratives[id] ?? "") !== (document.narratives[id] ?? ""),
  );
  return (
    <>
      {before && (
        <p className="hint">
          {changed.length === 0 ? (
            `Không phần lời nào khác bản ${before.number}.`
          ) : (
            <>
              Khác bản {before.number} ở {changed.length}/{narratives.length} phần:{" "}
              {changed.map(({ id, title }, index) => (
                <span key={id}>
                  {index > 0 && "; "}
                  <a href={`#${id}`}>{title}</a>
                </span>
              ))}
              .
            </>
          )}
        </p>
      )}
      {narratives.map(({ id, title }) => (
        <section key={id} id={id} className="section">
          <h2>
            {title}{" "}
            <CellButton field={`narratives.${id}`} name={`phần lời “${title}”`} said={said[`narratives.${id}`]} />
          </h2>
          <TextOrChange
            text={document.narratives[id]}
            before={before && { number: before.number, text: before.document.narratives[id] }}
          />
        </section>
      ))}
    </>
  );
}
