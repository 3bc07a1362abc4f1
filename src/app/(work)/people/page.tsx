import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgencyField, AgencyOptions } from "#components/identity/agency-field";
import { PeopleTable } from "#components/identity/people-table";
import { DownloadLinks } from "#components/ui/download-links";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { roleLabels } from "#lib/identity/labels";
import { peopleHref, personStates, searchOf } from "#lib/identity/people/labels";
import { isAdministrator } from "#lib/identity/people/policy";
import { listAgenciesToOffer, listPeople } from "#lib/identity/people/queries";
import { PEOPLE_A_PAGE, type PeopleFilter, peopleFilterSchema } from "#lib/identity/people/schema";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Người dùng" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const actor = await requireActor();
  if (!isAdministrator(actor)) notFound();
  const filter = peopleFilterSchema.parse(await searchParams);
  const [{ people, total }, offered] = await Promise.all([listPeople(actor, filter), listAgenciesToOffer(actor)]);
  return (
    <>
      <PageHeader
        title="Người dùng"
        facts={`${printNumber(total)} người trong phạm vi quản trị của ${actor.agency.name}`}
        actions={
          <a className="btn btn-primary" href="/people/new">
            Mở tài khoản
          </a>
        }
      />
      <Filters filter={filter}>
        <AgencyOptions agencies={offered} />
      </Filters>
      {people.length === 0 ? (
        <Empty title="Không có người dùng nào khớp bộ lọc">
          <a href="/people">Bỏ bộ lọc</a> hoặc <a href="/people/new">mở tài khoản mới</a>.
        </Empty>
      ) : (
        <PeopleTable people={people} />
      )}
      <DownloadLinks action="/api/people/download" query={searchOf(filter)} />
      <Pagination
        page={filter.page}
        pageCount={Math.ceil(total / PEOPLE_A_PAGE)}
        hrefOf={(page) => peopleHref({ ...filter, page })}
      />
    </>
  );
}

function Filters({ filter, children }: { filter: PeopleFilter; children: React.ReactNode }) {
  return (
    <form className="filters" method="get">
      <label>
        Tìm
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={filter.q}
          placeholder="họ tên hoặc tên đăng nhập"
        />
      </label>
      <label htmlFor="agency">
        Cơ quan
        <AgencyField value={filter.agency} />
      </label>
      <label>
        Vai trò
        <select className="input" name="role" defaultValue={filter.role ?? ""}>
          <option value="">Tất cả</option>
          {Object.entries(roleLabels).map(([role, label]) => (
            <option key={role} value={role}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Tình trạng
        <select className="input" name="state" defaultValue={filter.state ?? ""}>
          <option value="">Tất cả</option>
          {Object.entries(personStates).map(([state, label]) => (
            <option key={state} value={state}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        Lọc
      </button>
      {children}
    </form>
  );
}
