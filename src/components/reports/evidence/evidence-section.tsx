import type { EvidenceItem, EvidenceView } from "#lib/reports/evidence/queries";
import { type Target, writeTarget } from "#lib/reports/evidence/rules";
import type { FormDefinition } from "#lib/reports/form";
import { indicatorsById, sectionOf } from "#lib/reports/form";
import { EvidenceList } from "./evidence-list.tsx";

type Props = {
  reportId: string;
  form: FormDefinition;
  /** titles of the sections by id */
  titles: Map<string, string>;
  view: EvidenceView;
};

/** Everything attached to a report: what is of the whole of it, then by section and cell. */
export function EvidenceSection({ reportId, form, titles, view }: Props) {
  const places = [...new Map(view.items.map((item) => [writeTarget(targetOf(item)), targetOf(item)])).entries()];
  return (
    <section className="section" id="evidence">
      <h2>Tài liệu kèm theo</h2>
      <EvidenceList reportId={reportId} target="report" initial={of(view, "report")} />
      {places
        .filter(([place]) => place !== "report")
        .map(([place, target]) => (
          <section key={place}>
            <h3>
              <a href={hrefOf(reportId, form, target)}>{titleOf(form, titles, target)}</a>
            </h3>
            <EvidenceList reportId={reportId} target={place} initial={of(view, place)} hasPicker={false} />
          </section>
        ))}
    </section>
  );
}

const targetOf = ({ targetKind, targetKey }: EvidenceItem): Target => ({ kind: targetKind, key: targetKey });

const isAt = (place: string) => (thing: Pick<EvidenceItem, "targetKind" | "targetKey">) =>
  writeTarget({ kind: thing.targetKind, key: thing.targetKey }) === place;

const of = (view: EvidenceView, place: string): EvidenceView => ({
  ...view,
  items: view.items.filter(isAt(place)),
  unfinished: view.unfinished.filter(isAt(place)),
});

function titleOf(form: FormDefinition, titles: Map<string, string>, { kind, key }: Target) {
  if (kind === "section") return titles.get(key) ?? key;
  return `${key} ${indicatorsById(form).get(key)?.label ?? ""}`;
}

const hrefOf = (reportId: string, form: FormDefinition, { kind, key }: Target) =>
  kind === "section"
    ? `/reports/${reportId}/sections/${key}`
    : `/reports/${reportId}/sections/${sectionOf(form, key)?.id ?? "next"}#${key}`;
