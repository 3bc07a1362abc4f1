import { Tag } from "#components/ui/tag";
import type { Change } from "#lib/reports/workbook/preview";

/** Every change of a file, old beside new, each to be picked. What clashes is not picked by itself. */
export function ChangeTable({ changes }: { changes: Change[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Nhận</th>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col">Trong tệp ở</th>
            <th scope="col">Đang có</th>
            <th scope="col">Sẽ thành</th>
            <th scope="col">Lưu ý</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ key, id, label, sheet, address, before, after, isClash, note }) => (
            <tr key={key}>
              <td data-label="Nhận">
                <input
                  type="checkbox"
                  name="keys[]"
                  value={key}
                  defaultChecked={!isClash}
                  aria-label={`Nhận thay đổi ô ${id}: ${before} thành ${after}`.slice(0, 200)}
                />
              </td>
              <th scope="row">
                <span className="code">{id}</span> {label}
              </th>
              <td data-label="Trong tệp ở">
                {sheet}, ô {address}
              </td>
              <td data-label="Đang có" className="words">
                {before}
              </td>
              <td data-label="Sẽ thành" className="words">
                <strong>{after}</strong>
              </td>
              <td data-label="Lưu ý">
                {isClash && (
                  <>
                    <Tag tone="care" shape="!">
                      Đã sửa trên màn hình
                    </Tag>{" "}
                    <span className="small">sau khi tải mẫu về; chọn nếu muốn lấy giá trị trong tệp</span>
                  </>
                )}
                {note && <span className="small">{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
