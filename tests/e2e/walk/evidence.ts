import { createHash } from "node:crypto";
import { plainPdf } from "../../support/pdf.ts";
import { visit } from "./visitors.ts";

/** The name of a file that some may see and others must not. */
export const paperName = "Bản ký của phường.pdf";

/** Attaches a signed paper to a report as its clerk's browser does, unless it is there; that may be done in every state. */
export async function attachPaper(cookie: string, reportId: string) {
  const content = plainPdf("Ban ky cua phuong");
  const base = `/api/reports/${reportId}/evidence`;
  const { body: listed } = await visit(cookie, { path: base });
  if (listed.includes(paperName)) return;
  const body = {
    target: "report",
    kind: "signedPaper",
    name: paperName,
    size: content.length,
    fingerprint: `sha256:${createHash("sha256").update(content).digest("hex")}`,
  };
  const begun = await visit(cookie, { method: "POST", path: `${base}/uploads`, body });
  const { id } = JSON.parse(begun.body).data;
  const sent = await fetch(`http://127.0.0.1:${process.env.E2E_PORT}${base}/uploads/${id}?offset=0`, {
    method: "POST",
    headers: { cookie, accept: "application/json", "content-type": "application/octet-stream" },
    body: new Uint8Array(content),
  });
  const done = await visit(cookie, { method: "POST", path: `${base}/uploads/${id}/complete`, body: {} });
  if (sent.status !== 200 || done.status !== 200)
    throw new Error(`The paper is not attached: ${sent.status}, ${done.body}`);
}
