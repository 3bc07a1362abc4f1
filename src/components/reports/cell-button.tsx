import type { GridRow } from "#lib/reports/figure-rows";
import styles from "./cell-panel.module.css";

/** Opens the panel of a cell (CellPanelHost listens), and says what was said of it. */
export function CellButton({ row: { indicator, said } }: { row: Pick<GridRow, "indicator" | "said"> }) {
  const words = [
    said?.followUps ? `⚑ ${said.followUps} cần theo dõi` : "",
    said?.comments ? `${said.comments} trao đổi` : "",
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={`btn btn-quiet ${styles.button} ${said?.followUps ? styles.flagged : ""}`}
      data-cell={`figures.${indicator.id}`}
      aria-label={`Lịch sử, trao đổi, minh chứng ô ${indicator.id}${words.length > 0 ? `: ${words.join(", ")}` : ""}`}
      title="Lịch sử, trao đổi, minh chứng (F4)"
    >
      {words.length > 0 ? words.join(" · ") : "⋯"}
    </button>
  );
}
