import { type Standing, type StandingCounts, stages, standings } from "#lib/reports/standings";
import { printNumber, printShare } from "#lib/text";
import styles from "./overview.module.css";

const across: Standing[] = ["everSent", "nothing", "sentLate", "overdue", "extended"];

/** How many reports stand in each way, each a link to exactly those units. `hrefOf` gives the list of a standing; without one, all that is expected. */
export function CountList({ counts, hrefOf }: { counts: StandingCounts; hrefOf: (standing?: Standing) => string }) {
  return (
    <>
      <ul className={styles.counts} aria-label="Theo trạng thái">
        <li>
          <a href={hrefOf()}>
            <strong className="num">{printNumber(counts.expected)}</strong> <span>Phải báo cáo</span>
          </a>
        </li>
        {stages.map((name) => (
          <Count key={name} name={name} counts={counts} href={hrefOf(name)} />
        ))}
      </ul>
      <ul className={`${styles.counts} ${styles.across}`} aria-label="Trong số đó">
        {across.map((name) => (
          <Count key={name} name={name} counts={counts} href={hrefOf(name)} />
        ))}
      </ul>
    </>
  );
}

function Count({ name, counts, href }: { name: Standing; counts: StandingCounts; href: string }) {
  const { label, shape, tone } = standings[name];
  return (
    <li>
      <a href={href} className={`${styles.count} ${styles[tone]}`}>
        <strong className="num">{printNumber(counts[name])}</strong>{" "}
        <span data-shape={shape} className={styles.label}>
          {label}
        </span>
        <span
          className={styles.share}
        >{`${printShare(counts[name], counts.expected)} của ${printNumber(counts.expected)}`}</span>
      </a>
    </li>
  );
}
