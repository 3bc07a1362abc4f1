import type { ExtensionState } from "#generated/prisma/enums";
import { type Day, dayOf, printDay } from "#lib/dates";
import { conflict, refused } from "#lib/errors";
import type { Movable } from "../rules.ts";

/** What the rules of extensions read of a report. */
export type Extendable = Pick<Movable, "dueOn" | "closesOn" | "firstSentAt" | "withdrawnAt" | "recipients"> & {
  /** the day before it was first extended; null = never extended */
  originalDueOn: Day | null;
};

/** The consolidated report that counts this one, and the day it falls due; null when nothing does. */
export type Upper = { name: string; dueOn: Day } | null;

/** Why more time cannot be asked for or given at all, whatever the day; null when it can. */
export function obstacleTo({ withdrawnAt, firstSentAt, recipients }: Extendable): string | null {
  if (withdrawnAt) return "Cơ quan không còn nghĩa vụ gửi báo cáo này nên không có hạn nào để gia hạn.";
  if (firstSentAt)
    return `Báo cáo đã gửi lần đầu ngày ${printDay(dayOf(firstSentAt))}; đúng hạn hay muộn đã được ghi nên không gia hạn nữa.`;
  if (recipients.length === 0)
    return "Báo cáo này trình Thủ tướng Chính phủ, không có nơi nhận nào trong hệ thống quyết định gia hạn.";
  return null;
}

/** The last day that may be given, and why none later; null = no bound. An upper report must not wait for a lower one. */
export function boundOf({ closesOn }: Extendable, upper: Upper): { day: Day; why: string } | null {
  const bounds = [
    upper && {
      day: upper.dueOn,
      why: `báo cáo tổng hợp của ${upper.name} lấy số liệu từ báo cáo này đến hạn ngày ${printDay(upper.dueOn)}`,
    },
    closesOn ? { day: closesOn, why: `kỳ báo cáo đóng sau ngày ${printDay(closesOn)}` } : null,
  ].filter((bound) => bound !== null);
  return bounds.sort((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null;
}

/** A day, wished for by somebody who saw the report fall due on another. */
type Wish = { seenDueOn: Day; untilOn: Day };

/**
 * Whether more time may be asked for: before the first sending, to a later day that the upper report can wait for.
 * @throws refused naming the day, what stands against it and what would be right; conflict when the day has moved since.
 */
export function ask(
  report: Extendable,
  upper: Upper,
  { seenDueOn, untilOn, reason, isOpen, today }: Wish & { reason: string; isOpen: boolean; today: Day },
) {
  checkPossible(report);
  checkDueSeen(report, seenDueOn);
  if (isOpen)
    throw refused("Đang có một đề nghị gia hạn chờ quyết định. Hãy rút đề nghị đó trước khi đề nghị ngày khác.");
  if (reason === "")
    throw refused("Hãy ghi lý do xin gia hạn.", [
      { field: "reason", message: "Lý do: còn trống; hãy ghi một câu để nơi nhận hiểu vì sao." },
    ]);
  checkDay(report, upper, untilOn);
  if (untilOn < today)
    throw refusedDay(`Ngày ${printDay(untilOn)} đã qua. Hãy xin gia hạn đến ngày ${printDay(today)} hoặc muộn hơn.`);
}

type Answered = { state: ExtensionState; untilOn: Day };

/**
 * What granting changes on a report. An earlier day than asked for may be given; the day before the first extension is kept.
 * @throws refused as for asking; conflict when somebody has answered before.
 */
export function grant(report: Extendable, upper: Upper, request: Answered, { seenDueOn, untilOn }: Wish) {
  checkOpen(request);
  checkPossible(report);
  checkDueSeen(report, seenDueOn);
  checkDay(report, upper, untilOn);
  if (untilOn > request.untilOn)
    throw refusedDay(
      `Đơn vị chỉ đề nghị đến ngày ${printDay(request.untilOn)}; hãy cho đến ngày đó hoặc sớm hơn, không muộn hơn.`,
    );
  return { dueOn: untilOn, originalDueOn: report.originalDueOn ?? report.dueOn };
}

/** @throws refused without a reason; conflict when somebody has answered before. */
export function refuse(request: Answered, note: string) {
  checkOpen(request);
  if (note === "")
    throw refused("Hãy ghi lý do không gia hạn.", [
      { field: "note", message: "Lý do: còn trống; hãy ghi một câu để đơn vị hiểu vì sao." },
    ]);
}

/** The first answer counts. @throws conflict */
export function checkOpen({ state }: Answered) {
  if (state === "asked") return;
  const how = { granted: "được đồng ý", refused: "bị từ chối", takenBack: "được đơn vị rút" }[state];
  throw conflict(`Đề nghị gia hạn này đã ${how} trước đó. Hãy tải lại trang để xem quyết định.`);
}

function checkPossible(report: Extendable) {
  const obstacle = obstacleTo(report);
  if (obstacle) throw refused(obstacle);
}

function checkDueSeen({ dueOn }: Extendable, seenDueOn: Day) {
  if (dueOn !== seenDueOn)
    throw conflict("Hạn của báo cáo vừa thay đổi. Hãy tải lại trang để xem hạn mới rồi làm lại.");
}

function checkDay(report: Extendable, upper: Upper, untilOn: Day) {
  if (untilOn <= report.dueOn)
    throw refusedDay(
      `Ngày ${printDay(untilOn)} không muộn hơn hạn hiện nay là ${printDay(report.dueOn)}. Hãy chọn một ngày sau hạn đó.`,
    );
  const bound = boundOf(report, upper);
  if (bound && untilOn > bound.day)
    throw refusedDay(
      bound.day > report.dueOn
        ? `Không gia hạn đến ngày ${printDay(untilOn)} được vì ${bound.why}. Hãy chọn ngày chậm nhất là ${printDay(bound.day)}.`
        : `Không gia hạn được vì ${bound.why}, không sau hạn hiện nay của báo cáo này. Hãy đề nghị lùi hạn đó trước.`,
    );
}

const refusedDay = (message: string) => refused(message, [{ field: "untilOn", message }]);
