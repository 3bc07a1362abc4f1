import { inflateSync } from "node:zlib";

/** A PDF of one page that says `text`, in the plainest form: version 1.3 with a table of its objects. */
export function plainPdf(text: string, padding = 0): Buffer {
  const content = `BT /F1 14 Tf 72 720 Td (${text.replace(/[()\\]/g, "")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `(${"x".repeat(padding)})`,
  ];
  let pdf = "%PDF-1.3\n";
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) pdf += `${String(place).padStart(10, "0")} 00000 n \n`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return Buffer.from(pdf, "latin1");
}

/** The streams of a PDF, unpacked. */
export function inflated(file: Buffer): string {
  const parts: string[] = [];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 1)) {
    const end = file.indexOf("endstream", at);
    try {
      parts.push(inflateSync(file.subarray(at + 7, end)).toString("latin1"));
    } catch {
      // not a compressed stream: it stands in the raw bytes
    }
  }
  return parts.join("\n");
}

/** How many pages a PDF has. */
export const pagesOf = (file: Buffer) =>
  (file.toString("latin1") + inflated(file)).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
