import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";
import type { CriterionRow, Passage, PlanDetail, ReadingAgency } from "#lib/plans/queries";
import styles from "./plan.module.css";

type Props = {
  plan: PlanDetail;
  agency: ReadingAgency;
  /** criteria of this plan that the agency assesses itself by */
  criteria: CriterionRow[];
  duties: Passage[];
  deadlines: Passage[];
  /** whether the reader looks after other agencies too */
  mayChoose: boolean;
  /** the agency's reports */
  children: ReactNode;
};

/** What the plan means for one agency: its reports, criteria, duties and dates. */
export function ForAgency({ plan, agency, criteria, duties, deadlines, mayChoose, children }: Props) {
  return (
    <>
      {mayChoose && (
        <form className="filters">
          <label>
            Xem cho cơ quan khác trong phạm vi
            <input className="input" name="for" placeholder="Mã cơ quan, ví dụ 00070" required />
          </label>
          <button type="submit" className="btn">
            Xem
          </button>
        </form>
      )}
      <h3>Báo cáo</h3>
      {children}
      <h3>Tiêu chí tự đánh giá</h3>
      <GroupOf plan={plan} agency={agency} />
      <Links passages={criteria} />
      <h3>Việc được giao</h3>
      {duties.length === 0 && <p className={styles.note}>Kế hoạch này không giao việc riêng cho cơ quan.</p>}
      {[...new Set(duties.map(({ actorName }) => actorName))].map((actor) => (
        <div key={actor ?? ""}>
          <p className={styles.note}>Kế hoạch gọi là “{actor}”:</p>
          <Links passages={duties.filter(({ actorName }) => actorName === actor)} />
        </div>
      ))}
      {deadlines.length > 0 && (
        <>
          <h3>Mốc thời gian</h3>
          <ul className={styles.brief}>
            {deadlines.map(({ id, title, data }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>: {String(data.when)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Never another province's group: where nothing binds the agency, it says so. */
function GroupOf({ plan, agency: { name, group } }: Pick<Props, "plan" | "agency">) {
  if (!group)
    return (
      <Notice tone="care">
        Chưa có kế hoạch nào được nhập đặt tiêu chí cho {name}. Khi kế hoạch của tỉnh, thành phố được nhập, tiêu chí sẽ
        hiện ở đây.
      </Notice>
    );
  if (group.planId === plan.id) {
    return (
      <p className={styles.note}>
        Nhóm <a href={`#nhom-${group.id}`}>{group.name}</a>:
      </p>
    );
  }
  return (
    <p className={styles.note}>
      {name} tự đánh giá theo nhóm “{group.name}” của{" "}
      <a href={`/plans/${group.planId}#nhom-${group.id}`}>{group.planTitle}</a>, không theo nhóm nào của kế hoạch này.
    </p>
  );
}

/** The beginnings of passages that stand in full further down. */
function Links({ passages }: { passages: { id: string; text: string }[] }) {
  if (passages.length === 0) return null;
  return (
    <ol className={styles.brief}>
      {passages.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`}>{shorten(text)}</a>
        </li>
      ))}
    </ol>
  );
}

const LONG = 130;

/** The beginning of a long passage, cut between words. */
const shorten = (text: string) => (text.length <= LONG ? text : `${text.slice(0, text.lastIndexOf(" ", LONG))}…`);
