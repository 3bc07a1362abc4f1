"use client";

import { say } from "#components/ui/flash";
import type { EvidenceKind } from "#generated/prisma/enums";
import { NO_SECRETS, printSize } from "#lib/reports/evidence/labels";
import type { EvidenceView } from "#lib/reports/evidence/queries";
import { FILE_BYTES } from "#lib/reports/evidence/rules";
import styles from "./evidence.module.css";
import { EvidenceRow } from "./evidence-row.tsx";
import { FileButton } from "./file-button.tsx";
import { UnfinishedRow, UploadRow } from "./upload-row.tsx";
import { useEvidence } from "./use-evidence.ts";
import { cancelUpload, useUploads } from "./use-uploads.ts";

type Props = {
  reportId: string;
  /** “cell:B2”, “section:A”, “report” */
  target: string;
  /** What the page has read already; without it the list reads itself. */
  initial?: EvidenceView;
  /** The sent version to show; without it, what stands now. */
  version?: number | undefined;
  /** False: neither attach nor remove here, whatever the rights. */
  mayAttach?: boolean;
  /** False: files can be removed here, but are attached elsewhere. */
  hasPicker?: boolean;
};

/** The files attached to one place of a report: to download, to attach and to remove. */
export function EvidenceList(props: Props) {
  return <EvidenceOfPlace key={addressOf(props.reportId, props.target, props.version)} {...props} />;
}

const addressOf = (reportId: string, target: string, version?: number) =>
  `/api/reports/${reportId}/evidence?target=${encodeURIComponent(target)}${version ? `&version=${version}` : ""}`;

function EvidenceOfPlace({ reportId, target, initial, version, mayAttach = true, hasPicker = true }: Props) {
  const { view, problem, reload } = useEvidence(addressOf(reportId, target, version), initial);
  const uploads = useUploads(reportId, target, (item) => {
    say(`Đã đính kèm “${item.name}”.`);
    void reload();
  });
  if (!view)
    return problem ? (
      <Failed message={problem} retry={reload} />
    ) : (
      <p className="quiet">Đang đọc danh sách tài liệu…</p>
    );

  const may = (kind: EvidenceKind) => mayAttach && view.mayAttach[kind];
  const known = new Set(uploads.uploads.map(({ uploadId }) => uploadId));
  const broken = mayAttach && hasPicker ? view.unfinished.filter(({ id }) => !known.has(id)) : [];
  return (
    <div className={styles.evidence}>
      {view.items.length === 0 && uploads.uploads.length === 0 && broken.length === 0 && (
        <p className="quiet">Chưa có tài liệu nào.</p>
      )}
      <ul className={styles.list}>
        {view.items.map((item) => (
          <EvidenceRow key={item.id} reportId={reportId} item={item} remove={may(item.kind) ? reload : null} />
        ))}
        {uploads.uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} retry={uploads.retry} giveUp={uploads.giveUp} />
        ))}
        {broken.map((upload) => (
          <UnfinishedRow
            key={upload.id}
            upload={upload}
            resume={(file) => uploads.start([file], upload.kind)}
            giveUp={async () => {
              await cancelUpload(reportId, upload.id);
              await reload();
            }}
          />
        ))}
      </ul>
      {problem && <Failed message={problem} retry={reload} />}
      {hasPicker && (may("attachment") || may("signedPaper")) && (
        <Picker view={view} target={target} may={may} start={uploads.start} />
      )}
    </div>
  );
}

function Picker({
  view,
  target,
  may,
  start,
}: {
  view: EvidenceView;
  target: string;
  may: (kind: EvidenceKind) => boolean;
  start: (files: File[], kind: EvidenceKind) => void;
}) {
  return (
    <>
      <div className="actions">
        {may("attachment") && (
          <FileButton multiple onPick={(files) => start(files, "attachment")}>
            Đính kèm tài liệu
          </FileButton>
        )}
        {target === "report" && may("signedPaper") && (
          <FileButton accept=".pdf,.png,.jpg,.jpeg,.webp" onPick={(files) => start(files, "signedPaper")}>
            Đính kèm bản đã ký
          </FileButton>
        )}
      </div>
      <p className="hint">
        <b>{NO_SECRETS}</b> PDF, ảnh (PNG, JPG, WebP), Word, Excel không có macro; mỗi tệp đến {printSize(FILE_BYTES)},
        cả báo cáo đến {view.limits.files} tệp và {printSize(view.limits.bytes)}. Mất mạng giữa chừng thì tự tải tiếp
        khi có lại.
        {!view.hasScanner && " Máy chủ chưa có chương trình quét mã độc, nên tệp không được quét."}
      </p>
    </>
  );
}

function Failed({ message, retry }: { message: string; retry: () => void }) {
  return (
    <div className="notice notice-wrong" role="alert">
      {message}{" "}
      <button type="button" className="btn btn-quiet" onClick={retry}>
        Đọc lại
      </button>
    </div>
  );
}
