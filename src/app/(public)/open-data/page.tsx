import type { Metadata } from "next";
import { OpenAddress } from "#components/publication/open-address";
import { CREDIT, openAddresses } from "#lib/publication/open/openapi";

export const metadata: Metadata = { title: "Dữ liệu mở" };

export default function OpenDataPage() {
  return (
    <>
      <h1>Dữ liệu mở</h1>
      <p>
        Các địa chỉ dưới đây trả JSON hoặc CSV cho mọi người, không cần đăng nhập. Mô tả cho máy đọc:{" "}
        <a href="/api/v1/openapi.json">OpenAPI (openapi.json)</a>. {CREDIT}
      </p>
      <ul className="list-disc pl-6">
        <li>
          Chỉ có số liệu đã được công bố. Số dựa trên quá ít báo cáo không công bố (<code>hidden</code> là{" "}
          <code>true</code>), cả số có thể tính ra nó bằng phép trừ.
        </li>
        <li>
          Tỷ lệ cho bằng tử số <code>number</code> và mẫu số <code>denominator</code>; tính lại từ tổng, không lấy trung
          bình các tỷ lệ.
        </li>
        <li>
          Câu trả lời được giữ 60 giây và có <code>ETag</code>; hãy gửi lại <code>If-None-Match</code> thay vì tải lại.
          Tham số lạ hoặc sai trả về mã 400 kèm câu nêu tên tham số.
        </li>
        <li>
          CSV theo RFC 4180, UTF-8, dấu chấm thập phân; thêm <code>bom=1</code> để mở bằng Excel.
        </li>
      </ul>
      {openAddresses.map((address) => (
        <OpenAddress key={address.path} {...address} />
      ))}
    </>
  );
}
