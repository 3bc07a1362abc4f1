import type { SubjectKind } from "#generated/prisma/enums";
import { subjectLabels } from "#lib/awards/labels";
import type { Minutes, MinutesItem } from "#lib/councils/minutes";
import { type Day, dayOf, printDay, printInstant } from "#lib/dates";
import { printNumber } from "#lib/text";
import type { Block, PaperContent } from "../content.ts";
import { capitals, longDay } from "../presentation.ts";
import { awardPaper, type Certificate, type Issuer } from "./content.ts";

// What the papers of an award say. Source of types and parts: Nghị định 30/2020/NĐ-CP, Phụ lục I, III; Nghị định 152/2025/NĐ-CP, Điều 33.

/** Somebody on a list of awards. */
export type Named = {
  name: string;
  kind: SubjectKind;
  about: string | null;
  agencyName: string;
  awardName: string;
  achievement: string;
  bonus?: number | null;
};

const CAMPAIGN = "phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const heading = (text: string): Block => ({ kind: "heading", text });
const centred = (text: string): Block => ({ kind: "words", text, align: "center", bold: true, italic: false });
const ground = (text: string): Block => ({ kind: "words", text, align: "both", bold: false, italic: true });

const header = ["TT", "Tên tập thể, cá nhân, hộ gia đình", "Đơn vị", "Hình thức", "Thành tích"];

/** The list as a table, with one more column where there is something to tell. */
function listOf(named: Named[], last?: { head: string; of: (one: Named) => string }): Block {
  return {
    kind: "grid",
    widths: last ? [9, 42, 34, 25, 30, 20] : [10, 45, 35, 30, 40],
    header: last ? [...header, last.head] : header,
    rows: named.map((one, index) => [
      String(index + 1),
      `${one.name}${one.about ? `, ${one.about}` : ""} (${subjectLabels[one.kind].toLocaleLowerCase("vi")})`,
      one.agencyName,
      one.awardName,
      one.achievement,
      ...(last ? [last.of(one)] : []),
    ]),
  };
}

