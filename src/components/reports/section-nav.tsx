import { type ReportSection, sectionLabels } from "#lib/reports/sections";

/** The sections of a report beside each other, with their states. */
export function SectionNav({
  reportId,
  sections,
  current,
  version,
}: {
  reportId: string;
  sections: ReportSection[];
  current: string;
  version: number | null;
}) {
  return (
    <nav className="tabs tabs-wrap" aria-label="Các phần của báo cáo">
      {sections.map(({ id, title, state, filled, asked }) => (
        <a
          key={id}
          href={`/reports/${reportId}/sections/${id}${version ? `?version=${version}` : ""}`}
          aria-current={id === current ? "page" : undefined}
          title={`${title}: ${sectionLabels[state].word}, ${filled}/${asked}`}
        >
          <span aria-hidden="true" data-shape={sectionLabels[state].shape} /> {id.length === 1 ? id : title}
          <span className="sr-only"> {sectionLabels[state].word}</span>
        </a>
      ))}
    </nav>
  );
}

/** From the end of one section to the next, so that a report can be filled without going back. */
export function SectionSteps({
  reportId,
  sections,
  current,
}: {
  reportId: string;
  sections: ReportSection[];
  current: string;
}) {
  const index = sections.findIndex(({ id }) => id === current);
  const [before, after] = [sections[index - 1], sections[index + 1]];
  return (
    <nav className="section-steps" aria-label="Phần trước và sau">
      {before ? <a href={`/reports/${reportId}/sections/${before.id}`}>← {before.title}</a> : <span />}
      {after ? (
        <a className="btn" href={`/reports/${reportId}/sections/${after.id}`}>
          Tiếp: {after.title} →
        </a>
      ) : (
        <a className="btn btn-primary" href={`/reports/${reportId}`}>
          Về trang báo cáo để trình ký
        </a>
      )}
    </nav>
  );
}
