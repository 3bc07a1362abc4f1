"use client";

import { useEffect, useState } from "react";

const SAID = "campaign:said";
const SHOWN_FOR_MS = 10_000;

/** Tells what has just been done, wherever the person is by then. */
export const say = (message: string) => window.dispatchEvent(new CustomEvent(SAID, { detail: message }));

/** The one place where `say` is seen and read aloud. It stands in the root layout, so that it outlives a change of page. */
export function Flash() {
  const [message, setMessage] = useState("");

  useEffect(() => {
    const show = (event: Event) => setMessage((event as CustomEvent<string>).detail);
    window.addEventListener(SAID, show);
    return () => window.removeEventListener(SAID, show);
  }, []);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(""), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [message]);

  return (
    <div role="status">
      {message && (
        <div className="notice notice-good flash">
          <span data-shape="✓">{message}</span>
          <button type="button" className="btn btn-quiet" onClick={() => setMessage("")}>
            Đóng
          </button>
        </div>
      )}
    </div>
  );
}
