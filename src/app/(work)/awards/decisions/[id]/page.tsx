import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecidedTable } from "#components/awards/decided-table";
import { IssueForm, RevokeForm } from "#components/awards/decision-acts";
import { DecisionClocks } from "#components/awards/decision-clocks";
import { CommandForm } from "#components/ui/command-form";
import { PageHeader } from "#components/ui/page-header";
import { Tag } from "#components/ui/tag";
import { keepsDecision } from "#lib/awards/decisions/policy";
import { findDecision, listDecided } from "#lib/awards/decisions/queries";
import { listHolidays } from "#lib/awards/nominations/checks";
import { awardName } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { dayOf, printDay, printInstant } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Quyết định khen thưởng" };

export default async function DecisionPage({ params }: PageProps<"/awards/decisions/[id]">) {
  const actor = await requireActor();
  const decision = await findDecision(actor, (await params).id);
  if (!decision) notFound();
  const [decided, rules, holidays] = await Promise.all([
    listDecided(decision.id),
    findRules(decision.agencyId, decision.decidedOn),
    listHolidays(),
  ]);
  const today = dayOf(decision.now);
  const keeps = keepsDecision(actor, decision);
  const papers = `/api/awards/decisions/${decision.id}/papers`;
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: "/awards/decisions", label: "Quyết định" },
        ]}
        title={`Quyết định số ${decision.number}`}
        tag={
          decision.publishedAt ? (
            <Tag tone="good" shape="✓">
              Đã công bố
            </Tag>
          ) : (
            <Tag tone="care" shape="◐">
              Chưa công bố
            </Tag>
          )
        }
        facts={[
          decision.decidedBy,
          `ngày ${printDay(decision.decidedOn)}`,
          `người ký: ${decision.signedByName}${decision.signedByPosition ? `, ${decision.signedByPosition}` : ""}`,
          decision.publishedAt && `công bố ${printInstant(decision.publishedAt)}`,
        ]}
        actions={
          keeps && (
            <>
              <a className="btn" href={`${papers}/decision/docx`}>
                Dự thảo quyết định (.docx)
              </a>
              <a className="btn" href={`${papers}/list/docx`}>
                Danh sách (.docx)
              </a>
              <a className="btn" href={`${papers}/certificates/docx`}>
                Bằng, giấy khen (.docx)
              </a>
            </>
          )
        }
      />
      <p>{decision.title}</p>
      {keeps && !decision.publishedAt && (
        <CommandForm
          action={`/api/awards/decisions/${decision.id}/publish`}
          confirm="Công bố quyết định? Tên, đơn vị, hình thức và thành tích sẽ hiện ở trang công khai, ai cũng xem được."
        >
          <input type="hidden" name="version" value={decision.version} />
          <button type="submit" className="btn btn-primary">
            Công bố quyết định
          </button>
        </CommandForm>
      )}
      {rules && (
        <section className="section">
          <h2>Thời hạn</h2>
          <DecisionClocks
            decision={decision}
            decided={decided}
            rules={rules.definition}
            holidays={holidays}
            today={today}
          />
        </section>
      )}
      <section className="section">
        <h2>Được khen thưởng ({decided.length})</h2>
        <DecidedTable decided={decided} nameOfAward={(id) => awardName(rules?.definition, id)} showsMoney={keeps} />
      </section>
      {keeps && <IssueForm decision={decision} decided={decided} today={today} />}
      {keeps && <RevokeForm decision={decision} decided={decided} today={today} />}
    </>
  );
}
