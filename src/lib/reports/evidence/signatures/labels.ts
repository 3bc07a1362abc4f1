import { printInstant } from "#lib/dates";

/** A digital signature of a PDF for what it is. */
export type PdfSignature = {
  /** “tampered”: the signed bytes are no longer those that were signed. */
  integrity: "good" | "tampered" | "unreadable";
  /** Bytes of the file that came after what this signature covers. */
  bytesAfter: number;
  signer: string | null;
  organization: string | null;
  issuer: string | null;
  /** ISO instant, by the clock of the signer's machine. */
  signedAt: string | null;
  /** Whether the certificate leads to a configured root; not asked of what is not good. */
  trust: "trusted" | "untrusted" | "notConfigured" | "notChecked";
};

type Told = { word: string; shape: string; tone: "good" | "wait" | "care" | "wrong" | "still"; sentences: string[] };

/** The signature in words: never more than was checked. `isLast`: no later signature covers what was added. */
export function tellSignature(signature: PdfSignature, isLast: boolean): Told {
  const by = bySentence(signature);
  if (signature.integrity === "unreadable")
    return {
      word: "Không đọc được chữ ký",
      shape: "!",
      tone: "care",
      sentences: ["Tệp có chữ ký số nhưng kiểu chữ ký không kiểm tra được ở đây.", ...by],
    };
  if (signature.integrity === "tampered")
    return {
      word: "Nội dung đã bị sửa sau khi ký",
      shape: "!",
      tone: "wrong",
      sentences: ["Nội dung hiện tại của tệp khác với nội dung đã ký.", ...by],
    };
  if (signature.bytesAfter > 0)
    return {
      word: isLast ? "Tệp được ghi thêm sau khi ký" : "Chữ ký còn nguyên, ký trước",
      shape: isLast ? "!" : "✓",
      tone: isLast ? "care" : "wait",
      sentences: [
        isLast
          ? `Phần đã ký còn nguyên, nhưng sau đó tệp có thêm ${new Intl.NumberFormat("vi-VN").format(signature.bytesAfter)} byte không được chữ ký nào bảo vệ.`
          : "Phần đã ký còn nguyên; phần ghi thêm sau đó thuộc chữ ký sau.",
        ...by,
        trustSentences[signature.trust],
      ],
    };
  return {
    ...wholeFile[signature.trust],
    sentences: ["Nội dung của tệp còn nguyên như khi ký.", ...by, trustSentences[signature.trust]],
  };
}

const wholeFile: Record<PdfSignature["trust"], Omit<Told, "sentences">> = {
  trusted: { word: "Chữ ký số hợp lệ", shape: "✓", tone: "good" },
  untrusted: { word: "Còn nguyên, người ký chưa tin được", shape: "!", tone: "care" },
  notConfigured: { word: "Còn nguyên, chưa xác định người ký", shape: "◐", tone: "wait" },
  notChecked: { word: "Còn nguyên, chưa xác định người ký", shape: "◐", tone: "wait" },
};

const trustSentences: Record<PdfSignature["trust"], string> = {
  trusted: "Chứng thư số nối tới một gốc tin cậy đã cấu hình (chưa kiểm tra việc thu hồi chứng thư).",
  untrusted: "Chứng thư số không nối tới gốc tin cậy nào đã cấu hình, nên tên người ký chưa có gì bảo đảm.",
  notConfigured: "Hệ thống chưa cấu hình gốc tin cậy, nên tên người ký chưa có gì bảo đảm.",
  notChecked: "Chứng thư số chưa được kiểm tra.",
};

function bySentence({ signer, organization, issuer, signedAt }: PdfSignature): string[] {
  if (!signer) return [];
  const of = organization && organization !== signer ? `, ${organization}` : "";
  const at = signedAt ? `, lúc ${printInstant(new Date(signedAt))} theo máy của người ký` : "";
  return [`Chứng thư ghi người ký: ${signer}${of}${issuer ? ` (do ${issuer} cấp)` : ""}${at}.`];
}

export const NO_SIGNATURE = "Tệp PDF không có chữ ký số.";
