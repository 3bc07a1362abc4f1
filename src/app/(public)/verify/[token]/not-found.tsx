export default function UnknownPaper() {
  return (
    <>
      <h1>Không tìm thấy văn bản</h1>
      <p>
        Địa chỉ đối chiếu này không ứng với văn bản nào do hệ thống phát hành. Hãy quét lại mã QR hoặc kiểm tra từng ký
        tự của địa chỉ in trên văn bản. Nếu địa chỉ đúng như in, hãy hỏi cơ quan ghi trên văn bản.
      </p>
    </>
  );
}
