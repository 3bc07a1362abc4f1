/** The achievement report of an emulation campaign by theme (thi đua theo chuyên đề): its parts as people write them. */
export type DossierReport = Partial<Record<ReportPart, string>>;

export type ReportPart = (typeof reportParts)[number]["id"];

/**
 * The parts of the report. Source: Phụ lục NĐ 152/2025/NĐ-CP, “Báo cáo thành tích đề nghị khen thưởng thi đua theo chuyên đề”;
 * the wording of the annex was read in part only, which the page says.
 */
export const reportParts = [
  { id: "situation", title: "Sơ lược đặc điểm, tình hình (tập thể) hoặc quá trình công tác (cá nhân)", required: true },
  { id: "results", title: "Kết quả, thành tích thực hiện phong trào thi đua", required: true },
  { id: "measures", title: "Biện pháp, sáng kiến, cách làm", required: false },
  { id: "effect", title: "Hiệu quả, phạm vi ảnh hưởng, nhân rộng", required: false },
  { id: "duties", title: "Chấp hành chủ trương, chính sách, pháp luật", required: false },
] as const;

/** Something taken from what is already approved, with where it was taken from. */
export type DossierFact = { id: string; label: string; value: string; source: string };

/** What a dossier was pre-built from, and who has confirmed it. */
export type DossierFacts = {
  facts?: DossierFact[];
  takenAt?: string;
  confirmedAt?: string;
  confirmedByName?: string;
};

/** What keeps a dossier from being proposed, beside its eligibility: one sentence for each field. */
export function dossierProblems({
  report,
  facts,
  achievement,
}: {
  report: DossierReport;
  facts: DossierFacts;
  achievement: string;
}) {
  const problems = reportParts
    .filter(({ id, required }) => required && !report[id])
    .map(({ id, title }) => ({
      field: `report.${id}`,
      message: `${title}: còn trống; hãy viết trước khi ký tờ trình.`,
    }));
  if (achievement === "")
    problems.push({ field: "achievement", message: "Thành tích: còn trống; hãy ghi thành tích trong một câu." });
  if (!facts.confirmedAt)
    problems.push({
      field: "confirmed",
      message: "Số liệu lấy từ báo cáo đã tiếp nhận: chưa được xác nhận; hãy kiểm tra, đánh dấu xác nhận rồi lưu.",
    });
  return problems;
}
