import type { EvidenceKind, EvidenceTarget, ScanState } from "#generated/prisma/enums";
import { refused } from "#lib/errors";
import { ASSESSMENT, type FormDefinition, indicatorsById, NARRATIVES } from "../form.ts";
import { statusLabels } from "../labels.ts";
import type { Movable } from "../rules.ts";
import { writableStatuses } from "../rules.ts";
import { type FileState, printSize } from "./labels.ts";

/** What evidence is attached to: an indicator, a section, or the report itself (key empty). */
export type Target = { kind: EvidenceTarget; key: string };

/** “cell:B2”, “section:A”, “report”. */
export const writeTarget = ({ kind, key }: Target) => (kind === "report" ? kind : `${kind}:${key}`);

/** Null for what is no target. */
export function readTarget(text: string): Target | null {
  if (text === "report") return { kind: "report", key: "" };
  const [, kind, key] = /^(cell|section):([A-Za-z0-9_-]{1,40})$/.exec(text) ?? [];
  return kind && key ? { kind: kind as EvidenceTarget, key } : null;
}

/** Bytes of one file at most: 20 MB as offices count them. */
export const FILE_BYTES = 20 * 1024 * 1024;

/** Bytes sent at once: about two seconds of a line of 1 Mbit/s, so that little is sent twice when it breaks. */
export const CHUNK_BYTES = 256 * 1024;

/** What one report may hold: number of files, bytes in all. */
export type Limits = { files: number; bytes: number };

type Held = Pick<Movable, "status" | "withdrawnAt" | "sentVersionId">;

/**
 * Where a file of this kind goes now: into the draft, or straight to the version that was sent.
 * The signed paper often exists only after sending, because it is printed from what was sent.
 * @throws refused when nothing can be attached in this state.
 */
export function placeOf(report: Held, kind: EvidenceKind): "draft" | "sentVersion" {
  if (report.withdrawnAt) throw refused("Cơ quan không còn nghĩa vụ gửi báo cáo này nên không đính kèm được tài liệu.");
  if (writableStatuses.includes(report.status)) return "draft";
  if (kind === "signedPaper") return report.status === "awaitingSignOff" ? "draft" : "sentVersion";
  throw refused(
    `Báo cáo đang ở trạng thái “${statusLabels[report.status].word}” nên không đính kèm thêm tài liệu. Hãy đính kèm khi báo cáo được mở để nhập.`,
  );
}

export function canAttach(report: Held, kind: EvidenceKind) {
  if (report.withdrawnAt) return false;
  return kind === "signedPaper" || writableStatuses.includes(report.status);
}

/** What was sent stays with what was sent. @throws refused */
export function checkRemovable(report: Held, kind: EvidenceKind, isSent: boolean) {
  if (kind === "signedPaper" && isSent)
    throw refused("Bản đã ký đi cùng bản báo cáo đã gửi nên không gỡ được. Nếu tệp sai, hãy đính kèm thêm tệp đúng.");
  if (kind === "signedPaper" && report.status === "awaitingSignOff") return;
  placeOf(report, "attachment");
}

/** @throws refused when the form has no such place, or a signed paper is not for the whole report. */
export function checkTarget(form: FormDefinition, { kind, key }: Target, evidenceKind: EvidenceKind) {
  const sectionIds = [...form.sections.map(({ id }) => id), NARRATIVES, ASSESSMENT];
  const isThere = kind === "report" || (kind === "cell" ? indicatorsById(form).has(key) : sectionIds.includes(key));
  if (!isThere) throw refused(`Mẫu báo cáo không có ô hay phần “${key}”. Hãy tải lại trang.`);
  if (evidenceKind === "signedPaper" && kind !== "report")
    throw refused("Bản giấy đã ký là của cả báo cáo; hãy đính kèm ở trang của báo cáo.");
}

/** @throws refused naming the size and the most. */
export function checkSize(name: string, size: number) {
  if (size < 1) throw refused(`Tệp “${name}” rỗng (0 byte). Hãy kiểm tra lại tệp.`);
  if (size > FILE_BYTES)
    throw refused(
      `Tệp “${name}” nặng ${printSize(size)}, quá mức ${printSize(FILE_BYTES)} mỗi tệp. Hãy giảm độ phân giải khi quét hoặc tách thành nhiều tệp.`,
      [{ field: "size", message: `Dung lượng ${printSize(size)} vượt quá ${printSize(FILE_BYTES)}.` }],
    );
}

/** @throws refused saying what is used and what is left. */
export function checkQuota(limits: Limits, used: Limits, size: number) {
  if (used.files + 1 > limits.files)
    throw refused(
      `Báo cáo đã có ${used.files} tệp (kể cả tệp đang tải), nhiều nhất là ${limits.files}. Hãy gỡ tệp không cần thiết rồi tải lại.`,
    );
  if (used.bytes + size > limits.bytes)
    throw refused(
      `Báo cáo đã dùng ${printSize(used.bytes)} trong ${printSize(limits.bytes)}; tệp ${printSize(size)} không còn đủ chỗ. Hãy gỡ tệp không cần thiết rồi tải lại.`,
    );
}

export function fileStateOf(scan: ScanState, hasScanner: boolean): FileState {
  if (scan !== "unscanned") return scan;
  return hasScanner ? "waitsForScan" : "notScanned";
}

/** Nobody opens what may carry something: with a scanner, only what it found clean. */
export const isDownloadable = (state: FileState) => state === "clean" || state === "notScanned";

/** A “Range: bytes=…” header as first and last byte; null when there is none we serve, “outside” when the file is shorter. */
export function readRange(header: string | null, size: number): { start: number; end: number } | "outside" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? "outside" : { start, end };
}
