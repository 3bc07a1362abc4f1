import type { Said } from "#lib/reports/figure-rows";
import styles from "./cell-panel.module.css";

type Props = {
  /** “figures.B1”, “narratives.N1”, “assessments.tinh-1” */
  field: string;
  /** “ô B1”, “tiêu chí 3” */
  name: string;
  said: Said | undefined;
  tabIndex?: -1;
};

/**
 * Opens the panel of a cell (CellPanelHost listens), and says what was said of it.
 * In a grid to write it takes `tabIndex` -1: Tab goes from value to value, the arrows and F4 reach it.
 */
export function CellButton({ field, name, said, tabIndex }: Props) {
  const words = [
    said?.followUps ? `⚑ ${said.followUps} cần theo dõi` : "",
    said?.comments ? `${said.comments} trao đổi` : "",
  ].filter(Boolean);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={`btn btn-quiet ${styles.button} ${said?.followUps ? styles.flagged : ""}`}
      data-cell={field}
      aria-label={`Lịch sử, trao đổi ${name}${words.length > 0 ? `: ${words.join(", ")}` : ""}`}
      title="Lịch sử, trao đổi, minh chứng (F4)"
    >
      {words.length > 0 ? words.join(" · ") : "⋯"}
    </button>
  );
}
