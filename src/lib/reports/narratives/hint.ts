export type HintKind = "name" | "secret" | "personal";

/** Something in a narrative worth a second look; it never stops the writer. Positions count UTF-16 units. */
export type Hint = {
  kind: HintKind;
  from: number;
  to: number;
  /** the passage as it stands */
  written: string;
  /** what would be right, where that can be said */
  right: string | null;
  /** what is unusual, and what to do */
  message: string;
};
