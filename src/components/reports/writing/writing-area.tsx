import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from "react";
import type { Hint } from "#lib/reports/narratives/hint";
import { hintsOf } from "#lib/reports/narratives/hints";
import { continueList } from "#lib/reports/narratives/lists";
import { cleanPaste } from "#lib/reports/narratives/pasted";
import { clean } from "#lib/text";
import { Count } from "./count.tsx";
import { HintList } from "./hint-list.tsx";
import { applyEdit } from "./text-edit.ts";
import { useHints } from "./use-hints.ts";

type Props = {
  area: RefObject<HTMLTextAreaElement | null>;
  id: string;
  name: string;
  text: string;
  limit: number;
  rows: number;
  /** where no visible label stands */
  label?: string;
  placeholder?: string;
  /** names of agencies to spell right, beside those of the campaign */
  agencies: string[];
  onWrite: (text: string) => void;
  onLeave: () => void;
  /** how the saving stands */
  note: ReactNode;
};

/** A text box for plain paragraphs and lists: Enter goes on with a list, what is pasted is cleaned, hints stand below. */
export function WritingArea({ area, text: stored, limit, label, agencies, onWrite, onLeave, note, ...box }: Props) {
  const noteId = useId();
  const [typed, setTyped] = useState(stored);
  // What is stored is trimmed: the space or new line typed last must stay all the same.
  const text = clean(typed) === clean(stored) ? typed : stored;
  const [said, setSaid] = useState("");
  const { hints, dismiss } = useHints(text, agencies);

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "F7" || (event.key === "." && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      const hint = nextHint(hints, event.currentTarget.selectionStart);
      if (hint) act(hint);
    }
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const edit = continueList(text, event.currentTarget.selectionStart, event.currentTarget.selectionEnd);
    if (!edit) return;
    event.preventDefault();
    applyEdit(event.currentTarget, edit);
  }

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const plain = event.clipboardData.getData("text/plain");
    const cleaned = cleanPaste(event.clipboardData.getData("text/html"), plain);
    if (cleaned === "" || cleaned === plain) return;
    event.preventDefault();
    const { selectionStart: from, selectionEnd: to } = event.currentTarget;
    applyEdit(event.currentTarget, { from, to, insert: cleaned, caret: from + cleaned.length });
    setSaid("Đã dán thành đoạn văn và danh sách, bỏ định dạng. Ctrl + Z để trả lại.");
  }

  /** Takes what is right, or shows the passage where only the writer can tell. The text may have gone on since the hint was made. */
  function act(hint: Hint) {
    const now = hintsOf(area.current?.value ?? "", agencies)
      .filter((each) => isSame(each, hint))
      .sort((a, b) => Math.abs(a.from - hint.from) - Math.abs(b.from - hint.from))[0];
    if (!area.current || !now) return;
    if (now.right === null) return show(now);
    applyEdit(area.current, { ...now, insert: now.right, caret: now.from + now.right.length });
    setSaid(`Đã sửa “${now.written}” thành “${now.right}”. Ctrl + Z để trả lại.`);
  }

  function show({ from, to, message }: Hint) {
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
    setSaid(message);
  }

  return (
    <div className="writing-box">
      <textarea
        {...box}
        ref={area}
        className="input"
        aria-label={label}
        aria-describedby={noteId}
        aria-keyshortcuts="F7 Control+."
        value={text}
        onChange={(event) => {
          setSaid("");
          setTyped(event.target.value);
          onWrite(event.target.value);
        }}
        onKeyDown={press}
        onPaste={paste}
        onBlur={onLeave}
      />
      <p id={noteId} className="hint">
        <Count text={text} limit={limit} /> <span aria-live="polite">{note}</span>
      </p>
      <p role="status" className="hint">
        {said}
      </p>
      {hints.length > 0 && <HintList hints={hints} onShow={show} onFix={act} onDismiss={dismiss} />}
    </div>
  );
}

const isSame = (a: Hint, b: Hint) => a.written === b.written && a.right === b.right && a.kind === b.kind;

/** The hint at the caret or after it; at the end the first again. */
const nextHint = (hints: Hint[], caret: number) => hints.find(({ to }) => to >= caret) ?? hints[0];
