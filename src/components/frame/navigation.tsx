"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { NavigationEntry } from "#lib/identity/navigation";

/** The entries with the current one marked. A chosen period goes along. */
export function Navigation({ entries }: { entries: NavigationEntry[] }) {
  const path = usePathname();
  const search = useSearchParams();
  const period = search.get("period");
  const current = currentEntry(entries, path, search);
  useEffect(closeMenusFromOutside, []);

  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.href}>
          <a href={withPeriod(entry.href, period)} aria-current={entry === current ? "page" : undefined}>
            {entry.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The period looked at, and the others on the same page. */
export function PeriodMenu({ periods, usual }: { periods: string[]; usual: string }) {
  const chosen = useSearchParams().get("period") ?? usual;
  return (
    <details className="menu band-period" name="band">
      <summary className="band-act">
        <span>Năm {chosen}</span>
      </summary>
      <div className="panel">
        {periods.map((period) => (
          <a key={period} href={`?period=${period}`} aria-current={period === chosen ? "true" : undefined}>
            Kỳ báo cáo năm {period}
          </a>
        ))}
      </div>
    </details>
  );
}

/** The longest entry that the address begins with; one that asks for a kind goes before one that does not. */
function currentEntry(entries: NavigationEntry[], path: string, search: URLSearchParams) {
  const fits = ({ href }: NavigationEntry) => {
    const [place = "", query] = href.split("?");
    const isUnder = path === place || path.startsWith(`${place}/`);
    return isUnder && [...new URLSearchParams(query)].every(([name, value]) => search.get(name) === value);
  };
  return entries.filter(fits).sort((a, b) => b.href.length - a.href.length)[0];
}

const withPeriod = (href: string, period: string | null) =>
  period ? `${href}${href.includes("?") ? "&" : "?"}period=${encodeURIComponent(period)}` : href;

/** Menus are plain <details>; a click elsewhere or Escape closes them. */
function closeMenusFromOutside() {
  const close = (event: Event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !menu.contains(event.target as Node))
        menu.open = false;
    }
  };
  document.addEventListener("click", close);
  document.addEventListener("keydown", close);
  return () => {
    document.removeEventListener("click", close);
    document.removeEventListener("keydown", close);
  };
}
