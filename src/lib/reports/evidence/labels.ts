import type { EvidenceKind } from "#generated/prisma/enums";

type Label = { word: string; shape: string; tone: "good" | "wait" | "care" | "wrong" | "still" };

/** Where a file stands on its way to its readers. “Tải lên” is told by the browser, the rest by the server. */
export type FileState = "waitsForScan" | "clean" | "infected" | "notScanned";

export const fileStateLabels: Record<FileState, Label> = {
  waitsForScan: { word: "Chờ quét", shape: "⧗", tone: "wait" },
  clean: { word: "Sạch", shape: "✓", tone: "good" },
  infected: { word: "Có mã độc", shape: "!", tone: "wrong" },
  notScanned: { word: "Không quét", shape: "–", tone: "still" },
};

export const fileStateHints: Record<FileState, string> = {
  waitsForScan: "Tải xuống được sau khi quét mã độc xong.",
  clean: "Đã quét, không thấy mã độc.",
  infected: "Tệp bị cách ly, không ai tải xuống được. Hãy gỡ tệp này và kiểm tra máy đã tạo ra nó.",
  notScanned: "Máy chủ chưa có chương trình quét mã độc; hãy quét trên máy trước khi mở.",
};

export const kindLabels: Record<EvidenceKind, string> = {
  attachment: "Tài liệu",
  signedPaper: "Bản giấy đã ký hoặc PDF ký số",
};

export const mediaTypeLabels: Record<string, string> = {
  pdf: "PDF",
  png: "ảnh PNG",
  jpg: "ảnh JPG",
  webp: "ảnh WebP",
  docx: "Word (.docx)",
  xlsx: "Excel (.xlsx)",
};

const MB = 1_024 * 1_024;

/** 1,5 MB; 340 kB. Counted in 1.024, as the file windows of offices count. */
export function printSize(bytes: number) {
  const [amount, unit] = bytes >= MB ? [bytes / MB, "MB"] : [bytes / 1_024, "kB"];
  return `${new Intl.NumberFormat("vi-VN", { maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount)} ${unit}`;
}

export const NO_SECRETS = "Không tải lên tài liệu có nội dung bí mật nhà nước.";
