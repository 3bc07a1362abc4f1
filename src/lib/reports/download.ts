import "server-only";
import { kindLabels } from "#lib/agencies/labels";
import { listProvinces } from "#lib/agencies/queries";
import { chosenPeriod } from "#lib/campaign/clock";
import { printDay, printInstant } from "#lib/dates";
import { type FoundList, type ListRequest, parametersOf } from "#lib/list-route";
import { inBatches } from "#lib/sheets/writing/list";
import { type ListFilter, readReportFilter } from "./filters.ts";
import { nextActs, printTimeliness, recipientLabels, statusLabels } from "./labels.ts";
import { listReports } from "./queries.ts";
import { holderOf } from "./rules.ts";
import { standings } from "./standings.ts";

const BATCH = 500;

/** The list of reports: what, state, who holds it, since when, due, next act. */
export async function reportList({ actor, query, now, periods }: ListRequest): Promise<FoundList> {
  const filter = readReportFilter(parametersOf(query), chosenPeriod({ now, periods }));
  const provinces = filter.province ? await listProvinces() : [];
  return {
    fileName: `bao-cao-${filter.period}`,
    title: `Báo cáo năm ${filter.period} trong phạm vi của ${actor.agency.name}`,
    filters: filterWords(filter, provinces.find(({ id }) => id === filter.province)?.name),
    columns: [
      { head: "Mã cơ quan", width: 12 },
      { head: "Đơn vị", width: 32 },
      { head: "Tỉnh, thành phố", width: 20 },
      { head: "Loại báo cáo", width: 14 },
      { head: "Trạng thái", width: 18 },
      { head: "Không phát sinh", width: 11 },
      { head: "Đúng hạn", width: 14 },
      { head: "Đang ở", width: 36 },
      { head: "Từ lúc", width: 18 },
      { head: "Hạn", width: 12 },
      { head: "Được gia hạn", width: 11 },
      { head: "Gửi lần đầu", width: 18 },
      { head: "Bản đã gửi", width: 11 },
      { head: "Nơi nhận", width: 40 },
      { head: "Việc tiếp theo", width: 24 },
    ],
    batches: inBatches(
      BATCH,
      (offset) => listReports(actor, filter, { offset, limit: BATCH }),
      (report) => [
        report.agencyId,
        report.name,
        report.provinceName,
        report.kind === "consolidated" ? "Tổng hợp" : "Của đơn vị",
        statusLabels[report.status].word,
        report.nothingToReport ? "Có" : null,
        printTimeliness(report),
        holderOf(report.status, report.name, report.recipients),
        report.status === "notStarted" ? null : printInstant(report.statusSince),
        printDay(report.dueOn),
        report.isExtended ? "Có" : null,
        report.firstSentAt && printInstant(report.firstSentAt),
        report.sentNumber,
        report.recipients.map(({ name, state }) => `${name}: ${recipientLabels[state].word}`).join("; "),
        nextActs[report.status][report.kind],
      ],
    ),
  };
}

function filterWords(filter: ListFilter, province: string | undefined): string[] {
  return [
    `năm ${filter.period}`,
    filter.status?.length && `trạng thái ${filter.status.map((status) => statusLabels[status].word).join(", ")}`,
    filter.late !== undefined && (filter.late ? "muộn hoặc quá hạn" : "không muộn"),
    filter.province && `thuộc ${filter.province === "VN" ? "trung ương" : (province ?? filter.province)}`,
    filter.agencyKind && `loại cơ quan ${kindLabels[filter.agencyKind]}`,
    filter.kind && (filter.kind === "consolidated" ? "báo cáo tổng hợp" : "báo cáo của đơn vị"),
    filter.agency && `cơ quan mã ${filter.agency}`,
    filter.standing && standings[filter.standing].label.toLowerCase(),
    filter.nothing && "báo cáo không phát sinh",
    filter.mine && "chờ cơ quan mình trả lời",
    filter.q && `tìm “${filter.q}”`,
  ].filter((word): word is string => typeof word === "string");
}
