import { Tag } from "#components/ui/tag";
import { sessionLabels } from "#lib/councils/labels";
import type { SessionListRow } from "#lib/councils/queries";
import { printInstant } from "#lib/dates";

export function SessionTable({ sessions }: { sessions: (SessionListRow & { councilName?: string })[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Phiên họp</th>
            <th scope="col">Thời gian</th>
            <th scope="col">Địa điểm</th>
            <th scope="col" className="num">
              Hồ sơ
            </th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, title, meetsAt, place, status, items, councilName }) => (
            <tr key={id}>
              <th scope="row">
                <div>
                  <a href={`/councils/sessions/${id}`}>{title}</a>
                  {councilName && <p className="quiet small">{councilName}</p>}
                </div>
              </th>
              <td data-label="Thời gian" className="fit">
                {printInstant(meetsAt)}
              </td>
              <td data-label="Địa điểm">{place}</td>
              <td data-label="Hồ sơ" className="num">
                {items}
              </td>
              <td data-label="Tình trạng" className="fit">
                <SessionTag status={status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function SessionTag({ status }: Pick<SessionListRow, "status">) {
  const { word, shape, tone } = sessionLabels[status];
  return (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}
