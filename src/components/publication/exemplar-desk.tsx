import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";
import { exemplarLabels } from "#lib/publication/labels";
import type { ExemplarRow } from "#lib/publication/queries";
import { WithdrawForm } from "./withdraw-form.tsx";

/** Collective models: one form to publish, and those that are or were public. */
export function ExemplarDesk({ exemplars }: { exemplars: ExemplarRow[] }) {
  return (
    <section className="section">
      <h2>Mô hình, điển hình tập thể</h2>
      <details>
        <summary>Công bố mô hình, điển hình tập thể</summary>
        <ExemplarForm />
      </details>
      {exemplars.length > 0 && (
        <div className="table-wrap">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">Tên</th>
                <th scope="col">Cơ quan, địa bàn</th>
                <th scope="col">Công bố</th>
                <th scope="col">Trạng thái</th>
              </tr>
            </thead>
            <tbody>
              {exemplars.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.title}{" "}
                    <span className="quiet">
                      ({exemplarLabels[one.kind]?.toLowerCase()}, {one.year})
                    </span>
                  </th>
                  <td data-label="Cơ quan, địa bàn">{one.agencyName}</td>
                  <td data-label="Công bố">
                    {printInstant(one.publishedAt)}, {one.publishedByName}
                  </td>
                  <td data-label="Trạng thái">
                    {one.withdrawnAt ? (
                      <>
                        <Tag tone="wrong" shape="–">
                          Đã rút
                        </Tag>{" "}
                        {printInstant(one.withdrawnAt)}: {one.withdrawReason}
                      </>
                    ) : (
                      <div>
                        <Tag tone="good" shape="✓">
                          Đang công khai
                        </Tag>
                        <WithdrawForm
                          action={`/api/publications/exemplars/${one.id}/withdraw`}
                          what={`“${one.title}”`}
                        />
                      </div>
                    )}
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

function ExemplarForm() {
  return (
    <CommandForm
      action="/api/publications/exemplars"
      confirm="Công bố cho mọi người? Nội dung không được có tên người."
    >
      <Field label="Loại" name="kind">
        <select className="input" name="kind" defaultValue="model">
          {Object.entries(exemplarLabels).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Tên mô hình, tập thể" name="title" hint="Không ghi tên người.">
        <input className="input" name="title" maxLength={200} required />
      </Field>
      <Field label="Cơ quan, địa bàn" name="agency" hint="Mã hoặc tên đầy đủ.">
        <input className="input" name="agency" maxLength={200} required />
      </Field>
      <Field label="Năm" name="year">
        <input className="input" name="year" inputMode="numeric" maxLength={4} required />
      </Field>
      <Field label="Tóm tắt" name="summary" hint="Cách làm và kết quả, tối đa 1.000 ký tự; không ghi tên người.">
        <textarea className="input" name="summary" rows={4} maxLength={1_000} required />
      </Field>
      <button type="submit" className="btn btn-primary">
        Công bố
      </button>
    </CommandForm>
  );
}
