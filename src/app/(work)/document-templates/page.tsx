import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateTable } from "#components/documents/template-table";
import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { PageHeader } from "#components/ui/page-header";
import { campaignClock } from "#lib/campaign/clock";
import { dayOf } from "#lib/dates";
import { listSamples, listTemplates } from "#lib/documents/templates/queries";
import { tagsOf, written } from "#lib/documents/templates/tags";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Mẫu văn bản" };

const kinds = [
  { kind: "own", title: "Báo cáo của đơn vị" },
  { kind: "consolidated", title: "Báo cáo tổng hợp" },
] as const;

export default async function DocumentTemplatesPage() {
  const actor = await requireActor();
  const templates = await listTemplates(actor);
  if (!templates) notFound();
  const [samples, { now }] = await Promise.all([listSamples(actor), campaignClock()]);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/plans", label: "Kế hoạch" }]}
        title="Mẫu văn bản"
        facts="Bố cục theo Nghị định 30/2020/NĐ-CP, Phụ lục I. Văn bản đã phát hành giữ mẫu của lúc phát hành."
      />
      {kinds.map(({ kind, title }) => (
        <section className="section" key={kind} aria-labelledby={kind}>
          <h2 id={kind}>{title}</h2>
          <TemplateTable
            templates={templates.filter((template) => template.kind === kind)}
            samples={samples.filter((sample) => sample.kind === kind)}
            today={dayOf(now)}
          />
        </section>
      ))}
      <section className="section">
        <h2>Thay mẫu</h2>
        <p>
          Tải tệp mẫu đang áp dụng về, sửa bố cục trong Word hoặc LibreOffice rồi tải lên. Hệ thống kiểm tra mẫu và nêu
          mọi lỗi trước khi lưu; mẫu mới chỉ áp dụng sau khi xem thử. Bản PDF giữ bố cục của hệ thống.
        </p>
        <CommandForm action="/api/document-templates" reset encType="multipart/form-data">
          <Field label="Loại mẫu" name="kind">
            <select className="input" name="kind">
              {kinds.map(({ kind, title }) => (
                <option key={kind} value={kind}>
                  {title}
                </option>
              ))}
            </select>
          </Field>
          <Field label="Tệp mẫu" name="file" hint="Tệp .docx không quá 900 kB.">
            <input className="input" type="file" name="file" accept=".docx" required />
          </Field>
          <Field label="Căn cứ, lý do thay mẫu" name="source">
            <input className="input" name="source" required maxLength={500} />
          </Field>
          <p className="actions">
            <button type="submit" className="btn btn-primary">
              Kiểm tra và lưu để thử
            </button>
          </p>
        </CommandForm>
        <details>
          <summary>Các chỗ điền của mẫu</summary>
          <ul>
            {tagsOf(true).map((tag) => (
              <li key={tag.name}>
                <code>{written(tag)}</code>: {tag.what}
                {tag.inside && (
                  <> (bên trong: {tag.inside.map((inner) => `${written(inner)} ${inner.what}`).join(", ")})</>
                )}
              </li>
            ))}
          </ul>
        </details>
      </section>
    </>
  );
}
