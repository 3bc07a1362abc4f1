import { differences } from "#lib/reports/narratives/differences";
import { NarrativeRead } from "./narrative-read.tsx";

/** A text beside the version before it: what is new and what is gone, by mark, word and colour; the plain text one press away. */
function ChangedText({ before, after }: { before: string; after: string }) {
  return (
    <>
      <p className="prose pre changed-text">
        {differences(before, after).map(({ kind, text }, index) => {
          if (kind === "same") return text;
          const Mark = kind === "added" ? "ins" : "del";
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes
            <Mark key={index}>
              <span className="sr-only">{kind === "added" ? " [thêm: " : " [bỏ: "}</span>
              {text}
              <span className="sr-only">] </span>
            </Mark>
          );
        })}
      </p>
      {after && (
        <details>
          <summary>Đọc bản mới không đánh dấu</summary>
          <NarrativeRead text={after} />
        </details>
      )}
    </>
  );
}

/** The text as it stands, or what changed in it since version `number`. */
export function TextOrChange({
  text,
  before,
}: {
  text: string | undefined;
  before: { number: number; text: string | undefined } | null;
}) {
  if (!before || (before.text ?? "") === (text ?? "")) return <NarrativeRead text={text} />;
  return (
    <>
      <p className="changed-since">✎ Đã sửa so với bản {before.number}</p>
      <ChangedText before={before.text ?? ""} after={text ?? ""} />
    </>
  );
}
