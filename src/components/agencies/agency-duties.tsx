import { Tag } from "#components/ui/tag";
import { placeholderKinds } from "#lib/agencies/labels";
import type { ConcerningPassage, NamedAgency, ShownDuty } from "#lib/agencies/queries";

type Props = {
  agencyId: string;
  own: ShownDuty[];
  received: ShownDuty[];
  passages: ConcerningPassage[];
  names: NamedAgency[];
  provinceId: string | null;
};

/** What the plans in force ask of an agency: reports it sends, reports it receives, and the passages that name it. */
export function AgencyDuties({ agencyId, own, received, passages, names, provinceId }: Props) {
  return (
    <section className="section">
      <h2>Nhiệm vụ</h2>
      {own.length + received.length + passages.length === 0 && (
        <p className="quiet">Không có kế hoạch nào đang hiệu lực giao nhiệm vụ cho cơ quan này.</p>
      )}
      <DutyList
        title="Phải báo cáo"
        duties={own}
        recipientsOf={(duty) => namesOfRecipients(duty, { agencyId, names, provinceId })}
      />
      <DutyList title="Nhận báo cáo" duties={received} />
      <Passages passages={passages} />
    </section>
  );
}

type Context = { agencyId: string; names: NamedAgency[]; provinceId: string | null };

/** A recipient never reports to itself. A duty without recipients is the one to the Prime Minister (QĐ 2447/QĐ-TTg, mục VI.5). */
function namesOfRecipients({ recipients }: ShownDuty, { agencyId, names, provinceId }: Context) {
  if (recipients.length === 0) return "Thủ tướng Chính phủ";
  const named = recipients.flatMap((recipient) => {
    const kind = placeholderKinds[recipient];
    return (
      names.find((name) => (kind ? name.kind === kind && name.provinceId === provinceId : name.id === recipient)) ?? []
    );
  });
  return named
    .filter(({ id }) => id !== agencyId)
    .map(({ shortName }) => shortName)
    .join(", ");
}

function DutyList({
  title,
  duties,
  recipientsOf,
}: {
  title: string;
  duties: ShownDuty[];
  recipientsOf?: (duty: ShownDuty) => string;
}) {
  if (duties.length === 0) return null;
  return (
    <>
      <h3 className="mt-3">{title}</h3>
      <ul className="small">
        {duties.map((duty) => (
          <li key={duty.id} className="prose py-1">
            <strong>{duty.name}</strong> {duty.isDefault && <Tag tone="extended">mặc định</Tag>}
            <br />
            {recipientsOf && <>Nơi nhận: {recipientsOf(duty)}. </>}
            Hạn: {duty.wording}; ngày cuối đúng hạn là {duty.dueDay}/{duty.dueMonth}.{" "}
            <a href={`/plans/${duty.planId}`}>{duty.planTitle}</a>
            {duty.isDefault && duty.note && <span className="quiet block">{duty.note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Passages({ passages }: { passages: ConcerningPassage[] }) {
  if (passages.length === 0) return null;
  return (
    <details className="mt-3" open={passages.length <= 6}>
      <summary>
        <h3 className="inline">
          Kế hoạch giao <span className="quiet figures">{passages.length}</span>
        </h3>
      </summary>
      <ul className="small">
        {passages.map(({ planId, planTitle, id, kind, title, text, reconstructed, confirmed }) => (
          <li key={`${planId}/${id}`} className="prose py-1">
            {kind === "deadline" && <strong>Thời hạn. </strong>}
            {title && !text.startsWith(title) && <>{title}: </>}
            {text} {reconstructed && !confirmed && <Tag tone="care">phục hồi từ bản quét, chưa đối chiếu</Tag>}{" "}
            <a className="whitespace-nowrap" href={`/plans/${planId}#${id}`}>
              {planTitle}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
