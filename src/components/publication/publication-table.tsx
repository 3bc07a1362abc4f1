import { Empty } from "#components/ui/empty";
import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";
import type { PublicationRow } from "#lib/publication/queries";
import { printNumber } from "#lib/text";
import { WithdrawForm } from "./withdraw-form.tsx";

/** Every publication that was made, who made it and whether it is still public. */
export function PublicationTable({ publications }: { publications: PublicationRow[] }) {
  return (
    <section className="section">
      <h2>Các lần công bố số liệu</h2>
      {publications.length === 0 ? (
        <Empty title="Chưa công bố lần nào">Chọn số liệu ở trên rồi xem trước.</Empty>
      ) : (
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">Kỳ</th>
                <th scope="col">Công bố</th>
                <th scope="col">Số liệu</th>
                <th scope="col">Trạng thái</th>
              </tr>
            </thead>
            <tbody>
              {publications.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.periodId}</th>
                  <td data-label="Công bố">
                    {printInstant(one.publishedAt)}, {one.publishedByName}, {one.agencyName}
                  </td>
                  <td data-label="Số liệu">
                    {one.measures.join(", ")}; {printNumber(one.hidden)} số không công bố (ít hơn {one.leastUnits} báo
                    cáo)
                  </td>
                  <td data-label="Trạng thái">
                    <Standing publication={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Standing({
  publication: { id, periodId, supersededAt, withdrawnAt, withdrawReason },
}: {
  publication: PublicationRow;
}) {
  if (withdrawnAt)
    return (
      <>
        <Tag tone="wrong" shape="–">
          Đã rút
        </Tag>{" "}
        {printInstant(withdrawnAt)}: {withdrawReason}
      </>
    );
  if (supersededAt)
    return (
      <>
        <Tag tone="still" shape="↻">
          Đã thay
        </Tag>{" "}
        {printInstant(supersededAt)}
      </>
    );
  return (
    <div>
      <Tag tone="good" shape="✓">
        Đang công khai
      </Tag>
      <WithdrawForm action={`/api/publications/${id}/withdraw`} what={`số liệu kỳ ${periodId}`} />
    </div>
  );
}
