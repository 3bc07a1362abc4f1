"use client";
import { useEffect, useState } from "react";
import { useDesk } from "#components/reports/draft-saver";
import { keepForOffline } from "#lib/reports/entry/offline";
import type { Saving } from "#lib/reports/entry/saving";
import { ASSESSMENT, NARRATIVES } from "#lib/reports/form";
import { Presence } from "./presence.tsx";

/** One line on how the saving stands, whether the pages open without a line, and who else is here. */
export function DeskLine({ sectionId, build }: { sectionId: string; build: string }) {
  const { saving } = useDesk();
  const isReady = useOffline(build);
  const { text, isNews } = wordsOf(saving);
  return (
    <div className="desk-line">
      <p>
        {!isNews && text}
        <span role="status">{isNews && text}</span>
        {isReady && <span className="quiet"> Báo cáo này mở và nhập được cả khi mất mạng.</span>}
      </p>
      {saving.problem && (
        <p className="notice notice-wrong" role="alert">
          {saving.problem}
        </p>
      )}
      {!saving.isKept && (
        <p className="notice notice-care">
          Trình duyệt này không cho giữ dữ liệu tạm (chế độ riêng tư hoặc hết chỗ). Đừng đóng trang khi còn ô chờ gửi.
        </p>
      )}
      <Presence sectionId={sectionId} />
    </div>
  );
}

/** Losing the line and getting it back is read aloud; every save would be noise. */
function wordsOf({ outbox, line }: Saving): { text: string; isNews: boolean } {
  const changes = Object.values(outbox);
  const held = changes.filter(({ problem, theirs }) => problem !== undefined || theirs !== undefined).length;
  const typing = changes.filter((change) => change.typing && !change.theirs).length;
  const waiting = changes.length - held - typing;
  const rest = held > 0 ? ` ${held} ô cần đồng chí xem lại.` : "";
  if (line === "open" && waiting > 0) return { text: `… Đang lưu ${waiting} ô.${rest}`, isNews: false };
  if (typing > 0 && waiting + held === 0) return { text: "✎ Đang nhập; ô tự lưu khi rời ô.", isNews: false };
  if (line === "open" || waiting === 0) {
    return {
      text: held > 0 ? `! Máy chủ đã có các thay đổi khác.${rest}` : "✓ Máy chủ đã có mọi thay đổi.",
      isNews: false,
    };
  }
  const why = line === "signedOut" ? "Phiên làm việc đã hết" : line === "lost" ? "Chờ mạng" : "Chưa gửi được";
  return {
    text: `⧗ ${why}: ${waiting} ô chưa lên máy chủ, đang được giữ trong trình duyệt này và sẽ tự gửi.${rest}`,
    isNews: true,
  };
}

const AFTER_LOAD_MS = 3_000;

/** Keeps every section of the report for offline use once the page has come to rest. */
function useOffline(build: string) {
  const { entry } = useDesk();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const sections = [...entry.checked.form.sections.map(({ id }) => id), NARRATIVES, ASSESSMENT];
    const pages = sections.map((id) => `/reports/${entry.reportId}/sections/${id}`);
    const timer = setTimeout(() => {
      keepForOffline(build, entry.person.id, pages, () => setReady(true)).catch(() => setReady(false)); // refused by the browser: the line stays needed
    }, AFTER_LOAD_MS);
    return () => clearTimeout(timer);
  }, [build, entry]);
  return isReady;
}
