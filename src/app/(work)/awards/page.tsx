import type { Metadata } from "next";
import { AskedOpinions } from "#components/awards/asked-opinions";
import { NominationTable } from "#components/awards/nomination-table";
import { RoundsTable } from "#components/awards/rounds-table";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { listAskedOpinions } from "#lib/awards/consultations/queries";
import { listNominations } from "#lib/awards/nominations/queries";
import { listPublicities } from "#lib/awards/publicities/queries";
import { keepsRoundsFor, worksWithAwards } from "#lib/awards/rounds/policy";
import { listRounds } from "#lib/awards/rounds/queries";
import { awardName } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { campaignClock } from "#lib/campaign/clock";
import { dayOf, printDay, printRemaining } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Khen thưởng" };

const SHOWN = { offset: 0, limit: 50 };

export default async function AwardsPage() {
  const actor = await requireActor();
  const { now } = await campaignClock();
  const today = dayOf(now);
  const [rules, rounds, held, proposed, opinions, lists] = await Promise.all([
    findRules(actor.agency.id, today),
    listRounds(actor),
    listNominations(actor, { whose: "held" }, SHOWN),
    listNominations(actor, { whose: "proposed" }, SHOWN),
    listAskedOpinions(actor),
    listPublicities(actor),
  ]);
  const nameOfAward = (id: string) => awardName(rules?.definition, id);
  return (
    <>
      <PageHeader
        title="Khen thưởng"
        facts={`Đợt xét và hồ sơ đề nghị của ${actor.agency.name}`}
        actions={
          <>
            <a className="btn" href="/awards/rules">
              Bộ quy định
            </a>
            {worksWithAwards(actor) && (
              <>
                <a className="btn" href="/awards/register">
                  Sổ khen thưởng
                </a>
                <a className="btn" href="/awards/decisions">
                  Quyết định
                </a>
                <a className="btn" href="/awards/statistics">
                  Thống kê
                </a>
              </>
            )}
            {keepsRoundsFor(actor) && (
              <a className="btn btn-primary" href="/awards/rounds/new">
                Mở đợt xét
              </a>
            )}
          </>
        }
      />
      <RuleWarnings warnings={rules?.warnings ?? []} missing={!rules} />
      {opinions.length > 0 && (
        <section className="section">
          <h2>Ý kiến hiệp y được hỏi</h2>
          <AskedOpinions opinions={opinions} nameOfAward={nameOfAward} today={today} />
        </section>
      )}
      {held.length > 0 && (
        <section className="section">
          <h2>Chờ cơ quan tôi xử lý</h2>
          <NominationTable nominations={held} nameOfAward={nameOfAward} showsRound />
        </section>
      )}
      <section className="section">
        <h2>Hồ sơ cơ quan tôi đề nghị</h2>
        {proposed.length > 0 ? (
          <NominationTable nominations={proposed} nameOfAward={nameOfAward} showsRound />
        ) : (
          <Empty title="Chưa có hồ sơ nào">Chọn một đợt xét đang nhận hồ sơ dưới đây để lập hồ sơ.</Empty>
        )}
      </section>
      <section className="section">
        <h2>Đợt xét</h2>
        {rounds.length > 0 ? (
          <RoundsTable rounds={rounds} today={today} />
        ) : (
          <Empty title="Chưa có đợt xét nào">Cơ quan thường trực mở đợt xét thì đợt hiện ở đây.</Empty>
        )}
      </section>
      {lists.length > 0 && (
        <section className="section">
          <h2>Danh sách đã công khai</h2>
          <ul className="link-list">
            {lists.map(({ id, title, startsOn, endsOn, place }) => (
              <li key={id}>
                <a className="underline" href={`/awards/publicities/${id}`}>
                  {title}
                </a>{" "}
                <span className="quiet">
                  {place}, {printDay(startsOn)} – {printDay(endsOn)} ({printRemaining(today, endsOn)})
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
