import type { PoolClient } from "pg";
import type { Day } from "#lib/dates";
import { rows } from "#lib/db";
import { momentOn } from "./calendar.ts";
import type { Step } from "./journey.ts";
import { seeded, uuidOf } from "./random.ts";
import { type Owed, type Stage, type Told, writerOf } from "./told.ts";

/** A request for more time and how the first recipient answered; `answeredOn` is missing while it waits. */
type Request = {
  askedOn: Day;
  untilOn: Day;
  reason: string;
  answeredOn?: Day;
  givenUntilOn?: Day;
  note?: string;
  /** sends in the time it was given, whatever it would have done without */
  isInTime?: true;
};

/** An extension as a report is told with it. */
export type Extension = Request & {
  steps: (Omit<Step, "move"> & { move: "askExtension" | "grantExtension" | "refuseExtension" })[];
};

const FLOOD = "Mưa lũ từ ngày 30/10 làm mất điện, mất mạng nhiều thôn; chưa thu đủ số liệu của các khu dân cư.";

/** By agency, for 2026. All of them were asked while nothing had been sent. */
const requests: Record<string, Request> = {
  "18496": {
    askedOn: "2026-11-05",
    untilOn: "2026-11-25",
    reason: FLOOD,
    answeredOn: "2026-11-06",
    givenUntilOn: "2026-11-25",
  },
  "18991": {
    askedOn: "2026-11-05",
    untilOn: "2026-11-27",
    reason: FLOOD,
    answeredOn: "2026-11-06",
    givenUntilOn: "2026-11-25",
    note: "Đến hết ngày 25/11 để Công an tỉnh kịp tổng hợp.",
  },
  "19126": {
    askedOn: "2026-11-04",
    untilOn: "2026-11-25",
    reason: FLOOD,
    answeredOn: "2026-11-06",
    givenUntilOn: "2026-11-25",
  },
  "08995": {
    askedOn: "2026-11-06",
    untilOn: "2026-11-24",
    reason: "Cán bộ tổng hợp nghỉ ốm dài ngày, người thay mới nhận bàn giao.",
    answeredOn: "2026-11-09",
    givenUntilOn: "2026-11-24",
  },
  "H26.CT": {
    askedOn: "2026-11-06",
    untilOn: "2026-11-25",
    reason: "Chờ số liệu của các cụm công nghiệp vừa chuyển về Sở.",
    answeredOn: "2026-11-09",
    givenUntilOn: "2026-11-20",
    note: "Đề nghị hoàn thành trước ngày 21/11.",
  },
  "10003": {
    askedOn: "2026-11-05",
    untilOn: "2026-11-16",
    reason: "Đối chiếu lại số mô hình sau khi sáp nhập thôn.",
    answeredOn: "2026-11-09",
    givenUntilOn: "2026-11-16",
    isInTime: true,
  },
  "09931": {
    askedOn: "2026-11-05",
    untilOn: "2026-11-12",
    reason: "Trụ sở chuyển địa điểm trong tuần đầu tháng 11.",
    answeredOn: "2026-11-06",
    givenUntilOn: "2026-11-12",
  },
  "00634": {
    askedOn: "2026-11-06",
    untilOn: "2026-11-27",
    reason: "Chưa họp xét công nhận khu dân cư năm 2026.",
    answeredOn: "2026-11-09",
    note: "Số liệu công nhận bổ sung bằng đính chính được; đề nghị gửi báo cáo đúng hạn.",
  },
  "00256": {
    askedOn: "2026-11-20",
    untilOn: "2026-11-26",
    reason: "Số liệu của 12 tổ dân phố vừa sáp nhập chưa khớp, cần thêm thời gian đối chiếu.",
  },
};

/** What a unit asked for and got; null for nearly all. */
export function extensionOf({ periodId, agencyId, kind, dueOn, recipients }: Owed): Extension | null {
  const request = periodId === "2026" && kind === "own" ? requests[agencyId] : undefined;
  if (!request) return null;
  const { askedOn, untilOn, reason, answeredOn, givenUntilOn, note } = request;
  const random = seeded(`extension:${periodId}:${agencyId}`);
  const asked = { at: momentOn(random, askedOn), by: "writer" as const, number: null, reason, detail: { untilOn } };
  const steps: Extension["steps"] = [{ ...asked, move: "askExtension" }];
  if (answeredOn)
    steps.push({
      at: momentOn(random, answeredOn),
      move: givenUntilOn ? "grantExtension" : "refuseExtension",
      by: { recipient: recipients[0] ?? "" },
      number: null,
      ...(note && { reason: note }),
      detail: givenUntilOn ? { untilOn: givenUntilOn, dueOn: [dueOn, givenUntilOn] } : {},
    });
  return { ...request, steps };
}

/** Writes the requests of these reports and moves the days of those that were given more time. */
export async function writeExtensions(tx: PoolClient, told: Told[], stage: Stage) {
  const written = told.flatMap((one) => (one.extension ? [rowOf(one, one.extension, stage)] : []));
  if (written.length === 0) return;
  await rows(INSERT, [JSON.stringify(written)], tx);
  await rows(EXTEND, [written.map(({ reportId }) => reportId)], tx);
}

function rowOf({ owed, unit }: Told, extension: Extension, { cast, named }: Stage) {
  const [asked, answered] = extension.steps;
  const decider = answered && typeof answered.by === "object" ? answered.by.recipient : null;
  const state = extension.givenUntilOn ? "granted" : decider ? "refused" : "asked";
  return {
    id: uuidOf(`extension:${owed.id}`),
    reportId: owed.id,
    askedAt: asked?.at,
    askedById: writerOf(owed, cast).id,
    askedByName: writerOf(owed, cast).fullName,
    askedByAgency: unit.name,
    reason: extension.reason,
    dueOn: owed.dueOn,
    untilOn: extension.untilOn,
    state,
    decidedAt: answered?.at,
    decidedById: decider && cast.officerOf(decider).id,
    decidedByName: decider && cast.officerOf(decider).fullName,
    decidedByAgency: decider && (named.get(decider)?.name ?? decider),
    decidedUntilOn: extension.givenUntilOn,
    note: extension.note,
  };
}

const INSERT = `
  insert into report_extension (id, report_id, asked_at, asked_by_id, asked_by_name, asked_by_agency, reason, due_on, until_on, state,
    decided_at, decided_by_id, decided_by_name, decided_by_agency, decided_until_on, note)
  select id, "reportId", "askedAt", "askedById", "askedByName", "askedByAgency", reason, "dueOn", "untilOn", state::extension_state,
    "decidedAt", "decidedById", "decidedByName", "decidedByAgency", "decidedUntilOn", note
  from jsonb_to_recordset($1::jsonb) as x(id uuid, "reportId" uuid, "askedAt" timestamptz, "askedById" uuid, "askedByName" text, "askedByAgency" text,
    reason text, "dueOn" date, "untilOn" date, state text, "decidedAt" timestamptz, "decidedById" uuid, "decidedByName" text, "decidedByAgency" text,
    "decidedUntilOn" date, note text)`;

const EXTEND = `
  update report r set original_due_on = r.due_on, due_on = x.decided_until_on from report_extension x
  where x.report_id = r.id and x.state = 'granted' and r.id = any ($1)`;
