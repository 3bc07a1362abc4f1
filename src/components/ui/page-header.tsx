import { Children, type ReactNode } from "react";

export type Crumb = { href?: string; label: string };

/** What the page is about and its state, one line of facts (a list is separated by dots), and the main act. */
export function PageHeader({
  title,
  crumbs,
  tag,
  facts,
  actions,
}: {
  title: ReactNode;
  crumbs?: Crumb[];
  tag?: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="page-header">
      <div>
        {crumbs && <Crumbs crumbs={crumbs} />}
        <h1>
          <span>{title}</span>
          {tag}
        </h1>
        {facts && <div className="page-facts">{Children.map(facts, (fact) => fact && <span>{fact}</span>)}</div>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Đường dẫn">
      <ol className="crumbs">
        {crumbs.map(({ href, label }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : label}</li>
        ))}
      </ol>
    </nav>
  );
}
