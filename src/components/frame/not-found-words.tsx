/** Nothing at this address, or nothing the agency acted for may see: the two are told alike. */
export function NotFoundWords() {
  return (
    <div className="calm">
      <title>Không tìm thấy – Toàn dân bảo vệ an ninh Tổ quốc</title>
      <h1>Không tìm thấy trang này</h1>
      <p>
        Có thể địa chỉ bị gõ sai, trang đã được chuyển đi, hoặc nội dung không thuộc phạm vi của cơ quan đồng chí đang
        làm việc.
      </p>
      <p>Nếu đồng chí có vai trò ở nhiều cơ quan, hãy đổi sang cơ quan khác ở đầu trang rồi mở lại.</p>
      <p className="actions">
        <a className="btn btn-primary" href="/work">
          Về Việc cần làm
        </a>
        <a className="btn" href="/agencies">
          Tìm cơ quan
        </a>
      </p>
    </div>
  );
}
