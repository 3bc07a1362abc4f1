import { Tag } from "#components/ui/tag";
import { kindLabels, meansLabels, outcomeLabels, phaseLabels } from "#lib/councils/labels";
import { phaseOf } from "#lib/councils/rules";
import type { BallotRow, Item } from "#lib/councils/sessions/queries";
import { printShare } from "#lib/text";

/** Where the ballot on a dossier stands, and what it came to. Votes, base and ratio are always shown together. */
export function BallotState({ ballot, cast }: { ballot: BallotRow | null; cast?: number | undefined }) {
  if (!ballot) return <span className="quiet">Chưa bỏ phiếu</span>;
  const { word, shape, tone } = phaseLabels[phaseOf(ballot)];
  const written = ballot.slips.filter((slip) => slip.written).length;
  const slips = ballot.slips.length - written;
  return (
    <div>
      {ballot.result ? (
        <Result ballot={ballot} />
      ) : (
        <>
          <Tag tone={tone} shape={shape}>
            {word}
          </Tag>
          <p className="small quiet">
            {kindLabels[ballot.kind]}, {ballot.kind === "secret" && `${meansLabels[ballot.means]}, `}
            {phaseOf(ballot) === "handingOut"
              ? `đã phát ${slips} phiếu`
              : ballot.kind === "open"
                ? `${slips + written} ý kiến`
                : `${slips} phiếu đã phát`}
            {cast !== undefined && `, ${cast} phiếu trong hòm`}
            {ballot.kind === "secret" && written > 0 && `, ${written} ý kiến bằng văn bản`}
          </p>
        </>
      )}
    </div>
  );
}

function Result({ ballot }: { ballot: BallotRow }) {
  const { result, override } = ballot;
  if (!result) return null;
  return (
    <>
      <Tag tone={result.passed ? "good" : "still"} shape={result.passed ? "✓" : "–"}>
        {result.passed ? "Đạt tỷ lệ" : "Không đạt tỷ lệ"}
      </Tag>
      <p className="small">
        <b className="figures">
          {result.inFavour}/{result.base}
        </b>{" "}
        đồng ý ({printShare(result.inFavour, result.base)}), cần {result.needed}; {result.against} không đồng ý,{" "}
        {result.invalid} trắng hoặc không hợp lệ
      </p>
      <p className="small quiet">
        phát ra {result.handedOut}, thu vào {result.cast}
        {result.written > 0 && `, trong đó ${result.written} ý kiến bằng văn bản`}
      </p>
      {override && (
        <p className="small">
          <Tag tone="care" shape="!">
            Chủ tịch kết luận: {override.passed ? "thông qua" : "không thông qua"}
          </Tag>{" "}
          {override.reason} ({override.name})
        </p>
      )}
    </>
  );
}

/** What the council concluded, and by what. */
export function OutcomeTag({ outcome }: Pick<Item, "outcome">) {
  if (!outcome) return null;
  return (
    <p className="small">
      <Tag tone={outcome.passed ? "good" : "still"} shape={outcome.passed ? "✓" : "–"}>
        {outcome.by === "takenOff" ? "Đưa ra khỏi chương trình" : outcome.passed ? "Thông qua" : "Không thông qua"}
      </Tag>{" "}
      {outcomeLabels[outcome.by]}
      {outcome.rank && ` (thứ ${outcome.rank})`}
    </p>
  );
}
