import { Tag } from "#components/ui/tag";
import { type ReportSection, sectionLabels } from "#lib/reports/sections";

/** The sections of a report: state, progress in counts, and what a recipient asks to correct. */
export function SectionTable({
  reportId,
  sections,
  writes,
}: {
  reportId: string;
  sections: ReportSection[];
  writes: boolean;
}) {
  const hasStates = writes || sections.some(({ reasons }) => reasons.length > 0);
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Phần</th>
            {hasStates && <th scope="col">Trạng thái</th>}
            <th scope="col" className="num">
              Đã nhập
            </th>
            {hasStates && <th scope="col">Cần sửa</th>}
          </tr>
        </thead>
        <tbody>
          {sections.map(({ id, title, state, filled, asked, problems, reasons }) => {
            const { word, shape, tone } = sectionLabels[state];
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`/reports/${reportId}/sections/${id}`}>{title}</a>
                </th>
                {hasStates && (
                  <td data-label="Trạng thái">
                    {(writes || reasons.length > 0) && (
                      <Tag tone={tone} shape={shape}>
                        {word}
                      </Tag>
                    )}
                  </td>
                )}
                <td className="num" data-label="Đã nhập">
                  {asked === 0 ? "không có" : `${filled}/${asked} ô`}
                </td>
                {hasStates && (
                  <td data-label="Cần sửa">
                    {reasons.map(({ by, reason }) => (
                      <p key={by}>
                        <b>{by}:</b> {reason}
                      </p>
                    ))}
                    {writes && problems > 0 && (
                      <span className="quiet">{problems} chỗ phải sửa hoặc giải trình trước khi gửi</span>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
