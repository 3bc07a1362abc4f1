import { Notice } from "#components/ui/notice";
import { isShare } from "#lib/dashboards/figures/rules";
import type { RankingAddress } from "#lib/dashboards/ranking/address";
import type { FoundRanking } from "#lib/dashboards/ranking/find";
import { leastChoices } from "#lib/dashboards/ranking/rules";
import { methodWords } from "#lib/dashboards/ranking/words";
import { printNumber } from "#lib/text";
import styles from "./ranking.module.css";

type Props = {
  found: FoundRanking;
  isNation: boolean;
  hrefOf: (change: Partial<RankingAddress>) => string;
};

/** Among whom and under which conditions an order is made, and how far it can be relied on. */
export function Guards({ found, isNation, hrefOf }: Props) {
  const { asked, types, method } = found;
  return (
    <>
      <Choice
        name="Xếp trong"
        options={[
          { words: "mọi loại", href: hrefOf({ type: null }), isCurrent: asked.type === null },
          ...types.map(({ type, count }) => ({
            words: `${type} (${printNumber(count)})`,
            href: hrefOf({ type }),
            isCurrent: asked.type === type,
          })),
        ]}
      />
      {isShare(asked.indicator) && (
        <Choice
          name="Mẫu số ít nhất"
          options={leastChoices.map((least) => ({
            words: printNumber(least),
            href: hrefOf({ least }),
            isCurrent: asked.least === least,
          }))}
        />
      )}
      <ul className={styles.told}>
        <li>
          {isNation
            ? "Chỉ xếp nơi mà mọi báo cáo của xã, phường, đặc khu đã được tiếp nhận và có số liệu; báo cáo của sở, ngành không cộng vào, vì không phải tỉnh nào cũng giao."
            : "Chỉ xếp đơn vị mà báo cáo đã được tiếp nhận và có số liệu, cùng một phiên bản biểu mẫu."}
          {isShare(asked.indicator) &&
            ` Tỷ lệ trên mẫu số dưới ${printNumber(asked.least)} không xếp; ngưỡng này do hệ thống chọn, không văn bản nào quy định.`}
        </li>
        <li>
          {method
            ? methodWords[method].told
            : "Chỉ có một con số của mỗi đơn vị, nên không ước lượng được hạng ổn định đến đâu."}
        </li>
        <li>Hạng 1 là số cao nhất, không có nghĩa là tốt nhất. Các nơi bằng nhau cùng hạng.</li>
      </ul>
      {!isShare(asked.indicator) && asked.indicator.type !== "percent" && (
        <Notice tone="care" title="Số đếm chưa tính đến quy mô">
          Hệ thống chưa có số dân, nên nơi đông dân hoặc nhiều đơn vị thường có số lớn hơn. Hãy dùng chỉ tiêu tỷ lệ nếu
          cần so sánh kết quả.
        </Notice>
      )}
    </>
  );
}

function Choice({ name, options }: { name: string; options: { words: string; href: string; isCurrent: boolean }[] }) {
  return (
    <nav className={styles.choices} aria-label={name}>
      <span>{name}:</span>
      {options.map(({ words, href, isCurrent }) => (
        <a key={words} href={href} aria-current={isCurrent ? "page" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
