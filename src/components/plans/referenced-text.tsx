import { passageLabels } from "#lib/plans/labels";
import type { Passage } from "#lib/plans/queries";

/** Text that speaks of other passages by their ids: each id becomes a link that says what stands there. */
export function ReferencedText({ text, passages }: { text: string; passages: Pick<Passage, "id" | "kind">[] }) {
  const kinds = new Map(passages.map(({ id, kind }) => [id, kind]));
  return text.split(/\b([a-z]{2}(?:-[a-z0-9]+)+)\b/).map((part, index) => {
    const kind = kinds.get(part);
    if (!kind) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text, never reordered
      <a key={index} href={`#${part}`}>
        mục {passageLabels[kind].toLowerCase()}
      </a>
    );
  });
}
