export type Tone = "good" | "wait" | "care" | "wrong" | "still" | "extended";

/** A state: its word, its shape and its colour. `title` says who made it so and since when. */
export function Tag({
  tone,
  shape,
  title,
  children,
}: {
  tone: Tone;
  shape?: string;
  title?: string;
  children: React.ReactNode;
}) {
  return (
    <span className={`tag tag-${tone}`} data-shape={shape} title={title}>
      {children}
    </span>
  );
}
