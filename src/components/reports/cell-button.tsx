import type { GridRow } from "#lib/reports/figure-rows";
import styles from "./cell-panel.module.css";

/**
 * Opens the panel of a cell (CellPanelHost listens), and says what was said of it.
 * In a grid to write it takes `tabIndex` -1: Tab goes from value to value, the arrows and F4 reach it.
 */
export function CellButton({
  row: { indicator, said },
  tabIndex,
}: {
  row: Pick<GridRow, "indicator" | "said">;
  tabIndex?: -1;
}) {
  const words = [
    said?.followUps ? `⚑ ${said.followUps} cần theo dõi` : "",
    said?.comments ? `${said.comments} trao đổi` : "",
  ].filter(Boolean);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={`btn btn-quiet ${styles.button} ${said?.followUps ? styles.flagged : ""}`}
      data-cell={`figures.${indicator.id}`}
      aria-label={`Lịch sử, trao đổi, minh chứng ô ${indicator.id}${words.length > 0 ? `: ${words.join(", ")}` : ""}`}
      title="Lịch sử, trao đổi, minh chứng (F4)"
    >
      {words.length > 0 ? words.join(" · ") : "⋯"}
    </button>
  );
}
