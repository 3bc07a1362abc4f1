"use client";

import { useCallback, useEffect, useState } from "react";
import type { EvidenceView } from "#lib/reports/evidence/queries";

const LOOK_AGAIN_MS = 5_000;
const MOST_LOOKS = 24;

/** The evidence of one place: what the page brought, or what the server says; read anew while something waits for its scan. */
export function useEvidence(address: string, initial?: EvidenceView) {
  const [view, setView] = useState<EvidenceView | null>(initial ?? null);
  const [problem, setProblem] = useState("");
  const [looks, setLooks] = useState(0);

  const reload = useCallback(async () => {
    const answer = await readEvidence(address);
    if ("problem" in answer) return setProblem(answer.problem);
    setProblem("");
    setView(answer);
  }, [address]);

  useEffect(() => {
    if (initial) setView(initial); // the page was read anew
  }, [initial]);
  const isMissing = view === null;
  useEffect(() => {
    if (isMissing) void reload();
  }, [isMissing, reload]);

  const waits = view?.items.some(({ state }) => state === "waitsForScan") ?? false;
  useEffect(() => {
    if (!waits || looks >= MOST_LOOKS) return;
    const timer = setTimeout(() => {
      setLooks(looks + 1);
      void reload();
    }, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [waits, looks, reload]);

  return { view, problem, reload };
}

const NO_LINE = "Mất kết nối nên chưa đọc được danh sách tài liệu.";

async function readEvidence(address: string): Promise<EvidenceView | { problem: string }> {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    const answer = await response.json();
    return response.ok ? answer : { problem: answer.message };
  } catch {
    return { problem: NO_LINE };
  }
}
