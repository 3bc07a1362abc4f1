import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OpinionTag } from "#components/awards/asked-opinions";
import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { PageHeader } from "#components/ui/page-header";
import { findConsultation } from "#lib/awards/consultations/queries";
import { findRulesOfToday } from "#lib/awards/rounds/queries";
import { awardName } from "#lib/awards/rule-set";
import { dayOf, printDay, printInstant, printRemaining } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Ý kiến hiệp y" };

export default async function ConsultationPage({ params }: PageProps<"/awards/consultations/[id]">) {
  const actor = await requireActor();
  const asked = await findConsultation(actor, (await params).id);
  if (!asked) notFound();
  const rules = await findRulesOfToday(actor.agency.id);
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title={`Ý kiến hiệp y: ${asked.subjectName}`}
        tag={<OpinionTag opinion={asked.opinion} />}
        facts={[
          `${asked.askedByName} hỏi ${printInstant(asked.askedAt)}`,
          `hạn trả lời ${printDay(asked.dueOn)}${asked.opinion ? "" : ` (${printRemaining(dayOf(asked.now), asked.dueOn)})`}`,
        ]}
      />
      <dl className="facts">
        <dt>Hình thức đề nghị</dt>
        <dd>{awardName(rules?.definition, asked.awardId)}</dd>
        <dt>Đối tượng</dt>
        <dd>
          {asked.subjectName}
          {asked.subjectDescription && `, ${asked.subjectDescription}`}, {asked.subjectAgencyName}
        </dd>
        <dt>Thành tích</dt>
        <dd>{asked.achievement}</dd>
        <dt>Cơ quan đề nghị</dt>
        <dd>{asked.proposerName}</dd>
      </dl>
      <section className="section">
        <h2>Trả lời</h2>
        {asked.answeredAt ? (
          <>
            <p>
              {asked.answeredByName}, {printInstant(asked.answeredAt)}
              {dayOf(asked.answeredAt) > asked.dueOn && " (trả lời sau hạn)"}
            </p>
            {asked.words && <blockquote className="pre">{asked.words}</blockquote>}
          </>
        ) : (
          <CommandForm action={`/api/awards/consultations/${asked.id}`}>
            <Field label="Ý kiến" name="opinion" group>
              <label className="check">
                <input type="radio" name="opinion" value="agree" required /> Đồng ý
              </label>
              <label className="check">
                <input type="radio" name="opinion" value="disagree" required /> Không đồng ý
              </label>
            </Field>
            <Field label="Nội dung ý kiến" name="words" hint="Bắt buộc khi không đồng ý.">
              <textarea className="input" name="words" rows={4} maxLength={4000} />
            </Field>
            <p className="actions">
              <button type="submit" className="btn btn-primary">
                Trả lời thay mặt {actor.agency.name}
              </button>
            </p>
          </CommandForm>
        )}
      </section>
    </>
  );
}
