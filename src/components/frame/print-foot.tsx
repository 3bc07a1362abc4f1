"use client";

import { useEffect } from "react";
import { printInstant } from "#lib/dates";

/** Puts the address, the time of printing and the page number at the foot of every printed sheet. */
export function PrintFoot() {
  useEffect(() => {
    const style = document.head.appendChild(document.createElement("style"));
    const fill = () => {
      style.textContent = `@page { @bottom-left { content: ${quote(`${window.location.href} · in lúc ${printInstant(new Date())}`)}; font: 8pt sans-serif } @bottom-right { content: counter(page) "/" counter(pages); font: 8pt sans-serif } }`;
    };
    window.addEventListener("beforeprint", fill);
    return () => {
      window.removeEventListener("beforeprint", fill);
      style.remove();
    };
  }, []);
  return null;
}

const quote = (text: string) =>
  `"${text.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
