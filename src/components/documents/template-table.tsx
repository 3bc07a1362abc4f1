import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Tag } from "#components/ui/tag";
import { type Day, printDay, printInstant } from "#lib/dates";
import type { SampleReport, TemplateRow } from "#lib/documents/templates/queries";
import styles from "./documents.module.css";

/** The versions of one kind of template: which counts, which are on trial, and how many documents were made of each. */
export function TemplateTable({
  templates,
  samples,
  today,
}: {
  templates: TemplateRow[];
  samples: SampleReport[];
  today: Day;
}) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Bản mẫu</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Căn cứ</th>
            <th scope="col">Văn bản đã lập</th>
            <th scope="col">Việc</th>
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <tr key={template.version}>
              <th scope="row">Bản {template.version}</th>
              <td data-label="Tình trạng">
                <State template={template} />
              </td>
              <td data-label="Căn cứ">
                {template.source}
                <p className="quiet">
                  {template.enteredByName ?? "Kèm theo hệ thống"}, {printInstant(template.enteredAt)}
                </p>
              </td>
              <td data-label="Văn bản đã lập">{template.issues}</td>
              <td data-label="Việc">
                <Acts template={template} samples={samples} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ template: { isInForce, effectiveOn } }: { template: TemplateRow }) {
  if (isInForce && effectiveOn)
    return (
      <Tag tone="good" shape="✓" title={`từ ${printDay(effectiveOn)}`}>
        Đang áp dụng
      </Tag>
    );
  if (effectiveOn)
    return (
      <Tag tone="still" shape="–">
        Áp dụng từ {printDay(effectiveOn)}
      </Tag>
    );
  return (
    <Tag tone="care" shape="◐">
      Đang thử
    </Tag>
  );
}

function Acts({ template, samples, today }: { template: TemplateRow; samples: SampleReport[]; today: Day }) {
  const { kind, version, effectiveOn } = template;
  const api = `/api/document-templates/${kind}/${version}`;
  const name = `bản mẫu ${version}`;
  return (
    <div className={styles.acts}>
      <a className="btn" href={`${api}/file`} aria-label={`Tải tệp mẫu bản ${version}`}>
        Tải tệp mẫu
      </a>
      {samples.length > 0 && (
        <form method="get" action={`${api}/preview`} className={styles.acts}>
          <select className="input" name="report" aria-label={`Báo cáo để xem thử ${name}`}>
            {samples.map((sample) => (
              <option key={sample.id} value={sample.id}>
                {sample.name}, năm {sample.periodId}
              </option>
            ))}
          </select>
          <button type="submit" className="btn" aria-label={`Xem thử ${name}`}>
            Xem thử
          </button>
        </form>
      )}
      {!effectiveOn && (
        <CommandForm
          action={`${api}/adopt`}
          className={styles.acts}
          confirm={`Áp dụng ${name}? Văn bản đã phát hành vẫn giữ mẫu cũ.`}
        >
          <Field label="Áp dụng từ ngày" name="effectiveOn">
            <input className="input" type="date" name="effectiveOn" required min={today} defaultValue={today} />
          </Field>
          <button type="submit" className="btn btn-primary" aria-label={`Áp dụng ${name}`}>
            Áp dụng
          </button>
        </CommandForm>
      )}
    </div>
  );
}
