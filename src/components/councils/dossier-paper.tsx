import { reportParts } from "#lib/awards/nominations/dossier";
import type { NominationRow } from "#lib/awards/nominations/queries";
import type { AwardRule } from "#lib/awards/rule-set";
import type { PublicityResult } from "#lib/councils/sessions/queries";
import { printDay } from "#lib/dates";
import { Known, Threshold } from "./rule-words.tsx";

type Props = { nomination: NominationRow; award: AwardRule | undefined; publicity: PublicityResult[] };

/** The dossier as the council reads it: nothing here can be changed. */
export function DossierPaper({ nomination, award, publicity }: Props) {
  return (
    <>
      <dl className="facts">
        <dt>Thành tích</dt>
        <dd>{nomination.achievement}</dd>
        <dt>Thời gian lập thành tích</dt>
        <dd>
          {printDay(nomination.achievedFrom)} đến {printDay(nomination.achievedTo)}
        </dd>
        {nomination.subjectDescription && (
          <>
            <dt>Đơn vị, chức vụ</dt>
            <dd>{nomination.subjectDescription}</dd>
          </>
        )}
        <dt>Kết luận thẩm định</dt>
        <dd>{nomination.appraisal ?? <span className="quiet">chưa ghi</span>}</dd>
        {award && (
          <>
            <dt>Tỷ lệ phiếu cần đạt</dt>
            <dd>
              <Threshold threshold={award.threshold} />
            </dd>
            <dt>Cách bỏ phiếu</dt>
            <dd>
              {award.ballot.value === "secret"
                ? "Bỏ phiếu kín"
                : award.ballot.value === "open"
                  ? "Biểu quyết công khai"
                  : "Không ấn định"}{" "}
              <Known {...award.ballot} />
            </dd>
          </>
        )}
        <dt>Công khai</dt>
        <dd>
          {publicity.length === 0 && <span className="quiet">Không có danh sách công khai nào.</span>}
          {publicity.map(({ place, startsOn, endsOn, feedback, isComplaint }) => (
            <p key={startsOn + place}>
              {place}, {printDay(startsOn)} đến {printDay(endsOn)}: {feedback ?? "không có ý kiến"}
              {isComplaint && " (có khiếu nại, tố cáo)"}
            </p>
          ))}
        </dd>
      </dl>
      <section className="section prose" aria-labelledby="report">
        <h2 id="report">Báo cáo thành tích</h2>
        {reportParts.map(({ id, title }) => {
          const text = nomination.report[id];
          return (
            text && (
              <section key={id}>
                <h3>{title}</h3>
                <p className="pre">{text}</p>
              </section>
            )
          );
        })}
        {Object.keys(nomination.report).length === 0 && (
          <p className="quiet">Hồ sơ không có báo cáo viết trong hệ thống.</p>
        )}
      </section>
      {(nomination.facts.facts ?? []).length > 0 && (
        <section className="section" aria-labelledby="facts">
          <h2 id="facts">Số liệu đã được tiếp nhận</h2>
          <dl className="facts">
            {(nomination.facts.facts ?? []).map(({ id, label, value, source }) => [
              <dt key={`${id} label`}>{label}</dt>,
              <dd key={`${id} value`}>
                {value} <span className="quiet small">({source})</span>
              </dd>,
            ])}
          </dl>
        </section>
      )}
    </>
  );
}
