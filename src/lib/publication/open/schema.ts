import { z } from "zod";

/** What the open addresses take and give. The same schemas parse, document (openapi.json) and test. */

const period = z
  .string()
  .regex(/^\d{4}$/, "là một năm, ví dụ 2025")
  .meta({ description: "Kỳ báo cáo: năm, ví dụ 2025.", example: "2025" });
const place = z
  .string()
  .regex(/^[A-Za-z0-9.]{1,12}$/, "là mã tỉnh, thành phố như H26, VN (cơ quan trung ương) hoặc total (toàn quốc)")
  .meta({ description: "Mã tỉnh, thành phố (H26…), VN = cơ quan trung ương, total = toàn quốc.", example: "H26" });
const province = z
  .string()
  .regex(/^H\d{2}$/, "là mã tỉnh, thành phố, ví dụ H26")
  .meta({ description: "Mã tỉnh, thành phố.", example: "H26" });
const format = z
  .enum(["json", "csv"], "là json hoặc csv")
  .default("json")
  .meta({ description: "Định dạng trả về: json (mặc định) hoặc csv (UTF-8, ngăn bằng dấu phẩy, dấu chấm thập phân)." });
const bom = z
  .enum(["1"], "chỉ nhận giá trị 1")
  .optional()
  .meta({ description: "bom=1: đặt dấu UTF-8 ở đầu tệp CSV để Excel đọc đúng chữ Việt." });

export const periodsQuery = z.strictObject({ format, bom });
export const numbersQuery = z.strictObject({
  period: period.optional(),
  measure: z
    .string()
    .regex(/^[A-Za-z0-9]{1,20}$/, "là mã số liệu, ví dụ accepted hoặc B1")
    .optional()
    .meta({ description: "Mã số liệu đã công bố, ví dụ accepted, B1.", example: "accepted" }),
  place: place.optional(),
  format,
  bom,
});
export const exemplarsQuery = z.strictObject({
  year: z.coerce
    .number("là một năm")
    .int("là một năm")
    .min(2000, "là một năm")
    .max(2100, "là một năm")
    .optional()
    .meta({ description: "Năm của mô hình, điển hình.", example: 2025 }),
  province: province.optional(),
  format,
  bom,
});
export const agenciesQuery = z.strictObject({
  kind: z
    .enum(["province", "commune"], "là province hoặc commune")
    .optional()
    .meta({ description: "province = tỉnh, thành phố; commune = xã, phường, đặc khu." }),
  province: province.optional(),
  format,
  bom,
});

const instant = z.iso.datetime().meta({ description: "Thời điểm, giờ quốc tế." });

export const periodsAnswer = z.array(
  z.strictObject({
    period,
    name: z.string().meta({ description: "Tên kỳ báo cáo." }),
    publishedBy: z.string().meta({ description: "Cơ quan công bố." }),
    publishedAt: instant,
    leastUnits: z.int().meta({ description: "Số báo cáo ít nhất mà một số công bố dựa vào." }),
    note: z.string().nullable().meta({ description: "Ghi chú của cơ quan công bố." }),
  }),
);

export const numbersAnswer = z.array(
  z.strictObject({
    period,
    measure: z.string().meta({ description: "Mã số liệu." }),
    measureName: z.string().meta({ description: "Tên số liệu." }),
    unit: z.string().meta({ description: "Đơn vị tính." }),
    kind: z.enum(["sum", "share"]).meta({ description: "sum = tổng; share = tỷ lệ number/denominator." }),
    place: z.string().meta({ description: "Mã nơi." }),
    placeName: z.string().meta({ description: "Tên nơi." }),
    hidden: z.boolean().meta({ description: "true: có số liệu nhưng không công bố vì dựa trên quá ít báo cáo." }),
    number: z.number().nullable().meta({ description: "Giá trị; với tỷ lệ là tử số." }),
    denominator: z.number().nullable().meta({ description: "Mẫu số của tỷ lệ; tổng thì không có." }),
    reports: z.int().nullable().meta({ description: "Số báo cáo mà giá trị dựa vào." }),
  }),
);

export const exemplarsAnswer = z.array(
  z.strictObject({
    id: z.uuid().meta({ description: "Mã của mục." }),
    kind: z.enum(["model", "example"]).meta({ description: "model = mô hình; example = điển hình tập thể." }),
    title: z.string().meta({ description: "Tên mô hình, tập thể; không có tên người." }),
    agency: z.string().meta({ description: "Mã cơ quan, địa bàn." }),
    agencyName: z.string().meta({ description: "Tên cơ quan, địa bàn lúc công bố." }),
    province: z.string().nullable().meta({ description: "Mã tỉnh, thành phố; cơ quan trung ương không có." }),
    summary: z.string().meta({ description: "Cách làm và kết quả, tóm tắt." }),
    year: z.int().meta({ description: "Năm." }),
    fictitious: z.boolean().meta({ description: "true: dữ liệu trình diễn, không có thật." }),
    publishedAt: instant,
  }),
);

export const agenciesAnswer = z.array(
  z.strictObject({
    code: z.string().meta({ description: "Mã định danh (tỉnh) hoặc mã đơn vị hành chính (xã)." }),
    name: z.string().meta({ description: "Tên đầy đủ trong thời gian hiệu lực." }),
    kind: z.enum(["province", "commune"]).meta({ description: "province = cấp tỉnh; commune = cấp xã." }),
    type: z.string().meta({ description: "tỉnh, thành phố, xã, phường, đặc khu." }),
    unitCode: z.string().nullable().meta({ description: "Mã trong danh mục đơn vị hành chính quốc gia." }),
    province: z.string().nullable().meta({ description: "Mã tỉnh, thành phố." }),
    validFrom: z.iso.date().nullable().meta({ description: "Ngày bắt đầu tên gọi này; trống = từ trước." }),
    validTo: z.iso.date().nullable().meta({ description: "Ngày cuối; trống = đang có hiệu lực." }),
  }),
);

export const problemAnswer = z.strictObject({
  message: z.string().meta({ description: "Một câu: chỗ nào sai, sửa thế nào." }),
  parameter: z.string().optional().meta({ description: "Tham số sai." }),
});
