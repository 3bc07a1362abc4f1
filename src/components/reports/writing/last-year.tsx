import { useEffect, useRef } from "react";
import { narrativeBlocks } from "#lib/reports/narrative-text";
import { textOfBlock } from "#lib/reports/narratives/insert";
import { NarrativeBlockText } from "./narrative-read.tsx";

/** From this width on, last year's text stands beside; below, it is folded. */
const BESIDE = "(min-width: 900px)";

/** What the unit wrote last year, each paragraph one press away from this year's text. */
export function LastYear({ text, onCopy }: { text: string; onCopy: (paragraph: string) => void }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current) box.current.open = window.matchMedia(BESIDE).matches;
  }, []);
  return (
    <details ref={box} className="last-year">
      <summary>Nội dung năm trước</summary>
      {narrativeBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an accepted text does not change
        <div key={index} className="last-year-block">
          <NarrativeBlockText block={block} />
          <button
            type="button"
            className="btn btn-quiet"
            aria-label={`Chép vào bài: ${textOfBlock(block).slice(0, 40)}…`}
            onClick={() => onCopy(textOfBlock(block))}
          >
            Chép vào
          </button>
        </div>
      ))}
    </details>
  );
}
