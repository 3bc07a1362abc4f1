import "server-only";
import { printDay, printInstant } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { printAction, printSubject } from "#lib/identity/audit-trail/labels";
import { type AuditLine, listAuditEntries } from "#lib/identity/audit-trail/queries";
import { type AuditFilter, auditFilterSchema } from "#lib/identity/audit-trail/schema";
import { isAdministrator } from "#lib/identity/people/policy";
import { type FoundList, type ListRequest, parametersOf } from "#lib/list-route";
import { type ListCell, MOST_ROWS } from "#lib/sheets/writing/list";

const BATCH = 1000;

/** The audit trail of the administrator's subtree, the latest first. */
export async function auditList({ actor, query }: ListRequest): Promise<FoundList> {
  if (!isAdministrator(actor)) return null;
  const filter = auditFilterSchema.parse(parametersOf(query));
  return {
    fileName: "nhat-ky",
    title: `Nhật ký thao tác trong phạm vi quản trị của ${actor.agency.name}`,
    filters: filterWords(filter),
    holdsPeople: "Nhật ký thao tác",
    columns: [
      { head: "Lúc", width: 18 },
      { head: "Giờ máy chủ", width: 18 },
      { head: "Thao tác", width: 30 },
      { head: "Người làm", width: 26 },
      { head: "Thay mặt", width: 30 },
      { head: "Đối tượng", width: 44 },
      { head: "Ghi chú", width: 60 },
    ],
    batches: entriesOf(actor, filter),
  };
}

/** The trail grows while it is read: each batch begins where the last ended, by the entry's number. */
async function* entriesOf(actor: Actor, filter: AuditFilter): AsyncGenerator<ListCell[][]> {
  let before: number | undefined;
  for (let read = 0; read < MOST_ROWS; read += BATCH) {
    const { entries, next } = await listAuditEntries(actor, { ...filter, before }, BATCH);
    if (entries.length > 0) yield entries.map(asCells);
    if (next === null) return;
    before = next;
  }
}

const asCells = (entry: AuditLine): ListCell[] => [
  printInstant(entry.campaignAt),
  printInstant(entry.at),
  printAction(entry.action),
  entry.personName,
  entry.agencyName,
  printSubject(entry),
  entry.note,
];

const filterWords = ({ action, person, agency, subject, from, to }: AuditFilter): string[] =>
  [
    action && `thao tác ${printAction(action)}`,
    person && `người làm “${person}”`,
    agency && `cơ quan “${agency}”`,
    subject && `đối tượng “${subject}”`,
    from && `từ ngày ${printDay(from)}`,
    to && `đến ngày ${printDay(to)}`,
  ].filter((word): word is string => Boolean(word));
