import { Tag } from "#components/ui/tag";
import { subjectLabels } from "#lib/awards/labels";
import type { Preview } from "#lib/awards/register/service";
import { printDay } from "#lib/dates";

/** What an import would do: rows to correct first, then each line with whom it may be about. */
export function PreviewTable({ preview: { wrong, lines } }: { preview: Preview }) {
  return (
    <>
      <h2>
        {lines.length} dòng đọc được, {wrong.length} dòng cần sửa
      </h2>
      {wrong.length > 0 && (
        <ul className="link-list">
          {wrong.map(({ line, name, problems }) => (
            <li key={line}>
              <Tag tone="wrong" shape="!">
                Dòng {line}
              </Tag>{" "}
              {name} {problems.join(" ")}
            </li>
          ))}
        </ul>
      )}
      <div className="table-wrap">
        <table className="table table-dense table-stack">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Đối tượng</th>
              <th scope="col">Khen thưởng</th>
              <th scope="col">Cách xử lý</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td className="num" data-label="Dòng">
                  {line.line}
                </td>
                <th scope="row">
                  {line.name}{" "}
                  <span className="quiet">
                    {subjectLabels[line.kind].toLowerCase()}
                    {line.birthYear && `, sinh năm ${line.birthYear}`}, {line.meant[0]?.name}
                  </span>
                </th>
                <td data-label="Khen thưởng">
                  {line.awardName}, số {line.decisionNumber} ngày {printDay(line.decidedOn)}
                </td>
                <td data-label="Cách xử lý">
                  <Choice line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Choice({ line }: { line: Preview["lines"][number] }) {
  if (line.alike.length === 0) return <span>Ghi đối tượng mới</span>;
  return (
    <div>
      <Tag tone="care" shape="◐">
        {line.known.length > 0 ? "Quyết định này đã có trong sổ" : "Có thể trùng đối tượng đã ghi"}
      </Tag>
      <select
        className="input"
        name={`choice.${line.line}`}
        aria-label={`Cách xử lý dòng ${line.line}`}
        defaultValue={line.known.length > 0 ? "skip" : ""}
        required
      >
        <option value="">Chọn…</option>
        {line.alike.map(({ subject, likeness }) => (
          <option key={subject.id} value={subject.id}>
            Là {subject.name}
            {subject.birthYear ? ` (${subject.birthYear})` : ""}, {subject.agencyName}
            {likeness === "same" ? " – trùng" : " – gần giống"}
          </option>
        ))}
        <option value="new">Là đối tượng khác, ghi mới</option>
        <option value="skip">Bỏ qua dòng này</option>
      </select>
    </div>
  );
}
