import { type Day, printDay } from "#lib/dates";
import { fold } from "#lib/text";
import { type Check, type EligibilityFacts, type Fact, type Hold, LOOKED_AT } from "./facts.ts";

type Earlier = {
  fact: Fact;
  category: string;
  achievement: string | null;
  achievedFrom: Day | null;
  achievedTo: Day | null;
};

/**
 * One achievement, one award. The same words, or a period wholly inside one already honoured for the campaign, is the same achievement;
 * periods that merely touch need somebody to look. A person's finding that it is another achievement settles only the latter.
 * Source: Luật Thi đua, khen thưởng, Điều 5, khoản 2.
 */
export function oneAward({ nomination, records, others, rules }: EligibilityFacts): Check {
  const nameOf = (awardId: string) => rules.awards.find(({ id }) => id === awardId)?.name ?? awardId;
  const earlier: Earlier[] = [
    ...records
      .filter(({ revokedOn }) => revokedOn === null)
      .map((record) => ({
        ...record,
        fact: {
          words: `${nameOf(record.awardId)}, Quyết định số ${record.decisionNumber} ngày ${printDay(record.decidedOn)} của ${record.decidedBy}${wordsOf(record)}`,
          recordId: record.id,
        },
      })),
    ...others
      .filter(({ id }) => id !== nomination.id)
      .map((other) => ({
        ...other,
        fact: {
          words: `Hồ sơ khác đang xét: ${nameOf(other.awardId)}${wordsOf(other)}`,
          nominationId: other.id,
        },
      })),
  ];
  const same = earlier.filter((one) => isSame(nomination, one));
  const near = earlier.filter((one) => !isSame(nomination, one) && mayBeSame(nomination, one));
  const finding = nomination.checklist[LOOKED_AT.otherAchievement];
  return {
    id: "oneAward",
    ...oneAwardState(same, near, finding),
    source: "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 5, khoản 2",
    mark: "found",
    facts: [...same, ...near].map(({ fact }) => fact),
    stage: "propose",
  };
}

function oneAwardState(
  same: Earlier[],
  near: Earlier[],
  finding: { have: boolean; note?: string | undefined } | undefined,
): Pick<Check, "state" | "sentence"> {
  const [first] = same;
  if (first)
    return {
      state: "notMet",
      sentence: `Thành tích này đã được khen thưởng hoặc đang được đề nghị: ${first.fact.words}. Không tặng nhiều danh hiệu, hình thức cho một thành tích.`,
    };
  if (near.length === 0)
    return { state: "met", sentence: "Chưa có khen thưởng hay đề nghị nào khác cho giai đoạn thành tích này." };
  if (finding?.have && finding.note)
    return { state: "met", sentence: `Có khen thưởng trùng giai đoạn nhưng là thành tích khác: ${finding.note}` };
  return {
    state: "needsEvidence",
    sentence:
      "Có khen thưởng hoặc đề nghị khác trùng giai đoạn thành tích. Hãy nêu rõ vì sao đây là thành tích khác, hoặc rút đề nghị.",
  };
}

type Nominated = EligibilityFacts["nomination"];

function isSame(nomination: Nominated, earlier: Earlier) {
  const words = fold(earlier.achievement ?? "");
  if (words !== "" && words === fold(nomination.achievement)) return overlaps(nomination, earlier) ?? true;
  return (
    nomination.category === "campaign" &&
    earlier.category === "campaign" &&
    earlier.achievedFrom !== null &&
    earlier.achievedTo !== null &&
    earlier.achievedFrom <= nomination.achievedFrom &&
    nomination.achievedTo <= earlier.achievedTo
  );
}

/** Awards without a known period may be for anything of their category. */
const mayBeSame = (nomination: Nominated, earlier: Earlier) =>
  overlaps(nomination, earlier) ?? nomination.category === earlier.category;

/** Null when the earlier period is not known. */
const overlaps = (nomination: Nominated, { achievedFrom, achievedTo }: Earlier) =>
  achievedFrom === null || achievedTo === null
    ? null
    : achievedFrom <= nomination.achievedTo && nomination.achievedFrom <= achievedTo;

const wordsOf = ({ achievement, achievedFrom, achievedTo }: Omit<Earlier, "fact" | "category">) =>
  [
    achievement ? `, thành tích: ${achievement}` : "",
    achievedFrom && achievedTo ? ` (${printDay(achievedFrom)} – ${printDay(achievedTo)})` : " (chưa rõ giai đoạn)",
  ].join("");

const holdKinds: Record<string, string> = {
  discipline: "đang xem xét kỷ luật",
  investigation: "đang bị điều tra",
  inspection: "đang thanh tra",
  audit: "đang kiểm toán",
  complaint: "đang có khiếu nại, tố cáo",
  press: "báo chí nêu, đang xác minh",
};

/**
 * Nothing is proposed or decided while something is looked into; after discipline, achievements count from its end.
 * Source: Nghị định 152/2025/NĐ-CP, Điều 4, khoản 4.
 */
export function holds({ nomination, holds: all }: EligibilityFacts): Check {
  const active = all.filter(({ liftedOn }) => liftedOn === null);
  const disciplined = all.filter(
    ({ liftedOn, conclusion }) =>
      liftedOn !== null && conclusion === "disciplined" && nomination.achievedFrom <= liftedOn,
  );
  return {
    id: "hold",
    ...holdState(active, disciplined),
    source: "Nghị định 152/2025/NĐ-CP, Điều 4, khoản 4",
    mark: "found",
    facts: all.map((hold) => ({ words: told(hold), holdId: hold.id })),
    stage: "propose",
  };
}

function holdState(active: Hold[], disciplined: Hold[]): Pick<Check, "state" | "sentence"> {
  const [current] = active;
  if (current)
    return {
      state: "notMet",
      sentence: `Chưa được đề nghị, xét khen thưởng: ${holdKinds[current.kind] ?? current.kind}. Tiếp tục khi có kết luận không vi phạm.`,
    };
  const ended = disciplined.map(({ liftedOn }) => liftedOn ?? "").sort();
  const last = ended.at(-1);
  if (last)
    return {
      state: "notMet",
      sentence: `Đã bị xử lý kỷ luật: thành tích chỉ tính từ sau ngày ${printDay(last)}. Hãy chọn giai đoạn thành tích bắt đầu sau ngày này.`,
    };
  return { state: "met", sentence: "Không có việc nào đang làm dừng việc xét khen thưởng." };
}

function told({ kind, reason, source, placedOn, liftedOn, conclusion }: Hold) {
  const end =
    liftedOn === null
      ? "chưa kết thúc"
      : `kết thúc ${printDay(liftedOn)}, ${conclusion === "disciplined" ? "bị kỷ luật" : "không vi phạm"}`;
  return `${holdKinds[kind] ?? kind} từ ${printDay(placedOn)} (${end}): ${reason}. Nguồn: ${source}`;
}
