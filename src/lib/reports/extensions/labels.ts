import type { ExtensionState } from "#generated/prisma/enums";
import type { Tone } from "../labels.ts";

/** How a request for more time stands. */
export const extensionLabels: Record<ExtensionState, { word: string; shape: string; tone: Tone }> = {
  asked: { word: "Chờ quyết định", shape: "◐", tone: "wait" },
  granted: { word: "Đồng ý gia hạn", shape: "⧗", tone: "extended" },
  refused: { word: "Không gia hạn", shape: "✕", tone: "wrong" },
  takenBack: { word: "Đã rút đề nghị", shape: "–", tone: "still" },
};

/** Said wherever somebody asks or decides: the plans that were read are silent. */
export const NOT_IN_THE_PLANS =
  "Các kế hoạch đã nhập không quy định ai được gia hạn báo cáo và gia hạn đến ngày nào. Cách làm ở đây là lựa chọn của phần mềm, chưa phải quy định: đơn vị đề nghị kèm lý do; nơi nhận nào trả lời trước thì quyết định đó có hiệu lực; hạn mới không muộn hơn hạn của báo cáo tổng hợp cấp trên.";
