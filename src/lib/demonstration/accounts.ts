/** Everybody's in the demonstration; shown when it starts, so it protects nothing. */
export const demonstrationPassword = "Vi-an-ninh-To-quoc-2026";

/** The accounts to show somebody first, in the order a report travels. */
export const demonstrationAccounts: { username: string; who: string }[] = [
  { username: "canbo.00070", who: "Cán bộ báo cáo, UBND phường Hoàn Kiếm" },
  { username: "lanhdao.00070", who: "Lãnh đạo UBND phường Hoàn Kiếm: ký và gửi" },
  { username: "congan.H26", who: "Công an thành phố Hà Nội: tiếp nhận, tổng hợp" },
  { username: "noivu.H26", who: "Sở Nội vụ thành phố Hà Nội: tiếp nhận, tổng hợp, thường trực thi đua" },
  { username: "lanhdao.H26", who: "Lãnh đạo UBND thành phố Hà Nội: ký báo cáo của thành phố" },
  { username: "congan.G01", who: "Bộ Công an: tiếp nhận, tổng hợp toàn quốc" },
  { username: "noivu.G09", who: "Bộ Nội vụ: tiếp nhận, tổng hợp toàn quốc" },
  { username: "lanhdao.G01", who: "Lãnh đạo Bộ Công an: ký báo cáo toàn quốc, báo cáo Thủ tướng Chính phủ" },
  { username: "lanhdao.H26.CA", who: "Công an thành phố Hà Nội: thư ký Hội đồng Thi đua - Khen thưởng Thành phố" },
  {
    username: "lanhdao.H26.NV",
    who: "Sở Nội vụ thành phố Hà Nội: phó chủ tịch Hội đồng Thi đua - Khen thưởng Thành phố",
  },
  { username: "docgia.G22", who: "Văn phòng Chính phủ: người đọc" },
  { username: "canbo.H26.CA", who: "Một người, hai cơ quan: Công an thành phố Hà Nội và phường Hoàn Kiếm" },
  { username: "quantri.H26", who: "Quản trị thành phố Hà Nội" },
  { username: "quantri.00070", who: "Quản trị phường Hoàn Kiếm" },
  { username: "quantri.G01", who: "Quản trị toàn hệ thống" },
];
