export const exemplarLabels: Record<string, string> = { model: "Mô hình", example: "Điển hình tập thể" };

/** Kinds of number as the page of open data explains them. */
export const kindLabels: Record<string, string> = {
  sum: "tổng",
  share: "tỷ lệ: number trên denominator",
};
