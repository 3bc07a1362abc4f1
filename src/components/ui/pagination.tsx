/** Pages of a list, from 1. Nothing is drawn for a single page. */
export function Pagination({
  page,
  pageCount,
  hrefOf,
}: {
  page: number;
  pageCount: number;
  hrefOf: (page: number) => string;
}) {
  if (pageCount <= 1) return null;
  return (
    <nav className="pagination" aria-label="Phân trang">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          ‹ Trước
        </a>
      )}
      {pagesToOffer(page, pageCount).map((offered, index, all) => [
        index > 0 && offered > (all[index - 1] ?? 0) + 1 && <span key={`gap-${offered}`}>…</span>,
        offered === page ? (
          <span key={offered} aria-current="page">
            {offered}
          </span>
        ) : (
          <a key={offered} href={hrefOf(offered)} aria-label={`Trang ${offered}`}>
            {offered}
          </a>
        ),
      ])}
      {page < pageCount && (
        <a href={hrefOf(page + 1)} rel="next">
          Sau ›
        </a>
      )}
      <span className="quiet">
        Trang {page} trên {pageCount}
      </span>
    </nav>
  );
}

/** The first, the last, and the neighbours of the page shown. */
export const pagesToOffer = (page: number, pageCount: number) =>
  [...new Set([1, page - 1, page, page + 1, pageCount])]
    .filter((candidate) => candidate >= 1 && candidate <= pageCount)
    .sort((a, b) => a - b);
