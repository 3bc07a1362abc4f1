import type { Assessment } from "#lib/reports/document";
import { seeded } from "./random.ts";
import { profileOf, type Unit } from "./unit.ts";

export type CriterionText = { id: string; text: string };

/** A self-assessment for each criterion: mostly the two best levels of the scale (best first), with its grounds. */
export function assessmentsOf(
  criteria: CriterionText[],
  levels: string[],
  unit: Unit,
  year: number,
): Record<string, Assessment> {
  const random = seeded(`assessments:${unit.id}:${year}`);
  const { quality } = profileOf(unit);
  return Object.fromEntries(
    criteria.map(({ id, text }) => {
      const level = levels[levelIndex(random.fraction(), quality)] ?? levels[0] ?? "";
      return [id, { level, grounds: random.pick(groundsFor(text)) }];
    }),
  );
}

/** A recipient's appraisal: mostly the unit's own level, here and there one lower with a comment. */
export function appraisalOf(
  assessments: Record<string, Assessment>,
  levels: string[],
  recipientId: string,
  reportKey: string,
) {
  const random = seeded(`appraisal:${recipientId}:${reportKey}`);
  return Object.fromEntries(
    Object.entries(assessments).map(([id, { level }]) => {
      const lower = random.chance(0.08) ? levels[levels.indexOf(level) + 1] : undefined;
      return [
        id,
        lower
          ? { level: lower, comment: random.pick(doubts) }
          : { level, comment: random.chance(0.15) ? random.pick(approvals) : "" },
      ];
    }),
  );
}

function levelIndex(chance: number, quality: number) {
  if (chance < 0.35 + quality * 0.45) return 0;
  return chance < 0.97 ? 1 : 2;
}

const groundsFor = (text: string) => topics.find(({ words }) => words.test(text))?.grounds ?? general;

/** Grounds by what a criterion is about; the first topic that its text names. */
const topics: { words: RegExp; grounds: string[] }[] = [
  {
    words: /^(Ban hành|Kịp thời ban hành|Xây dựng, ban hành)/,
    grounds: [
      "Đã ban hành kế hoạch năm đúng thời hạn, có phân công trách nhiệm và thời gian hoàn thành từng việc.",
      "Kế hoạch và các văn bản chỉ đạo được ban hành kịp thời, sát đặc điểm của đơn vị; có kiểm tra việc thực hiện.",
      "Đã tham mưu, ban hành đủ chương trình, kế hoạch; các đơn vị trực thuộc đều có kế hoạch cụ thể hóa.",
    ],
  },
  {
    words: /Ban Chỉ đạo/,
    grounds: [
      "Ban Chỉ đạo được kiện toàn, có quy chế hoạt động; họp định kỳ hằng quý, phân công thành viên phụ trách địa bàn.",
      "Bộ máy tham mưu được kiện toàn sau sắp xếp; hoạt động hòa giải ở cơ sở đi vào nền nếp.",
    ],
  },
  {
    words: /mô hình/,
    grounds: [
      "Các mô hình được rà soát, phân loại; mô hình hoạt động hiệu quả được nhân rộng, mô hình hình thức được củng cố.",
      "Đã xây dựng mô hình phù hợp đặc điểm đơn vị, được Công an cùng cấp xác nhận hoạt động thường xuyên.",
    ],
  },
  {
    words: /công nghệ thông tin|hệ thống thông tin/,
    grounds: [
      "Hệ thống thông tin được kiểm tra, đánh giá theo quy định; trong năm không để xảy ra lộ, lọt thông tin.",
      "Đã tổ chức tập huấn an toàn thông tin, phân quyền truy cập và sao lưu dữ liệu theo quy định.",
    ],
  },
  {
    words: /tuyên truyền/i,
    grounds: [
      "Nội dung, hình thức tuyên truyền phong phú, có tin, bài thường xuyên trên trang thông tin và mạng xã hội.",
      "Tuyên truyền gắn với gương người tốt, việc tốt; số người tham dự tăng so với năm trước.",
    ],
  },
  {
    words: /nhận thức/i,
    grounds: [
      "Đã quán triệt đến toàn thể cán bộ, công chức, viên chức; có bản cam kết và theo dõi việc thực hiện.",
      "Nội dung được đưa vào sinh hoạt định kỳ, gắn với các cuộc vận động đang thực hiện.",
    ],
  },
  {
    words: /chế độ, chính sách|lực lượng/,
    grounds: [
      "Chế độ, chính sách cho lực lượng được chi trả đầy đủ, kịp thời; trang bị cơ bản đáp ứng yêu cầu.",
      "Lực lượng đủ về số lượng, được bồi dưỡng nghiệp vụ hằng năm theo quy định.",
    ],
  },
  {
    words: /phối hợp/i,
    grounds: [
      "Quy chế phối hợp được ký kết, giao ban định kỳ; các vụ việc phát sinh được trao đổi, giải quyết kịp thời.",
      "Chương trình phối hợp được triển khai đến cơ sở, có sơ kết, đánh giá cuối năm.",
    ],
  },
  {
    words: /giám sát|phản biện/i,
    grounds: [
      "Đã tổ chức giám sát theo kế hoạch, kiến nghị sau giám sát được các cơ quan tiếp thu, trả lời.",
      "Có văn bản góp ý, phản biện đối với dự thảo chính sách liên quan; kết quả được ghi nhận.",
    ],
  },
];

const general = [
  "Đã hoàn thành các nội dung theo kế hoạch, có hồ sơ, số liệu kèm theo.",
  "Kết quả thực hiện được tập thể lãnh đạo đơn vị xem xét, thống nhất đánh giá.",
];

const doubts = [
  "Chưa có đủ tài liệu chứng minh kèm theo, đề nghị bổ sung trong kỳ sau.",
  "Kết quả chưa đồng đều giữa các bộ phận; đề nghị hạ một mức.",
  "Số liệu ở phần tương ứng chưa thể hiện rõ kết quả nêu trong căn cứ.",
];

const approvals = ["Thống nhất với tự đánh giá của đơn vị.", "Đã kiểm tra thực tế, kết quả đúng như báo cáo."];
