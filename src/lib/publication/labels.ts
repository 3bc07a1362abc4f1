export const exemplarLabels: Record<string, string> = { model: "Mô hình", example: "Điển hình tập thể" };
