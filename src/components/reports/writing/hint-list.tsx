import type { Hint, HintKind } from "#lib/reports/narratives/hint";

const kinds: Record<HintKind, { shape: string; word: string }> = {
  name: { shape: "✎", word: "Tên, số văn bản" },
  secret: { shape: "⚠", word: "Bí mật nhà nước" },
  personal: { shape: "⚠", word: "Dữ liệu cá nhân" },
};

type Props = {
  hints: Hint[];
  onShow: (hint: Hint) => void;
  onFix: (hint: Hint) => void;
  onDismiss: (hint: Hint) => void;
};

/** What is worth a second look in the text above: where, why, and what would be right. Nothing here stops the writer. */
export function HintList({ hints, onShow, onFix, onDismiss }: Props) {
  return (
    <ul className="hints">
      {hints.map((hint) => (
        <li key={`${hint.from} ${hint.written}`} className={`writing-hint writing-hint-${hint.kind}`}>
          <span className="writing-hint-kind">
            <span aria-hidden="true">{kinds[hint.kind].shape}</span> {kinds[hint.kind].word}
          </span>
          <span>
            <button type="button" className="passage" title="Xem chỗ này trong bài" onClick={() => onShow(hint)}>
              “{shortened(hint.written)}”
            </button>{" "}
            {hint.message}
          </span>
          <span className="writing-hint-acts">
            {hint.right !== null && (
              <button
                type="button"
                className="btn"
                aria-label={`Sửa thành “${hint.right}”`}
                onClick={() => onFix(hint)}
              >
                Sửa
              </button>
            )}
            <button
              type="button"
              className="btn btn-quiet"
              aria-label={`Bỏ qua gợi ý “${hint.written}”`}
              onClick={() => onDismiss(hint)}
            >
              Bỏ qua
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

const LONGEST = 60;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
