const cells: { look: string; says: string; value: string }[] = [
  { look: "", says: "Chưa chạm đến", value: "1.234" },
  { look: "cell-focused", says: "Đang chọn", value: "1.234" },
  { look: "cell-editing", says: "Đang gõ", value: "1.23" },
  { look: "cell-saved", says: "Đã lưu", value: "1.234" },
  { look: "cell-saving", says: "Đang lưu", value: "1.234" },
  { look: "cell-offline", says: "Chờ có mạng", value: "1.234" },
  { look: "cell-invalid", says: "Không hợp lệ", value: "-5" },
  { look: "cell-explain", says: "Phải giải trình", value: "9.876" },
  { look: "cell-changed", says: "Người khác vừa sửa", value: "1.240" },
  { look: "cell-commented", says: "Có ý kiến", value: "1.234" },
  { look: "cell-locked", says: "Đã khóa", value: "1.234" },
  { look: "cell-computed", says: "Tự tính", value: "92,5" },
  { look: "cell-provisional", says: "Tạm tính", value: "1.234" },
];

/** The thirteen states of a cell that holds a figure, and a grid too wide for a phone. */
export function CellStates() {
  return (
    <section className="section">
      <h2>Ô số liệu</h2>
      <div className="table-wrap">
        <table className="table grid-figures">
          <thead>
            <tr>
              <th scope="col">Trạng thái của ô</th>
              <th scope="col">Năm 2025</th>
              <th scope="col">Năm 2026</th>
              <th scope="col">Đơn vị tính</th>
              <th scope="col">Đã tính / phải có</th>
              <th scope="col">Ghi chú</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ look, says, value }) => (
              <tr key={says}>
                <th scope="row">{says}</th>
                <td>1.180</td>
                <td className={`cell ${look}`}>{value}</td>
                <td className="text">cuộc</td>
                <td>118/126</td>
                <td className="text">{look || "cell"}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Ô nhập thật</th>
              <td>1.180</td>
              <td className="cell cell-saved">
                <input className="input" inputMode="numeric" defaultValue="1234" aria-label="Năm 2026" />
              </td>
              <td className="text">cuộc</td>
              <td>118/126</td>
              <td className="text" />
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Cộng</th>
              <td>15.340</td>
              <td>16.042</td>
              <td className="text">cuộc</td>
              <td>118/126</td>
              <td className="text" />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
