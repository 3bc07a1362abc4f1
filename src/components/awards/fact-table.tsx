import { CommandForm } from "#components/ui/command-form";
import { Empty } from "#components/ui/empty";
import { Tag } from "#components/ui/tag";
import type { NominationRow } from "#lib/awards/nominations/queries";
import { printInstant } from "#lib/dates";

/** What the dossier was pre-built from: each fact with where it was taken, and who confirmed them. */
export function FactTable({ nomination, writes }: { nomination: NominationRow; writes: boolean }) {
  const { facts = [], takenAt, confirmedAt, confirmedByName } = nomination.facts;
  return (
    <>
      <p>
        {confirmedAt ? (
          <Tag tone="good" shape="✓">
            {`${confirmedByName} xác nhận ${printInstant(new Date(confirmedAt))}`}
          </Tag>
        ) : (
          <Tag tone="care" shape="◐">
            Chưa xác nhận
          </Tag>
        )}{" "}
        {takenAt && <span className="quiet">Lấy lúc {printInstant(new Date(takenAt))}</span>}
      </p>
      {facts.length === 0 ? (
        <Empty title="Chưa có báo cáo nào của đơn vị được tiếp nhận cho năm này">
          Lấy lại sau khi báo cáo được tiếp nhận, hoặc ghi thành tích kèm minh chứng.
        </Empty>
      ) : (
        <div className="table-wrap">
          <table className="table table-dense table-stack">
            <thead>
              <tr>
                <th scope="col">Nội dung</th>
                <th scope="col">Kết quả</th>
                <th scope="col">Lấy từ</th>
              </tr>
            </thead>
            <tbody>
              {facts.map(({ id, label, value, source }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  <td data-label="Kết quả">{value}</td>
                  <td data-label="Lấy từ" className="quiet">
                    {source}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {writes && (
        <CommandForm action={`/api/awards/nominations/${nomination.id}/facts`}>
          <input type="hidden" name="version" value={nomination.version} />
          <button type="submit" className="btn">
            Lấy lại số liệu
          </button>
        </CommandForm>
      )}
    </>
  );
}
