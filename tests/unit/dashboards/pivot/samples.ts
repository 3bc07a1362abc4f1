import type { Choices } from "#lib/dashboards/pivot/definition";
import type { Member } from "#lib/dashboards/pivot/dimensions";
import { askedSections } from "#lib/dashboards/pivot/indicators";
import type { FormDefinition, Indicator } from "#lib/reports/form";

const count = (id: string, label: string): Indicator => ({ id, label, unit: "vụ", type: "count", aggregate: "sum" });

/** One indicator of every type. */
export const smallForm: FormDefinition = {
  id: "mau",
  version: 1,
  title: "Mẫu thử",
  narratives: [],
  sections: [
    {
      id: "A",
      title: "Phần A",
      contents: [],
      indicators: [
        count("A1", "Số vụ"),
        { ...count("A2", "Kinh phí"), type: "decimal" },
        { id: "A3", label: "Có kế hoạch", unit: "", type: "boolean", aggregate: "countTrue" },
        { id: "A4", label: "Số, ký hiệu", unit: "", type: "text", aggregate: "none" },
      ],
    },
    {
      id: "B",
      title: "Phần B",
      contents: [],
      indicators: [
        count("B1", "Tiếp nhận"),
        count("B2", "Giải quyết"),
        {
          ...count("B3", "Tỷ lệ giải quyết"),
          unit: "%",
          type: "ratio",
          aggregate: "ratio",
          numerator: "B2",
          denominator: "B1",
        },
        { ...count("B4", "Tỷ lệ tự ghi"), unit: "%", type: "percent", aggregate: "none" },
        {
          id: "B5",
          label: "Tự xếp loại",
          unit: "",
          type: "choice",
          aggregate: "distribution",
          options: ["Tốt", "Khá"],
        },
      ],
    },
  ],
};

const members = (...ids: string[]): Member[] => ids.map((id) => ({ id, name: id }));

export const formsOf = (...years: [string, FormDefinition][]) =>
  years.map(([periodId, form]) => ({ periodId, formId: form.id, form }));

export const smallChoices = (isNation: boolean): Choices => ({
  isNation,
  sections: askedSections(formsOf(["2026", smallForm], ["2025", smallForm])),
  facets: {
    place: members("H1", "H2", "H3"),
    year: members("2026", "2025"),
    kind: members("commune", "department"),
    type: members("xã", "phường", "sở"),
    region: members("Bắc", "Nam"),
  },
});
