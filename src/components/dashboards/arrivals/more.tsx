import type { ReactNode } from "react";
import styles from "./arrivals.module.css";

/** What is there for who asks: opens in place. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.more}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
