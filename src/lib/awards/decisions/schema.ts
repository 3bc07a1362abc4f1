import { z } from "zod";
import { day, id, listOf, neededWords, version, words } from "../schema.ts";
import { type RevocationGround, revocationGrounds } from "./rules.ts";

export const decideSchema = z.object({
  number: neededWords(60, "Số, ký hiệu quyết định"),
  decidedOn: day("Ngày quyết định"),
  signedByName: neededWords(120, "Người ký"),
  signedByPosition: words(160, "Chức vụ người ký"),
  title: neededWords(300, "Trích yếu"),
  nominations: listOf(id, 1, "Hãy chọn ít nhất một hồ sơ."),
});
export type DecideInput = z.output<typeof decideSchema>;

export const publishDecisionSchema = z.object({ id, version });

export const issueSchema = z.object({
  id,
  version,
  issuedOn: day("Ngày trao"),
  records: listOf(id, 1, "Hãy chọn ít nhất một khen thưởng đã trao."),
});

const grounds = Object.keys(revocationGrounds) as [RevocationGround, ...RevocationGround[]];

export const revokeSchema = z.object({
  id,
  version,
  recordId: id,
  revokedOn: day("Ngày quyết định hủy bỏ"),
  ground: z.enum(grounds, "Căn cứ hủy bỏ: hãy chọn một căn cứ trong danh sách."),
  reason: neededWords(2_000, "Nội dung và số quyết định hủy bỏ"),
});

export const returnSchema = z.object({ id, version, recordId: id, returnedOn: day("Ngày thu hồi xong") });

export const noticeSchema = z.object({ id, version, reason: neededWords(2_000, "Nội dung thông báo") });
