import type { Passage } from "#lib/plans/queries";
import { extension } from "#lib/plans/rules";
import { ConfirmationMark } from "./confirmation-mark.tsx";
import styles from "./plan.module.css";
import { passageAction, type Reading } from "./reading.tsx";

/** The contents of the campaign; where a plan extends its parent's, both side by side with what was added marked. */
export function Contents({ contents, reading }: { contents: Passage[]; reading: Reading }) {
  const parent = contents.find((content) => content.extends)?.extends;
  return (
    <>
      {parent && (
        <p className={styles.note}>
          Chữ <ins className={styles.added}>gạch chân</ins> là phần kế hoạch này viết thêm so với {parent.planTitle}; do
          phần mềm so chữ, không phải của văn bản.
        </p>
      )}
      {contents.some(({ title }) => title) && (
        <p className={styles.note}>
          Tên ngắn của từng nội dung do hệ thống đặt để tiện tra; câu chữ bên dưới là của văn bản.
        </p>
      )}
      {contents.map((content, index) => (
        <article key={content.id} id={content.id}>
          <h3>{content.title ? `${index + 1}. ${content.title}` : `Nội dung ${index + 1}`}</h3>
          {content.extends ? (
            <Extended content={content} parent={content.extends} />
          ) : (
            <p className={styles.passage}>{content.text}</p>
          )}
          <ConfirmationMark wording={content} action={passageAction(reading, content)} />
          {content.extendedBy.length > 0 && (
            <p className={styles.note}>
              Được mở rộng trong:{" "}
              {content.extendedBy.map(({ id, planId, planTitle }) => (
                <a key={planId} href={`/plans/${planId}#${id}`}>
                  {planTitle}
                </a>
              ))}
            </p>
          )}
        </article>
      ))}
    </>
  );
}

function Extended({ content, parent }: { content: Passage; parent: NonNullable<Passage["extends"]> }) {
  return (
    <div className={styles.compared}>
      <div className={styles.parent}>
        <h4>
          <a href={`/plans/${parent.planId}#${parent.id}`}>{parent.planTitle}</a>
        </h4>
        <p>{parent.text}</p>
      </div>
      <div>
        <h4>Kế hoạch này – mở rộng nội dung của {parent.planTitle}</h4>
        <p>
          {extension(parent.text, content.text).map(({ text, isNew }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: runs of one fixed text, never reordered
            isNew ? <ins key={index} className={styles.added}>{`${text} `}</ins> : `${text} `,
          )}
        </p>
      </div>
    </div>
  );
}
