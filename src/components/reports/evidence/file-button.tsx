"use client";

import { type ReactNode, useRef } from "react";
import { accepted } from "#lib/reports/evidence/names";

type Props = { multiple?: boolean; accept?: string; onPick: (files: File[]) => void; children: ReactNode };

/** A button that lets choose files. The browser's own control has English words and stays hidden. */
export function FileButton({ multiple = false, accept = accepted, onPick, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = ""; // so that the same file can be chosen again
          if (files.length > 0) onPick(files);
        }}
      />
    </>
  );
}
