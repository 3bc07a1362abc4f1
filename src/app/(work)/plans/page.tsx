import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header";
import { Tag } from "#components/ui/tag";
import { printDay } from "#lib/dates";
import { keepsTemplates } from "#lib/documents/policy";
import { requireActor } from "#lib/identity/session";
import { planKindLabels } from "#lib/plans/labels";
import { type ListedPlan, listPlans, listProvincesWithoutPlan } from "#lib/plans/queries";
import { obligationScope } from "#lib/reports/obligations/policy";

export const metadata: Metadata = { title: "Kế hoạch" };

export default async function PlansPage() {
  const actor = await requireActor();
  const [plans, provinces] = await Promise.all([listPlans(), listProvincesWithoutPlan()]);
  const roots = plans.filter(({ kind, parentId }) => parentId === null && kind === "national-campaign-plan");
  const apart = plans.filter(({ kind, parentId }) => parentId === null && kind !== "national-campaign-plan");
  return (
    <>
      <PageHeader
        title="Kế hoạch của phong trào"
        facts={[
          `${plans.length} kế hoạch đã nhập`,
          <a key="missing" href="#chua-nhap">{`${provinces.length} tỉnh, thành phố chưa nhập kế hoạch`}</a>,
        ]}
        actions={
          <>
            {keepsTemplates(actor) && (
              <a className="btn" href="/document-templates">
                Mẫu văn bản
              </a>
            )}
            {obligationScope(actor) && (
              <a className="btn" href="/obligations">
                Nghĩa vụ báo cáo
              </a>
            )}
          </>
        }
      />
      {roots.map((plan) => (
        <PlanTree key={plan.id} plan={plan} plans={plans} />
      ))}
      {apart.length > 0 && (
        <section className="section">
          <h2>Kế hoạch khác, không triển khai Quyết định 2447/QĐ-TTg</h2>
          {apart.map((plan) => (
            <PlanTree key={plan.id} plan={plan} plans={plans} />
          ))}
        </section>
      )}
      <section className="section" id="chua-nhap">
        <h2>Tỉnh, thành phố chưa nhập kế hoạch: {provinces.length}</h2>
        <p className="small quiet mb-2">
          Chưa có tiêu chí riêng; xã, phường, đặc khu ở đây báo cáo theo hạn mặc định của hệ thống.
        </p>
        <ul className="link-list">
          {provinces.map(({ id, name }) => (
            <li key={id}>
              <a href={`/agencies/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** A plan and, set in below it, the plans that carry it out. */
function PlanTree({ plan, plans }: { plan: ListedPlan; plans: ListedPlan[] }) {
  const below = plans.filter(({ parentId }) => parentId === plan.id);
  return (
    <div className="mb-3">
      <PlanCard plan={plan} />
      {below.length > 0 && (
        <div className="ml-4 mt-3 border-l-2 border-line pl-4 sm:ml-8">
          {below.map((child) => (
            <PlanTree key={child.id} plan={child} plans={plans} />
          ))}
        </div>
      )}
    </div>
  );
}

function PlanCard({ plan }: { plan: ListedPlan }) {
  const counts = [
    plan.contents && `${plan.contents} nội dung`,
    plan.criteria && `${plan.criteria} tiêu chí`,
    plan.targets && `${plan.targets} chỉ tiêu`,
  ].filter(Boolean);
  return (
    <article className="card">
      <h3>
        <a href={`/plans/${plan.id}`}>{plan.shortTitle}</a>
      </h3>
      <p className="small">{plan.title}</p>
      <p className="small quiet">
        {plan.documentType} số {plan.documentNumber ?? "chưa có trong nguồn"} ·{" "}
        {plan.issuedOn ? `ban hành ${printDay(plan.issuedOn)}` : "chưa có ngày ban hành trong nguồn"} ·{" "}
        {planKindLabels[plan.kind]}
      </p>
      <p className="small quiet">
        Giữ: {plan.holderName}
        {plan.issuedByName && ` (tiếp nhận từ ${plan.issuedByName})`} · {counts.join(", ")}{" "}
        {plan.unconfirmed > 0 && (
          <Tag tone="extended" shape="≈">
            {plan.unconfirmed} đoạn chưa đối chiếu bản ký
          </Tag>
        )}
      </p>
    </article>
  );
}
