"use client";

import { EvidenceRow } from "#components/reports/evidence/evidence-row";
import { UnfinishedRow, UploadRow } from "#components/reports/evidence/upload-row";
import { type FileState, fileStateLabels } from "#lib/reports/evidence/labels";
import type { EvidenceItem } from "#lib/reports/evidence/queries";
import type { PdfSignature } from "#lib/reports/evidence/signatures/labels";
import type { Upload } from "../reports/evidence/use-uploads.ts";

/** Files attached to a report, on their way and there, and what their signatures are worth. None of them exists. */
export function EvidenceParts() {
  return (
    <section className="section">
      <h2 className="section-title">Tài liệu kèm theo</h2>
      <ul>
        {(Object.keys(fileStateLabels) as FileState[]).map((state) => (
          <EvidenceRow
            key={state}
            reportId="mau"
            item={{ ...item, state, virus: state === "infected" ? "Thu.Nghiem" : null }}
            remove={nothing}
          />
        ))}
        <EvidenceRow
          reportId="mau"
          item={{ ...item, kind: "signedPaper", name: "Bản ký.pdf", signatures }}
          remove={null}
        />
        {(["queued", "sending", "waitsForLine", "failed"] as const).map((state) => (
          <UploadRow key={state} upload={{ ...upload, state }} retry={nothing} giveUp={nothing} />
        ))}
        <UnfinishedRow upload={{ ...item, received: 1_000_000 }} resume={nothing} giveUp={nothing} />
      </ul>
    </section>
  );
}

const nothing = () => {};

const item: EvidenceItem = {
  id: "mau",
  targetKind: "report",
  targetKey: "",
  kind: "attachment",
  name: "Biên bản họp tổ dân phố số 3 về mô hình camera an ninh.pdf",
  size: 2_400_000,
  mediaType: "application/pdf",
  hash: "",
  state: "clean",
  virus: null,
  signatures: null,
  addedByName: "Trần Thị Thanh Liên",
  addedAt: "2026-11-23T02:00:00.000Z",
  isSent: false,
};

const upload: Upload = {
  key: 0,
  file: { name: "Danh sách.pdf", size: 2_400_000 } as File, // only these two are shown
  kind: "attachment",
  sent: 1_000_000,
  state: "sending",
  message: "Phiên làm việc đã hết. Hãy đăng nhập lại để tiếp tục.",
  retry: "signIn",
};

const good: PdfSignature = {
  integrity: "good",
  bytesAfter: 0,
  signer: "Nguyễn Văn An",
  organization: "Ủy ban nhân dân phường",
  issuer: "Cơ quan chứng thực",
  signedAt: "2026-11-20T02:30:00.000Z",
  trust: "trusted",
};

const signatures: PdfSignature[] = [
  good,
  { ...good, trust: "untrusted" },
  { ...good, trust: "notConfigured" },
  { ...good, integrity: "tampered", trust: "notChecked" },
  { ...good, integrity: "unreadable", trust: "notChecked", signer: null },
  { ...good, bytesAfter: 120 },
];
