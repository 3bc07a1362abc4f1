import type { ReactNode } from "react";
import styles from "./plan.module.css";

export type PlanSection = { id: string; title: string; body: ReactNode };

/** A long document to read: its contents beside it, every section at its own address. */
export function PlanReader({ sections }: { sections: PlanSection[] }) {
  const contents = (
    <ol className={styles.contents}>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <div className={styles.page}>
      <nav className={styles.aside} aria-label="Mục lục">
        {contents}
      </nav>
      <details className={styles.folded}>
        <summary>Mục lục</summary>
        {contents}
      </details>
      <div className={styles.text}>
        {sections.map(({ id, title, body }) => (
          <section key={id} id={id}>
            <h2>{title}</h2>
            {body}
          </section>
        ))}
      </div>
    </div>
  );
}
