import { type NarrativeBlock, narrativeBlocks } from "#lib/reports/narrative-text";

/** A narrative to read: its paragraphs and lists as they were written. */
export const NarrativeRead = ({ text }: { text: string | undefined }) => (
  <div className="prose">
    {text ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is all that a paragraph is known by
      narrativeBlocks(text).map((block, index) => <NarrativeBlockText key={index} block={block} />)
    ) : (
      <p className="quiet">Không có nội dung.</p>
    )}
  </div>
);

/** One paragraph or list; what an item was marked with stays as written. */
export function NarrativeBlockText({ block }: { block: NarrativeBlock }) {
  if (block.kind === "paragraph") return <p>{block.text}</p>;
  return (
    <ul className="written-list">
      {block.items.map(({ marker, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be two items
        <li key={index} data-level={marker === "+" ? 2 : 1}>
          <span>{marker === "-" ? "–" : marker}</span> {text}
        </li>
      ))}
    </ul>
  );
}
