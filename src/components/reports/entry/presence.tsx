"use client";
import { useEffect, useState } from "react";
import { useDesk } from "#components/reports/draft-saver";

type Other = { name: string; agencyName?: string; section: string };

const EVERY_MS = 20_000;

/** Who else has this report open; asked only while somebody looks at the page. */
export function Presence({ sectionId }: { sectionId: string }) {
  const { entry } = useDesk();
  const [others, setOthers] = useState<Other[]>([]);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState === "visible" && navigator.onLine)
        setOthers(await othersIn(entry.reportId, sectionId));
    };
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [entry.reportId, sectionId]);
  return (
    <p role="status">
      {others.length > 0 && (
        <>
          Đang cùng mở báo cáo:{" "}
          {others
            .map(
              ({ name, agencyName, section }) =>
                `${name}${agencyName ? `, ${agencyName}` : ""} (phần ${wordOf(section)})`,
            )
            .join("; ")}
          .
        </>
      )}
    </p>
  );
}

const words: Record<string, string> = { narratives: "lời", assessment: "tự đánh giá" };
const wordOf = (section: string) => words[section] ?? section;

async function othersIn(reportId: string, section: string): Promise<Other[]> {
  try {
    const response = await fetch(`/api/reports/${reportId}/presence`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ section }),
    });
    return response.ok ? (await response.json()).data.others : [];
  } catch {
    return []; // no line: nobody can be seen, and that much is said elsewhere
  }
}
