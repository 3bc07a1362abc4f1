/** The list on screen, under the same filters, as a file. `query` is that of the page. */
export function DownloadLinks({ action, query = "" }: { action: string; query?: string | URLSearchParams }) {
  const href = (format: string) => {
    const address = new URLSearchParams(query);
    address.delete("page");
    address.delete("before");
    address.set("format", format);
    return `${action}?${address}`;
  };
  return (
    <p className="downloads small">
      Tải danh sách này:{" "}
      <a href={href("xlsx")} download>
        Excel (.xlsx)
      </a>{" "}
      <a href={href("csv")} download>
        CSV (.csv)
      </a>
    </p>
  );
}
