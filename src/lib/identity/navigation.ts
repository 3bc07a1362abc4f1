import { type Actor, hasRole, homeScope } from "#lib/identity/actor";

export type NavigationEntry = { href: string; label: string };

const MOST_ENTRIES = 7;

/** The left navigation of whoever acts: the places of their roles, their own work first. */
export function navigationFor(actor: Pick<Actor, "roles" | "agency">): NavigationEntry[] {
  const entries = [
    { href: "/work", label: "Việc cần làm", offered: true },
    { href: "/dashboards", label: "Bảng theo dõi", offered: homeScope(actor) !== null },
    { href: "/reports", label: "Báo cáo", offered: true },
    { href: "/reports?kind=consolidated", label: "Tổng hợp", offered: followsConsolidation(actor) },
    { href: "/awards", label: "Khen thưởng", offered: hasRole(actor, "reporter", "head", "secretariat", "reader") },
    { href: "/councils", label: "Hội đồng", offered: keepsCouncils(actor) },
    { href: "/agencies", label: "Cơ quan", offered: true },
    { href: "/plans", label: "Kế hoạch", offered: true },
    { href: "/obligations", label: "Nghĩa vụ báo cáo", offered: keepsObligations(actor) },
    { href: "/people", label: "Người dùng", offered: hasRole(actor, "administrator") },
    { href: "/audit", label: "Nhật ký", offered: hasRole(actor, "administrator") },
  ].filter(({ offered }) => offered);

  const spare = new Set(reachedElsewhere.slice(0, Math.max(0, entries.length - MOST_ENTRIES)));
  return entries.filter(({ href }) => !spare.has(href)).map(({ href, label }) => ({ href, label }));
}

/** What gives way first for who holds many roles: the obligations stand in the plans, consolidated reports among the reports, agencies in the search, plans in the reports they ask for. */
const reachedElsewhere = ["/obligations", "/reports?kind=consolidated", "/agencies", "/plans"];

/** The standing secretariats, and who heads the council of a province or ministry; other members find their sessions among the work to do. */
const keepsCouncils = (actor: Pick<Actor, "roles" | "agency">) =>
  hasRole(actor, "secretariat") || (hasRole(actor, "head") && ["province", "ministry"].includes(actor.agency.kind));

const followsConsolidation = (actor: Pick<Actor, "roles" | "agency">) =>
  hasRole(actor, "consolidator", "reader") || (hasRole(actor, "head") && actor.agency.kind === "province");

/** The two lead ministries oversee the nation's obligations, a province's agencies those of the province. */
const keepsObligations = (actor: Pick<Actor, "roles" | "agency">) =>
  hasRole(actor, "secretariat", "consolidator", "administrator") &&
  (["G01", "G09"].includes(actor.agency.id) ||
    ["province", "provincePolice", "provinceHomeAffairs"].includes(actor.agency.kind));
