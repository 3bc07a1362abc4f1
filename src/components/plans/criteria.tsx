import { Tag } from "#components/ui/tag";
import { groupLabels } from "#lib/agencies/labels";
import { subjectLabels } from "#lib/plans/labels";
import type { CriterionRow, SubjectGroupRow } from "#lib/plans/queries";
import { ConfirmationMark } from "./confirmation-mark.tsx";
import styles from "./plan.module.css";
import { criterionAction, type Reading } from "./reading.tsx";

type Props = { groups: SubjectGroupRow[]; criteria: CriterionRow[]; ownGroupId: string | null; reading: Reading };

/** The criteria by subject group, with a row of links to the groups. */
export function Criteria({ groups, criteria, ownGroupId, reading }: Props) {
  return (
    <>
      <nav className="tabs flex-wrap" aria-label="Nhóm đối tượng">
        {groups.map(({ id, name }) => (
          <a key={id} href={`#nhom-${id}`}>
            {name}
          </a>
        ))}
      </nav>
      {groups.map((group) => (
        <article key={group.id} id={`nhom-${group.id}`}>
          <h3>
            {group.heading ?? group.name} {group.id === ownGroupId && <Tag tone="wait">Nhóm của cơ quan đang xem</Tag>}
          </h3>
          <p className={styles.note}>
            Áp dụng cho {subjectLabels[group.subjectKind] ?? group.subjectKind}
            {group.agencyKinds.length > 0 &&
              `; tự đánh giá trong báo cáo: ${group.agencyKinds.map((kind) => groupLabels[kind]).join("; ")}`}
          </p>
          <ol className={styles.list}>
            {criteria
              .filter(({ groupId }) => groupId === group.id)
              .map((criterion) => (
                <li key={criterion.id} id={criterion.id}>
                  {criterion.text}
                  <Origins origins={criterion.derivedFrom} />
                  <ConfirmationMark wording={criterion} action={criterionAction(reading, criterion)} />
                </li>
              ))}
          </ol>
        </article>
      ))}
    </>
  );
}

function Origins({ origins }: { origins: CriterionRow["derivedFrom"] }) {
  const [first] = origins;
  if (!first) return null;
  return (
    <details className={styles.note}>
      <summary>
        Tương ứng {origins.length} tiêu chí của {first.planTitle}
      </summary>
      <ul>
        {origins.map(({ id, planId, text }) => (
          <li key={id}>
            <a href={`/plans/${planId}#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      <p>Việc đặt tương ứng là của người nhập dữ liệu, văn bản không ghi.</p>
    </details>
  );
}
