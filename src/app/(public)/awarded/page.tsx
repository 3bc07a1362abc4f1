import type { Metadata } from "next";
import { Empty } from "#components/ui/empty";
import { Pagination } from "#components/ui/pagination";
import { subjectLabels } from "#lib/awards/labels";
import { listPublished, PUBLISHED_A_PAGE } from "#lib/awards/published/queries";
import { printDay } from "#lib/dates";
import { printNumber } from "#lib/text";

/** Names of people are for who comes here, not for search engines to spread. */
export const metadata: Metadata = {
  title: "Danh sách khen thưởng đã công bố",
  robots: { index: false, follow: false },
};

const LONGEST_SEARCH = 100;

/** For everybody, signed in or not: who was honoured, by which decision. */
export default async function AwardedPage({ searchParams }: PageProps<"/awarded">) {
  const asked = await searchParams;
  const q = typeof asked.q === "string" ? asked.q.replaceAll("\0", "").slice(0, LONGEST_SEARCH) : "";
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(asked.page)) || 1));
  const published = await listPublished({ q, page });
  const total = published[0]?.total ?? 0;
  const hrefOf = (to: number) => `/awarded?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`;
  return (
    <>
      <h1>Danh sách khen thưởng đã công bố</h1>
      <p>
        Khen thưởng trong phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”, theo các quyết định đã công bố. Chỉ nêu
        nội dung của quyết định.
      </p>
      <form className="actions" method="get" action="/awarded">
        <label className="field">
          <span className="field-label">Tìm theo tên, đơn vị, số quyết định; không cần dấu</span>
          <input className="input" name="q" defaultValue={q} maxLength={LONGEST_SEARCH} />
        </label>
        <button type="submit" className="btn">
          Tìm
        </button>
      </form>
      {published.length === 0 ? (
        <Empty title="Không có khen thưởng nào khớp">Hãy bỏ bớt chữ trong ô tìm.</Empty>
      ) : (
        <>
          <p className="quiet">{printNumber(total)} khen thưởng</p>
          <ol className="award-list" start={(page - 1) * PUBLISHED_A_PAGE + 1}>
            {published.map((one) => (
              <li key={one.id}>
                <b>{one.subjectName}</b> <span className="quiet">({subjectLabels[one.subjectKind].toLowerCase()})</span>
                , {one.agencyName}: {one.awardName}
                {one.achievement && `. ${one.achievement}`}
                <br />
                <span className="quiet">
                  Quyết định số {one.decisionNumber} ngày {printDay(one.decidedOn)} của {one.decidedBy}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <Pagination page={page} pageCount={Math.ceil(total / PUBLISHED_A_PAGE)} hrefOf={hrefOf} />
    </>
  );
}
