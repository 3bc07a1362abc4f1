import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NominationFilters } from "#components/awards/nomination-filters";
import { NominationTable } from "#components/awards/nomination-table";
import { RoundTag } from "#components/awards/nomination-tag";
import { QuotaTable } from "#components/awards/quota-table";
import { RuleWarnings } from "#components/awards/rule-warnings";
import { CommandForm } from "#components/ui/command-form";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { gravestOf } from "#lib/awards/eligibility";
import { roundLabels } from "#lib/awards/labels";
import { checkNominations } from "#lib/awards/nominations/checks";
import { asked, nominationListHref, readNominationFilter } from "#lib/awards/nominations/filters";
import { countNominations, listNominations, readNominations } from "#lib/awards/nominations/queries";
import { keepsRoundsFor, mayNominateIn } from "#lib/awards/rounds/policy";
import { findRound } from "#lib/awards/rounds/queries";
import { roundState } from "#lib/awards/rounds/rules";
import { awardName } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { dayOf, printDay } from "#lib/dates";
import { requireActor } from "#lib/identity/session";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Đợt xét khen thưởng" };

const PAGE_SIZE = 50;

export default async function RoundPage({ params, searchParams }: PageProps<"/awards/rounds/[id]">) {
  const actor = await requireActor();
  const round = await findRound(actor, (await params).id);
  if (!round) notFound();
  const today = dayOf(round.now);
  const filter = readNominationFilter(await searchParams);
  const find = { roundId: round.id, ...asked(filter) };
  const [rules, counts, nominations] = await Promise.all([
    findRules(round.agencyId, today),
    countNominations(actor, find),
    listNominations(
      actor,
      { ...find, status: filter.status },
      { offset: (filter.page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
    ),
  ]);
  const checked = await checkNominations(await readNominations(nominations.map(({ id }) => id)));
  const states = new Map(checked.map(({ nomination, checks }) => [nomination.id, gravestOf(checks)]));
  const total = counts
    .filter(({ status }) => !filter.status || status === filter.status)
    .reduce((sum, { count }) => sum + count, 0);
  const base = `/awards/rounds/${round.id}`;
  const state = roundState(round, today);
  const keeps = keepsRoundsFor(actor) === round.agencyId;
  const awards = round.awardIds.map((id) => ({ id, name: awardName(rules?.definition, id) }));
  return (
    <>
      <PageHeader
        crumbs={[{ href: "/awards", label: "Khen thưởng" }]}
        title={round.title}
        tag={<RoundTag state={state} />}
        facts={[
          `${roundLabels[round.kind]}, ${round.agencyName}`,
          `thành tích ${printDay(round.achievedFrom)} – ${printDay(round.achievedTo)}`,
          `nhận hồ sơ ${printDay(round.opensOn)} – ${printDay(round.closesOn)}`,
        ]}
        actions={
          <>
            {mayNominateIn(actor, round) && state === "open" && (
              <a className="btn btn-primary" href={`/awards/nominations/new?round=${round.id}`}>
                Lập hồ sơ đề nghị
              </a>
            )}
            {mayNominateIn(actor, round) && (
              <a className="btn" href={`/api/awards/rounds/${round.id}/papers/proposal/docx`}>
                Tờ trình của cơ quan (.docx)
              </a>
            )}
            <a className="btn" href={`${base}/eligibility`}>
              Rà điều kiện cả đợt
            </a>
            {keeps && (
              <a className="btn" href={`/awards/publicities/new?round=${round.id}`}>
                Công khai danh sách
              </a>
            )}
            {keeps && !round.closedAt && (
              <a className="btn" href={`${base}/edit`}>
                Sửa đợt xét
              </a>
            )}
          </>
        }
      />
      <RuleWarnings warnings={rules?.warnings ?? []} missing={!rules} />
      <section className="section">
        <h2>Số lượng</h2>
        <QuotaTable awards={awards} quotas={round.quotas} counts={counts} />
      </section>
      <section className="section">
        <h2>Hồ sơ trong đợt ({printNumber(total)})</h2>
        <NominationFilters base={base} filter={filter} counts={counts} awards={awards} />
        {nominations.length === 0 ? (
          <Empty title="Không có hồ sơ nào khớp bộ lọc">
            <a href={base}>Bỏ bộ lọc</a> để xem mọi hồ sơ trong phạm vi.
          </Empty>
        ) : (
          <NominationTable
            nominations={nominations}
            nameOfAward={(id) => awardName(rules?.definition, id)}
            states={states}
          />
        )}
        <Pagination
          page={filter.page}
          pageCount={Math.ceil(total / PAGE_SIZE)}
          hrefOf={(page) => nominationListHref(base, filter, { page })}
        />
      </section>
      {keeps && !round.closedAt && (
        <section className="section">
          <h2>Đóng đợt xét</h2>
          <CommandForm
            action={`/api/awards/rounds/${round.id}/close`}
            confirm="Đóng đợt xét? Sau khi đóng không nhận thêm hồ sơ và không sửa được đợt."
          >
            <input type="hidden" name="version" value={round.version} />
            <p className="quiet">Hồ sơ đã nhận vẫn được thẩm định và đưa ra hội đồng.</p>
            <button type="submit" className="btn btn-danger">
              Đóng đợt xét
            </button>
          </CommandForm>
        </section>
      )}
    </>
  );
}
