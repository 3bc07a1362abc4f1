import "server-only";
import { roleLabels } from "#lib/identity/labels";
import { personStates, printHeld } from "#lib/identity/people/labels";
import { isAdministrator } from "#lib/identity/people/policy";
import { listPeople } from "#lib/identity/people/queries";
import { type PeopleFilter, peopleFilterSchema } from "#lib/identity/people/schema";
import { type FoundList, type ListRequest, parametersOf } from "#lib/list-route";
import { inBatches } from "#lib/sheets/writing/list";

const BATCH = 500;

/** People of the administrator's subtree; nobody else has such a list. */
export async function peopleList({ actor, query }: ListRequest): Promise<FoundList> {
  if (!isAdministrator(actor)) return null;
  const filter = peopleFilterSchema.parse(parametersOf(query));
  return {
    fileName: "nguoi-dung",
    title: `Người dùng trong phạm vi quản trị của ${actor.agency.name}`,
    filters: filterWords(filter),
    holdsPeople: "Người dùng",
    columns: [
      { head: "Họ và tên", width: 28 },
      { head: "Tên đăng nhập", width: 22 },
      { head: "Chức vụ", width: 28 },
      { head: "Vai trò trong phạm vi", width: 60 },
      { head: "Tình trạng", width: 16 },
      { head: "Tài khoản trình diễn", width: 14 },
    ],
    batches: inBatches(
      BATCH,
      async (offset) => (await listPeople(actor, filter, { offset, limit: BATCH })).people,
      (person) => [
        person.fullName,
        person.username,
        person.position,
        printHeld(person) || "Không còn vai trò",
        person.lockedAt ? personStates.locked : personStates.active,
        person.fictitious ? "Có" : null,
      ],
    ),
  };
}

const filterWords = ({ q, agency, role, state }: PeopleFilter): string[] =>
  [
    q && `tìm “${q}”`,
    agency && `cơ quan “${agency}”`,
    role && `vai trò ${roleLabels[role]}`,
    state && `tình trạng ${personStates[state]}`,
  ].filter((word): word is string => Boolean(word));
