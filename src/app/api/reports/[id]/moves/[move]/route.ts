import { command, type Outcome } from "#lib/command";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import type { Move } from "#lib/reports/rules";
import { moveSchema, returnReasons } from "#lib/reports/schema";
import * as reports from "#lib/reports/service";

type Input = ReturnType<(typeof moveSchema)["parse"]>;

const verbs: Record<Move, (actor: Actor, input: Input) => Promise<unknown>> = {
  askSignOff: reports.askSignOff,
  declareNothing: reports.declareNothing,
  handBack: reports.handBack,
  signAndSend: reports.signAndSend,
  recall: reports.recallReport,
  startReview: reports.startReview,
  accept: reports.acceptReport,
  return: (actor, input) => reports.returnReport(actor, { ...input, reasons: returnReasons(input) }),
  openCorrection: reports.openCorrection,
  markReported: reports.markReported,
};

const done: Record<Move, string> = {
  askSignOff: "Đã trình lãnh đạo ký.",
  declareNothing: "Đã trình lãnh đạo ký báo cáo không phát sinh.",
  handBack: "Đã chuyển lại để sửa.",
  signAndSend: "Đã ký và gửi tới các nơi nhận.",
  recall: "Đã thu hồi báo cáo.",
  startReview: "Đã bắt đầu xem xét.",
  accept: "Đã tiếp nhận báo cáo.",
  return: "Đã trả lại báo cáo kèm lý do.",
  openCorrection: "Đã mở đính chính.",
  markReported: "Đã ghi nhận báo cáo Thủ tướng Chính phủ.",
};

export const POST = command(moveSchema, async (actor, input): Promise<Outcome> => {
  if (!isMove(input.move)) throw notFound("thao tác này");
  await verbs[input.move](actor, input);
  return { message: done[input.move], href: `/reports/${input.id}` };
});

const isMove = (move: string): move is Move => Object.hasOwn(verbs, move);
