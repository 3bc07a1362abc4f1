import { printDay, printInstant } from "#lib/dates";
import { printNumberOf } from "../presentation.ts";
import type { Verified } from "./queries.ts";

export type Standing = { tone: "good" | "care" | "wrong"; title: string; sentence: string };

/** Whether a paper still says what stands: it may have been issued again, replaced by a newer version, or taken back. */
export function standingOf(
  paper: Pick<Verified, "supersededAt" | "replacedBy" | "standingNumber" | "standingSentAt" | "versionNumber">,
): Standing {
  const { replacedBy, standingNumber, standingSentAt, versionNumber } = paper;
  if (standingNumber === null)
    return {
      tone: "wrong",
      title: "Báo cáo đã được thu hồi",
      sentence: "Cơ quan gửi đã thu hồi bản báo cáo này; hiện chưa có bản nào thay thế.",
    };
  if (standingNumber > versionNumber)
    return {
      tone: "care",
      title: "Đã có bản báo cáo mới hơn",
      sentence: `Cơ quan đã gửi bản ${standingNumber}${standingSentAt ? ` lúc ${printInstant(standingSentAt)}` : ""}, thay cho bản ${versionNumber} của văn bản này.`,
    };
  if (standingNumber < versionNumber)
    return {
      tone: "wrong",
      title: "Bản báo cáo này đã được thu hồi",
      sentence: `Cơ quan gửi đã thu hồi bản ${versionNumber}; bản ${standingNumber} có hiệu lực trở lại.`,
    };
  if (paper.supersededAt)
    return {
      tone: "care",
      title: "Văn bản đã được phát hành lại",
      sentence: replacedBy
        ? `Văn bản thay thế: số ${printNumberOf(replacedBy.number)}/${replacedBy.symbol} ngày ${printDay(replacedBy.issuedOn)}.`
        : `Văn bản này đã được thay thế lúc ${printInstant(paper.supersededAt)}.`,
    };
  return {
    tone: "good",
    title: "Văn bản đang có hiệu lực",
    sentence: "Đúng là văn bản do cơ quan nêu dưới đây phát hành từ bản báo cáo đã gửi.",
  };
}

/** What a hash somebody brings is the hash of. */
export function matchOf(sha256: string, { docxHash, pdfHash }: Pick<Verified, "docxHash" | "pdfHash">) {
  const brought = sha256.replace(/\s/g, "").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(brought)) return "unreadable" as const;
  if (brought === docxHash) return "docx" as const;
  return brought === pdfHash ? ("pdf" as const) : ("none" as const);
}
