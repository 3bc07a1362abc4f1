import { Tag } from "#components/ui/tag";
import { markLabels } from "#lib/awards/labels";
import type { Valued } from "#lib/awards/rule-set";
import type { BallotRule } from "#lib/councils/ballots/tally";
import { printFraction } from "#lib/councils/rules";

/** How well a value of the law is known, where it is not plainly found; with its source. */
export function Known({ mark, source }: Pick<Valued<unknown>, "mark" | "source">) {
  const { word, shape, tone } = markLabels[mark];
  return (
    <>
      <span className="quiet small">({source})</span>{" "}
      {mark !== "found" && (
        <Tag tone={tone} shape={shape}>
          {word}
        </Tag>
      )}
    </>
  );
}

/** “Cần ít nhất 2/3 tổng số thành viên (…)” */
export function Threshold({ threshold }: Pick<BallotRule, "threshold">) {
  if (!threshold.value) return <Known {...threshold} />;
  return (
    <>
      Cần ít nhất {printFraction(threshold.value)}{" "}
      {threshold.value.base === "allMembers" ? "tổng số thành viên" : "số thành viên dự họp và có ý kiến bằng văn bản"}{" "}
      <Known {...threshold} />
    </>
  );
}

/** What those who do not vote do to the base, said only where there are any. */
export function RecusalRule({ rule: { recusal, heads } }: { rule: BallotRule }) {
  if (heads.recused === 0) return null;
  return (
    <p>
      {heads.recused} thành viên không bỏ phiếu{" "}
      {recusal.value === "leavesBase" ? "không tính vào mẫu số" : "vẫn tính vào mẫu số"} <Known {...recusal} />
    </p>
  );
}
