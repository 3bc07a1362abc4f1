import type { ReactNode } from "react";
import { printDay } from "#lib/dates";
import { planKindLabels } from "#lib/plans/labels";
import type { PlanDetail } from "#lib/plans/queries";

/** What the document says about itself, and what the source lacks. */
export function DocumentFacts({ plan }: { plan: PlanDetail }) {
  const { metadata } = plan;
  const document = metadata.document ?? {};
  const cautions = [
    document.status_note,
    document.note_on_reference,
    withoutAside(document.currency_warning),
    metadata.holderNote,
    metadata.measurable_targets_note,
  ];
  return (
    <dl className="facts">
      <Fact name="Tên văn bản">{plan.title}</Fact>
      <Fact name="Số, ký hiệu">
        {plan.documentNumber ?? (
          <em>chưa có số trong nguồn{document.number_pattern ? ` (bản có ghi “${document.number_pattern}”)` : ""}</em>
        )}
      </Fact>
      <Fact name="Loại">
        {plan.documentType} – {planKindLabels[plan.kind] ?? plan.kind}
      </Fact>
      <Fact name="Cơ quan ban hành">{plan.issuer}</Fact>
      <Fact name="Ngày ban hành">{plan.issuedOn ? printDay(plan.issuedOn) : <em>chưa có ngày trong nguồn</em>}</Fact>
      <Fact name="Người ký">
        {plan.signedBy}
        {plan.signedAs && <span className="quiet"> ({plan.signedAs})</span>}
      </Fact>
      <Fact name="Hiệu lực từ">
        {printDay(plan.effectiveFrom)}
        {plan.effectiveTo && ` đến ${printDay(plan.effectiveTo)}`}
        {metadata.effectiveFromNote && <span className="quiet"> – {metadata.effectiveFromNote}</span>}
        {document.effect_rule && <span className="quiet"> – “{document.effect_rule}”</span>}
      </Fact>
      <Fact name="Cơ quan giữ kế hoạch">
        {plan.holderName}
        {plan.issuedByName && <span className="quiet"> (tiếp nhận từ {plan.issuedByName}, đã giải thể)</span>}
      </Fact>
      {document.campaign_launched_on && (
        <Fact name="Phát động phong trào">
          {printDay(document.campaign_launched_on)}, {document.campaign_launched_by}
        </Fact>
      )}
      <Fact name="Căn cứ">
        {document.legal_bases && (
          <Lines lines={document.legal_bases.map(({ text, note }) => (note ? `${text} (${note})` : text))} />
        )}
      </Fact>
      <Fact name="Trách nhiệm thi hành">{document.responsible_for_execution}</Fact>
      <Fact name="Nơi nhận">{document.recipients?.join("; ")}</Fact>
      <Fact name="Triển khai">
        {metadata.resolutions && (
          <Lines
            lines={metadata.resolutions.map(
              ({ id, date, by, about, note }) =>
                `${id} ngày ${printDay(date)} của ${by} về ${about}${note ? ` (${note})` : ""}`,
            )}
          />
        )}
      </Fact>
      <Fact name="Mô hình được nêu tên">
        {metadata.models_named?.length ? metadata.models_named.map((name) => `“${name}”`).join(", ") : null}
      </Fact>
      <Fact name="Lưu ý">
        {cautions.some(Boolean) && <Lines lines={cautions.filter((line) => line !== undefined)} />}
      </Fact>
    </dl>
  );
}

/** The warning without its bracket of background knowledge: the succession of agencies is in our own rows. */
const withoutAside = (warning: string | undefined) => warning?.split(" (")[0];

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

export function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="list-disc pl-4">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
