/** Why a file cannot be read as a workbook: a Vietnamese sentence that says what it is and what to do. */
export class FileRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string = refusals[code]) {
    super(message);
    this.name = "FileRefusal";
    this.code = code;
  }
}

const SAVE_AS = "Hãy mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx (Excel Workbook) rồi tải lên.";
const FILL_TEMPLATE = "Hãy điền vào mẫu tải từ trang này rồi tải lên.";

const refusals = {
  empty: `Tệp trống, không có nội dung. ${FILL_TEMPLATE}`,
  tooLarge: "Tệp lớn hơn 5 MB. Mẫu đã điền chỉ khoảng 100 KB: hãy bỏ hình ảnh và trang tính thừa rồi tải lên.",
  oldExcel: `Tệp theo định dạng Excel cũ (.xls). ${SAVE_AS}`,
  password:
    "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ tính), lưu rồi tải lên.",
  pdf: `Đây là tệp PDF, không phải sổ tính Excel. ${FILL_TEMPLATE}`,
  image: `Đây là tệp hình ảnh, không phải sổ tính Excel. ${FILL_TEMPLATE}`,
  text: `Đây là tệp văn bản hoặc CSV, không phải sổ tính .xlsx, dù tên tệp là gì. ${FILL_TEMPLATE}`,
  word: `Đây là tệp Word, không phải sổ tính Excel. ${FILL_TEMPLATE}`,
  openDocument: `Đây là sổ tính OpenDocument (.ods). ${SAVE_AS}`,
  binary: `Đây là sổ tính nhị phân (.xlsb). ${SAVE_AS}`,
  otherArchive: `Đây là tệp nén, không phải sổ tính Excel. ${FILL_TEMPLATE}`,
  unknown: `Không nhận ra đây là tệp gì; hệ thống chỉ đọc sổ tính .xlsx. ${FILL_TEMPLATE}`,
  broken: `Tệp .xlsx bị hỏng hoặc bị cắt khi sao chép nên không đọc được. ${SAVE_AS}`,
  macros: "Tệp có macro (mã chạy trong Excel) nên không được nhận. Hãy lưu lại dạng .xlsx không có macro rồi tải lên.",
  externalLinks:
    "Tệp có liên kết tới tệp khác hoặc nguồn dữ liệu bên ngoài nên không được nhận. Hãy ngắt liên kết (Dữ liệu › Sửa liên kết), dán giá trị rồi tải lên.",
  bomb: "Tệp khi mở ra lớn bất thường so với kích thước nén nên không được đọc. Hãy điền vào mẫu mới tải từ trang này.",
  tooManyRows: "Tệp có trang tính từ 5.000 dòng trở lên. Mẫu chỉ có vài chục dòng: hãy xóa các dòng thừa rồi tải lên.",
  tooMuch: "Tệp có quá nhiều ô, cột hoặc trang tính so với mẫu. Hãy xóa phần thừa rồi tải lên.",
  forbiddenXml: `Tệp chứa khai báo XML không có trong sổ tính thật nên không được đọc. ${SAVE_AS}`,
  tooHard:
    "Tệp quá phức tạp nên việc đọc đã dừng để bảo vệ máy chủ. Hãy chép số liệu sang mẫu mới tải từ trang này rồi tải lên.",
} as const;

export type RefusalCode = keyof typeof refusals;
