import "server-only";
import { kindLabels, stateLabels } from "#lib/agencies/labels";
import { listAgencies, listProvinces } from "#lib/agencies/queries";
import { type AgencyFilters, agencyFilters, stateOf } from "#lib/agencies/schema";
import { printDay } from "#lib/dates";
import { type FoundList, type ListRequest, parametersOf } from "#lib/list-route";
import { inBatches } from "#lib/sheets/writing/list";

const BATCH = 1000;

/** Agencies as they stood on a day. */
export async function agencyList({ query }: ListRequest): Promise<FoundList> {
  const filters = agencyFilters.parse(parametersOf(query));
  const provinces = filters.province ? await listProvinces(filters.on) : [];
  return {
    fileName: "co-quan",
    title: "Cơ quan",
    filters: filterWords(filters, provinces.find(({ id }) => id === filters.province)?.name),
    columns: [
      { head: "Mã", width: 12 },
      { head: "Tên cơ quan", width: 44 },
      { head: "Loại", width: 18 },
      { head: "Nhóm", width: 34 },
      { head: "Tỉnh, thành phố", width: 22 },
      { head: "Vùng", width: 22 },
      { head: "Trực thuộc", width: 11 },
      { head: "Hiệu lực từ", width: 12 },
      { head: "Đến", width: 12 },
      { head: "Nay thuộc", width: 30 },
      { head: "Tên, mã khác", width: 44 },
    ],
    batches: inBatches(
      BATCH,
      async (offset) => (await listAgencies(filters, { offset, limit: BATCH })).agencies,
      (agency) => [
        agency.id,
        agency.name,
        agency.type,
        kindLabels[agency.kind],
        agency.provinceName,
        agency.region,
        agency.children,
        agency.validFrom && printDay(agency.validFrom),
        agency.validTo && printDay(agency.validTo),
        agency.successors.map(({ shortName }) => shortName).join("; ") || null,
        agency.otherNames.map(({ name, note }) => `${name} (${note})`).join("; ") || null,
      ],
    ),
  };
}

const filterWords = (filters: AgencyFilters, province: string | undefined): string[] =>
  [
    filters.on ? `tại ngày ${printDay(filters.on)}` : null,
    `tình trạng ${stateLabels[stateOf(filters)].toLowerCase()}`,
    filters.kind && `nhóm ${kindLabels[filters.kind]}`,
    filters.type && `loại ${filters.type}`,
    filters.province && `thuộc ${province ?? filters.province}`,
    filters.region && `vùng ${filters.region}`,
    filters.q && `tìm “${filters.q}”`,
  ].filter((word): word is string => Boolean(word));
