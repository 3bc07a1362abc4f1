import { Notice } from "#components/ui/notice";
import type { Structure } from "#lib/dashboards/figures/address";
import { type Change, tellChange } from "#lib/dashboards/recast/rules";
import { printNumber } from "#lib/text";
import styles from "./figures.module.css";

const choices: { structure: Structure; words: string }[] = [
  { structure: "then", words: "Cơ cấu của từng năm" },
  { structure: "today", words: "Quy về đơn vị hiện nay" },
];

const LISTED = 20;

/** Which structure the years are compared in, the way to the other, and what has changed between them. */
export function StructureChoice({
  structure,
  changes,
  hrefOf,
}: {
  structure: Structure;
  changes: Change[];
  hrefOf: (structure: Structure) => string;
}) {
  return (
    <>
      <nav className={styles.structure} aria-label="Cơ cấu đơn vị khi so sánh các năm">
        {choices.map(({ structure: each, words }) => (
          <a key={each} href={hrefOf(each)} aria-current={each === structure ? "page" : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <Changes structure={structure} changes={changes} />
    </>
  );
}

function Changes({ structure, changes }: { structure: Structure; changes: Change[] }) {
  if (changes.length === 0)
    return (
      <p className="small quiet">
        Từ hạn nộp của hai năm đến nay không có đơn vị nào sáp nhập, chia tách, chấm dứt hay chuyển tỉnh, nên hai cách
        cho cùng kết quả.
      </p>
    );
  return (
    <Notice tone={structure === "then" ? "care" : "wait"}>
      <details className={styles.changes}>
        <summary>
          {printNumber(changes.length)} thay đổi về đơn vị từ hạn nộp đến nay.{" "}
          {structure === "then"
            ? "Tổng của hai năm ở nơi có thay đổi không cùng phạm vi; hãy xem theo đơn vị hiện nay."
            : "Số liệu cũ được cộng theo đơn vị kế thừa; nơi không có căn cứ thì ghi không so sánh được."}
        </summary>
        <ul>
          {changes.slice(0, LISTED).map((change) => (
            <li key={`${change.periodId} ${change.agencyId}`}>{tellChange(change)}</li>
          ))}
        </ul>
        {changes.length > LISTED && (
          <p>Và {printNumber(changes.length - LISTED)} thay đổi khác trong danh sách tải về.</p>
        )}
      </details>
    </Notice>
  );
}
