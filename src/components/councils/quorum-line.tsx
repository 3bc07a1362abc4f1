import { Notice } from "#components/ui/notice";
import { hasQuorum } from "#lib/awards/count";
import { isMissing, printFraction, type Quorum } from "#lib/councils/rules";
import type { Seat, SessionRow } from "#lib/councils/sessions/queries";
import { printShare } from "#lib/text";
import { Known } from "./rule-words.tsx";

/** Members in the room against the quorum, with where the quorum stands; also when nobody has found it. */
export function QuorumLine({ session, seats, quorum }: { session: SessionRow; seats: Seat[]; quorum: Quorum | null }) {
  const members = session.memberCount ?? seats.length;
  const present = seats.filter(({ state }) => state === "present").length;
  const written = seats.filter(({ state }) => state === "writing").length;
  const isEnough = quorum?.value ? hasQuorum(quorum.value, { members, present }) : quorum?.mark === "found";
  return (
    <Notice
      tone={isEnough ? "good" : "care"}
      title={`Có mặt ${present}/${members} thành viên (${printShare(present, members)})`}
    >
      <p>
        {written > 0 && `${written} thành viên vắng có ý kiến bằng văn bản. `}
        {!quorum && "Chưa có bộ quy định khen thưởng nào có hiệu lực."}
        {quorum && isMissing(quorum) && (
          <>
            Chưa xác minh quy định về số thành viên phải có mặt; thường trực hội đồng ghi tỷ lệ theo quy chế vào{" "}
            <a href="/awards/rules">bộ quy định</a>.{" "}
          </>
        )}
        {quorum && !quorum.value && quorum.mark === "found" && "Quy định không ấn định số thành viên phải có mặt. "}
        {quorum?.value && `Cần ít nhất ${printFraction(quorum.value)} tổng số thành viên. `}
        {quorum && <Known {...quorum} />}
      </p>
    </Notice>
  );
}
