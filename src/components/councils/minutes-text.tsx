import { type Choice, choiceLabels } from "#lib/councils/labels";
import type { Minutes, MinutesItem, MinutesMember } from "#lib/councils/minutes";
import { printInstant } from "#lib/dates";

/** The minutes to read and to print, before they are laid out as a document. */
export function MinutesText({ minutes }: { minutes: Minutes }) {
  const { councilName, title, meetsAt, place, members, present, absent, quorum, chair, secretary, items, closedAt } =
    minutes;
  return (
    <div className="prose">
      <p>
        {councilName} họp {title} lúc {printInstant(meetsAt)}
        {place && `, tại ${place}`}.
      </p>
      <h2>1. Thành phần</h2>
      <p>
        Có mặt {present.length}/{members} thành viên. {quorum}.{chair && ` Chủ trì: ${chair}.`}{" "}
        {secretary && `Thư ký: ${secretary}.`}
      </p>
      <ul>
        {present.map((member) => (
          <li key={member.name + member.post}>{printMember(member)}</li>
        ))}
      </ul>
      {absent.length > 0 && (
        <>
          <p>Vắng mặt {absent.length} thành viên:</p>
          <ul>
            {absent.map((member) => (
              <li key={member.name + member.post}>
                {printMember(member)}
                {member.reason && `; lý do: ${member.reason}`}
                {member.written && "; có ý kiến bằng văn bản"}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>2. Kết quả xét khen thưởng</h2>
      {items.map((item) => (
        <ItemText key={item.subject + item.awardName} item={item} />
      ))}
      {closedAt && <p>Phiên họp kết luận lúc {printInstant(closedAt)}.</p>}
    </div>
  );
}

const printMember = ({ name, role, post, standsFor }: MinutesMember) =>
  `${name}, ${role}, ${post}${standsFor ? ` (dự họp thay ${standsFor} theo ủy quyền)` : ""}`;

function ItemText({ item }: { item: MinutesItem }) {
  const { subject, awardName, proposer, achievement, publicity, recused, ballot, named, override, dissent, outcome } =
    item;
  return (
    <section>
      <h3>
        {subject} – {awardName}
      </h3>
      <p>
        {proposer} đề nghị. {achievement}
      </p>
      {publicity.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {recused.length > 0 && (
        <p>
          Không tham gia bỏ phiếu:{" "}
          {recused.map(({ name, reason, declared }) => `${name} (${reason}${declared ? ", tự khai" : ""})`).join("; ")}.
        </p>
      )}
      {ballot ? (
        <p>
          {ballot.kind}: phát ra {ballot.handedOut} phiếu, thu vào {ballot.cast}
          {ballot.written > 0 && ` (có ${ballot.written} ý kiến bằng văn bản)`}; đồng ý {ballot.inFavour}, không đồng ý{" "}
          {ballot.against}, trắng hoặc không hợp lệ {ballot.invalid}. Tỷ lệ đồng ý {ballot.inFavour}/{ballot.base} (
          {ballot.ratio}); cần {ballot.rule}, tức {ballot.needed} phiếu:{" "}
          <strong>{ballot.passed ? "đạt" : "không đạt"}</strong>.
        </p>
      ) : (
        <p>Chưa kiểm phiếu.</p>
      )}
      {named.length > 0 && (
        <p>
          {named
            .map(
              ({ name, choice, written }) =>
                `${name}: ${choiceLabels[choice as Choice].toLowerCase()}${written ? " (bằng văn bản)" : ""}`,
            )
            .join("; ")}
          .
        </p>
      )}
      {override && (
        <p>
          Chủ tịch hội đồng {override.name} kết luận khác với kết quả kiểm phiếu:{" "}
          <strong>{override.passed ? "thông qua" : "không thông qua"}</strong>. Lý do: {override.reason}
        </p>
      )}
      {dissent && <p>Ý kiến khác: {dissent}</p>}
      {outcome && (
        <p>
          Kết luận: <strong>{outcome.passed ? "thông qua" : "không thông qua"}</strong>, {outcome.by}.
        </p>
      )}
    </section>
  );
}
