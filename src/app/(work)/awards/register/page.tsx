import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterTable } from "#components/awards/register-table";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { listRegister, RECORDS_A_PAGE } from "#lib/awards/register/queries";
import { type RegisterFilter, registerFilterSchema } from "#lib/awards/register/schema";
import { worksWithAwards } from "#lib/awards/rounds/policy";
import { findRulesOfToday } from "#lib/awards/rounds/queries";
import { awardName } from "#lib/awards/rule-set";
import { mayWriteSubject } from "#lib/awards/subjects/policy";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Sổ khen thưởng" };

export default async function RegisterPage({ searchParams }: PageProps<"/awards/register">) {
  const actor = await requireActor();
  if (!worksWithAwards(actor)) notFound();
  const filter = registerFilterSchema.parse(await searchParams);
  const [records, rules] = await Promise.all([listRegister(actor, filter), findRulesOfToday(actor.agency.id)]);
  const total = records[0]?.total ?? 0;
  const awards = rules?.definition.awards.map(({ id, name }) => ({ id, name })) ?? [];
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title="Sổ khen thưởng"
        facts={`Ai được tặng gì, khi nào, theo quyết định nào, trong phạm vi của ${actor.agency.name}`}
        actions={
          mayWriteSubject(actor, actor.agency) && (
            <>
              <a className="btn" href="/awards/subjects/new">
                Ghi đối tượng
              </a>
              <a className="btn" href="/awards/register/import">
                Nhập từ bảng
              </a>
            </>
          )
        }
      />
      <Filters filter={filter} awards={awards} />
      {records.length === 0 ? (
        <Empty title="Không có khen thưởng nào khớp">
          <a href="/awards/register">Bỏ bộ lọc</a> hoặc nhập các quyết định đã có từ bảng.
        </Empty>
      ) : (
        <>
          <p className="quiet">{printNumber(total)} lượt khen thưởng</p>
          <RegisterTable records={records} nameOfAward={(id) => awardName(rules?.definition, id)} />
        </>
      )}
      <Pagination
        page={filter.page}
        pageCount={Math.ceil(total / RECORDS_A_PAGE)}
        hrefOf={(page) => hrefOf({ ...filter, page })}
      />
    </>
  );
}

const hrefOf = (filter: RegisterFilter) =>
  `/awards/register?${new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )}`;

function Filters({ filter, awards }: { filter: RegisterFilter; awards: { id: string; name: string }[] }) {
  return (
    <form className="filters" method="get">
      <label>
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={filter.q}
          placeholder="Tìm tên, cơ quan, số quyết định"
          aria-label="Tìm, không cần dấu"
        />
      </label>
      <label>
        <select className="input" name="award" aria-label="Hình thức" defaultValue={filter.award ?? ""}>
          <option value="">Mọi hình thức</option>
          {awards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          className="input"
          name="year"
          inputMode="numeric"
          size={6}
          defaultValue={filter.year}
          placeholder="Năm"
          aria-label="Năm quyết định"
        />
      </label>
      <button type="submit" className="btn">
        Lọc
      </button>
    </form>
  );
}
