import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header";
import { NATION, type Scope } from "#lib/dashboards/policy";

const places = [
  { place: "", label: "Tổng quan" },
  { place: "/arrivals", label: "Diễn biến gửi báo cáo" },
  { place: "/figures", label: "Số liệu" },
  { place: "/ranking", label: "Xếp hạng" },
  { place: "/pivot", label: "Bảng phân tích" },
  { place: "/quality", label: "Chất lượng số liệu" },
  { place: "/note", label: "Bản tin sáng" },
] as const;

export type Place = (typeof places)[number]["place"];

/** The title of a dashboard's page and the way to its other pages. `mayLookAbove`: the way back from a province to the nation. */
export function DashboardHeader({
  scope,
  period,
  place,
  title,
  facts,
  actions,
  mayLookAbove = false,
}: {
  scope: Scope;
  period: string;
  place: Place;
  title: string;
  facts?: ReactNode;
  actions?: ReactNode;
  mayLookAbove?: boolean;
}) {
  const crumbs = scope.isNation
    ? []
    : [
        ...(mayLookAbove ? [{ href: `/dashboards/${NATION}?period=${period}`, label: "Toàn quốc" }] : []),
        { label: scope.name },
      ];
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} facts={facts} actions={actions} />
      <nav className="tabs tabs-wrap" aria-label="Các trang theo dõi">
        {places.map(({ place: each, label }) => (
          <a
            key={each}
            href={`/dashboards/${scope.id}${each}?period=${period}`}
            aria-current={each === place ? "page" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
    </>
  );
}
