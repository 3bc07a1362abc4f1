import type { NominationRow } from "#lib/awards/nominations/queries";
import { printDay } from "#lib/dates";

/** Who proposes what by which rules, and what has come. */
export function NominationFacts({ nomination, rulesTitle }: { nomination: NominationRow; rulesTitle: string | null }) {
  const { agencyName, proposedOn, paperReceivedOn, fileReceivedOn, appraisal, subjectId, subjectDescription } =
    nomination;
  return (
    <dl className="facts">
      <dt>Cơ quan đề nghị</dt>
      <dd>
        {agencyName}
        {proposedOn && `, đề nghị ngày ${printDay(proposedOn)}`}
      </dd>
      <dt>Đối tượng</dt>
      <dd>
        <a className="underline" href={`/awards/subjects/${subjectId}`}>
          {nomination.subjectName}
        </a>
        {subjectDescription && `, ${subjectDescription}`}
      </dd>
      <dt>Bộ quy định</dt>
      <dd>
        {rulesTitle ?? "chưa có"}
        {nomination.ruleSetId
          ? " – giữ theo ngày đề nghị"
          : " – của hôm nay; khi ký tờ trình, hồ sơ giữ bộ quy định của ngày ký"}
      </dd>
      <dt>Hồ sơ đã nhận</dt>
      <dd>
        Bản giấy: {paperReceivedOn ? printDay(paperReceivedOn) : "chưa"}; bản điện tử:{" "}
        {fileReceivedOn ? printDay(fileReceivedOn) : "chưa"}
      </dd>
      {appraisal && (
        <>
          <dt>Ý kiến thẩm định</dt>
          <dd>{appraisal}</dd>
        </>
      )}
    </dl>
  );
}
