import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublishForm } from "#components/awards/publish-form";
import { Empty } from "#components/ui/empty";
import { PageHeader } from "#components/ui/page-header";
import { listNominations } from "#lib/awards/nominations/queries";
import { keepsRoundsFor } from "#lib/awards/rounds/policy";
import { findRound } from "#lib/awards/rounds/queries";
import { awardName, awardRule } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { dayOf } from "#lib/dates";
import { requireActor } from "#lib/identity/session";

export const metadata: Metadata = { title: "Công khai danh sách đề nghị" };

const MOST = 500;

export default async function NewPublicityPage({ searchParams }: PageProps<"/awards/publicities/new">) {
  const actor = await requireActor();
  const { round: asked } = await searchParams;
  const round = await findRound(actor, typeof asked === "string" ? asked : "");
  if (!round || keepsRoundsFor(actor) !== round.agencyId) notFound();
  const today = dayOf(round.now);
  const [rules, held] = await Promise.all([
    findRules(round.agencyId, today),
    listNominations(actor, { roundId: round.id, whose: "held" }, { offset: 0, limit: MOST }),
  ]);
  const offered = held.filter(({ status }) => status === "proposed" || status === "appraised");
  const days = (awardId: string) => (rules ? awardRule(rules.definition, awardId)?.publicityDays : undefined);
  return (
    <>
      <PageHeader
        crumbs={[
          { href: "/awards", label: "Khen thưởng" },
          { href: `/awards/rounds/${round.id}`, label: round.title },
        ]}
        title="Công khai danh sách đề nghị"
        facts="Chỉ công khai tên, đơn vị, thành tích; không đưa nội dung bí mật nhà nước, không đưa dữ liệu cá nhân khác."
      />
      {offered.length === 0 ? (
        <Empty title="Chưa có hồ sơ nào để công khai">Hồ sơ đang thẩm định hoặc chờ hội đồng thì hiện ở đây.</Empty>
      ) : (
        <PublishForm
          nominations={offered}
          title={`Danh sách đề nghị khen thưởng – ${round.title}`}
          today={today}
          nameOfAward={(id) => awardName(rules?.definition, id)}
          daysOf={days}
        />
      )}
    </>
  );
}