/** “02 tập thể, 05 cá nhân” */
export function countKinds(named: Pick<Named, "kind">[]): string {
  const kinds: SubjectKind[] = ["collective", "household", "individual"];
  return kinds
    .map((kind) => ({ kind, count: named.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${String(count).padStart(2, "0")} ${subjectLabels[kind].toLocaleLowerCase("vi")}`)
    .join(", ");
}

export type Signing = { lines: string[]; name: string };

/** Tờ trình: who is proposed for what, on what grounds. Its number and day are given by the clerk of documents. */
export function proposalPaper({
  issuer,
  addressee,
  roundTitle,
  rulesTitle,
  named,
  signature,
  today,
}: ProposalSource): PaperContent {
  return awardPaper({
    issuer,
    symbol: "TTr",
    day: null,
    madeOn: today,
    typeName: "TỜ TRÌNH",
    subject: `Về việc đề nghị khen thưởng trong ${CAMPAIGN}`,
    addressees: [addressee],
    opening: [
      `Căn cứ Luật Thi đua, khen thưởng và ${rulesTitle}; căn cứ ${roundTitle}; căn cứ thành tích của các tập thể, cá nhân, hộ gia đình, ${issuer.name} đề nghị khen thưởng ${countKinds(named)} có tên sau đây:`,
    ],
    body: [
      listOf(named),
      paragraph(`${issuer.name} chịu trách nhiệm về tính chính xác của thành tích và hồ sơ đề nghị.`),
    ],
    closing: `Kính trình ${addressee} xem xét, quyết định./.`,
    copies: ["Như trên", "Lưu: VT"],
    signature,
    isDraft: true,
  });
}

export type ProposalSource = {
  issuer: Issuer;
  addressee: string;
  roundTitle: string;
  rulesTitle: string;
  named: Named[];
  signature: Signing;
  today: Day;
};

export type DecisionSource = {
  issuer: Issuer;
  decidedBy: string;
  /** null while it is a draft without number */
  number: string | null;
  decidedOn: Day | null;
  title: string;
  named: Named[];
  council: string | null;
  signature: Signing;
  today: Day;
};

/** Quyết định khen thưởng, with its list below. */
export function decisionPaper({
  issuer,
  decidedBy,
  number,
  decidedOn,
  title,
  named,
  council,
  signature,
  today,
}: DecisionSource) {
  const awards = [...new Set(named.map(({ awardName }) => awardName))];
  return awardPaper({
    issuer,
    symbol: "QĐ",
    number: number ?? undefined,
    day: decidedOn,
    madeOn: decidedOn ?? today,
    typeName: "QUYẾT ĐỊNH",
    subject: title,
    body: [
      centred(capitals(decidedBy)),
      ground("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;"),
      ground("Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ;"),
      ...(council ? [ground(`Căn cứ kết luận của ${council};`)] : []),
      ground("Theo đề nghị của cơ quan thường trực thi đua, khen thưởng."),
      centred("QUYẾT ĐỊNH:"),
      heading("Điều 1."),
      paragraph(
        `Tặng ${awards.join(", ")} cho ${countKinds(named)} đã có thành tích trong ${CAMPAIGN} (có danh sách kèm theo).`,
      ),
      heading("Điều 2."),
      paragraph(
        "Tiền thưởng kèm theo hình thức khen thưởng thực hiện theo Điều 49 Nghị định số 152/2025/NĐ-CP và tính theo mức lương cơ sở có hiệu lực tại ngày ký Quyết định này.",
      ),
      heading("Điều 3."),
      paragraph(
        "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan và các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
      ),
      centred("DANH SÁCH ĐƯỢC KHEN THƯỞNG"),
      listOf(named, bonusColumn(named)),
    ],
    copies: ["Như Điều 3", "Lưu: VT"],
    signature,
    isDraft: number === null,
  });
}

const bonusColumn = (named: Named[]) =>
  named.some(({ bonus }) => bonus !== undefined)
    ? { head: "Tiền thưởng (đ)", of: ({ bonus }: Named) => (bonus == null ? "chưa tính" : printNumber(bonus)) }
    : undefined;

/** Danh sách kèm theo, as a paper of its own. */
export const listPaper = ({ issuer, number, decidedOn, title, named, signature, today }: DecisionSource) =>
  awardPaper({
    issuer,
    symbol: "QĐ",
    number: number ?? undefined,
    day: decidedOn,
    madeOn: decidedOn ?? today,
    typeName: "DANH SÁCH",
    subject: `Kèm theo Quyết định ${title.charAt(0).toLocaleLowerCase("vi")}${title.slice(1)}`,
    body: [listOf(named, bonusColumn(named)), paragraph(`Tổng số: ${countKinds(named)}.`)],
    copies: ["Lưu: VT"],
    signature,
    isDraft: number === null,
  });

/** A sheet for everybody a decision names. */
export const certificatesOf = ({
  issuer,
  decidedBy,
  number,
  decidedOn,
  named,
  signature,
}: DecisionSource): Certificate[] =>
  named.map((one) => ({
    decider: capitals(decidedBy),
    award: capitals(
      /giấy khen/i.test(one.awardName) ? "Giấy khen" : /bằng khen/i.test(one.awardName) ? "Bằng khen" : one.awardName,
    ),
    name: capitals(one.name),
    about: one.about ? `${one.about}, ${one.agencyName}` : one.agencyName,
    achievement: one.achievement,
    placeAndDay: `${issuer.place}, ${decidedOn ? longDay(decidedOn) : "ngày … tháng … năm ……"}`,
    signatureLines: signature.lines,
    signer: signature.name,
    decision: `Quyết định số: ${number ?? "……"}${decidedOn ? ` ngày ${printDay(decidedOn)}` : ""}. Vào sổ khen thưởng số: ……`,
    isDraft: number === null,
  }));

/** Biên bản họp hội đồng: attendance, absentees, publicity, votes with their ratio, dissent, conclusions. Source: NĐ 152/2025/NĐ-CP, Điều 33, khoản 5. */
export function minutesPaper(minutes: Minutes, issuer: Issuer, { isFinal, today }: { isFinal: boolean; today: Day }) {
  const { present, absent, members, items } = minutes;
  const line = (text: string): Block => paragraph(text);
  return awardPaper({
    issuer: { ...issuer, superior: issuer.name, name: minutes.councilName },
    symbol: "BB",
    day: dayOf(minutes.meetsAt),
    madeOn: minutes.closedAt ? dayOf(minutes.closedAt) : today,
    typeName: "BIÊN BẢN",
    subject: minutes.title,
    body: [
      line(
        `Thời gian: khai mạc ${minutes.openedAt ? printInstant(minutes.openedAt) : "……"}, kết thúc ${minutes.closedAt ? printInstant(minutes.closedAt) : "……"}. Địa điểm: ${minutes.place ?? "……"}.`,
      ),
      heading("I. Thành phần"),
      line(`Tổng số thành viên: ${members}; có mặt ${present.length}; vắng ${absent.length}. ${minutes.quorum}.`),
      {
        kind: "grid",
        widths: [10, 50, 35, 65],
        header: ["TT", "Họ và tên", "Vai trò", "Chức danh, đơn vị; có mặt, vắng"],
        rows: [
          ...present.map(({ name, role, post, standsFor }) => [
            name,
            role,
            `${post}; có mặt${standsFor ? `, thay ${standsFor}` : ""}`,
          ]),
          ...absent.map(({ name, role, post, reason, written }) => [
            name,
            role,
            `${post}; vắng${reason ? ` (${reason})` : ""}${written ? ", có ý kiến bằng văn bản" : ""}`,
          ]),
        ].map((cells, index) => [String(index + 1), ...cells]),
      },
      line(`Chủ trì: ${minutes.chair ?? "……"}. Thư ký: ${minutes.secretary ?? "……"}.`),
      heading("II. Nội dung và kết quả biểu quyết"),
      ...items.flatMap((item, index) => itemBlocks(item, index)),
      heading("III. Kết luận"),
      {
        kind: "grid",
        widths: [10, 50, 40, 30, 30],
        header: ["TT", "Đối tượng", "Hình thức", "Phiếu đồng ý", "Kết luận"],
        rows: items.map(({ subject, awardName, ballot, outcome }, index) => [
          String(index + 1),
          subject,
          awardName,
          ballot ? `${ballot.inFavour}/${ballot.base} (${ballot.ratio})` : "–",
          outcome ? (outcome.passed ? "Thông qua" : "Không thông qua") : "Chưa kết luận",
        ]),
      },
    ],
    closing: "Biên bản được lập thành văn bản, lưu trong hồ sơ của Hội đồng./.",
    copies: ["Thành viên Hội đồng", "Lưu: VT, hồ sơ"],
    signature: { lines: ["CHỦ TRÌ PHIÊN HỌP"], name: minutes.chair ?? "" },
    isDraft: !isFinal,
  });
}

function itemBlocks(
  {
    subject,
    awardName,
    proposer,
    achievement,
    publicity,
    recused,
    ballot,
    named,
    override,
    dissent,
    outcome,
  }: MinutesItem,
  index: number,
): Block[] {
  const lines = [
    `Cơ quan đề nghị: ${proposer}. Thành tích: ${achievement}`,
    ...publicity,
    ...recused.map(
      ({ name, reason, declared }) => `Không tham gia biểu quyết: ${name} (${declared ? "tự khai: " : ""}${reason}).`,
    ),
    ...(ballot
      ? [
          `Hình thức: ${ballot.kind}. Phát ra ${ballot.handedOut} phiếu, thu về ${ballot.cast} phiếu, ý kiến bằng văn bản ${ballot.written}.`,
          `Đồng ý ${ballot.inFavour}, không đồng ý ${ballot.against}, trắng hoặc không hợp lệ ${ballot.invalid}; tỷ lệ ${ballot.inFavour}/${ballot.base} (${ballot.ratio}); cần ${ballot.rule}, tức ít nhất ${ballot.needed} phiếu: ${ballot.passed ? "đạt" : "không đạt"}.`,
        ]
      : ["Không biểu quyết."]),
    ...(named.length > 0
      ? [
          `Biểu quyết công khai: ${named.map(({ name, choice }) => `${name}: ${choiceWords[choice] ?? choice}`).join("; ")}.`,
        ]
      : []),
    ...(override
      ? [
          `Chủ tịch Hội đồng (${override.name}) kết luận ${override.passed ? "thông qua" : "không thông qua"}, lý do: ${override.reason}.`,
        ]
      : []),
    ...(dissent ? [`Ý kiến khác: ${dissent}`] : []),
    ...(outcome ? [`Kết luận: ${outcome.passed ? "thông qua" : "không thông qua"} (${outcome.by}).`] : []),
  ];
  return [heading(`${index + 1}. ${subject}: ${awardName}`), ...lines.map(paragraph)];
}

const choiceWords: Record<string, string> = { favour: "đồng ý", against: "không đồng ý", blank: "không có ý kiến" };
