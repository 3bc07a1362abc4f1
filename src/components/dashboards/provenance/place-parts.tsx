import type { Choices } from "#lib/dashboards/figures/choices";
import { hasTotal, textOf } from "#lib/dashboards/figures/rules";
import type { Provenance } from "#lib/dashboards/provenance/find";
import type { Total } from "#lib/dashboards/provenance/rules";
import { tellMissing, tellNoted } from "#lib/dashboards/provenance/words";
import type { Indicator } from "#lib/reports/form";
import { printNumber } from "#lib/text";

type Places = Provenance["places"];

/** The provinces and the centre a national figure is made of: each with what is missing of it and what its own consolidated report states. */
export function PlaceParts({
  places,
  total,
  indicator,
  choices,
  hrefOf,
}: {
  places: Places;
  total: Total;
  indicator: Indicator;
  choices: Choices | null;
  hrefOf: (placeId: string) => string;
}) {
  const text = (place: Total, id: string | null) =>
    hasTotal(indicator) ? (choices?.now(id) ?? textOf(indicator, place)) : "không có tổng";
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <caption className="sr-only">{indicator.label} theo tỉnh, thành phố</caption>
        <thead>
          <tr>
            <th scope="col">Nơi</th>
            <th scope="col" className="num">
              {indicator.unit || "Giá trị"}
            </th>
            <th scope="col" className="num">
              Đơn vị có số liệu
            </th>
            <th scope="col">Thiếu</th>
            <th scope="col">Trong số đã tiếp nhận</th>
            <th scope="col" className="num">
              Báo cáo tổng hợp của nơi này
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.id}>
              <th scope="row">{place.name}</th>
              <td className="num" data-label="Giá trị">
                <a href={hrefOf(place.id)} aria-label={`${place.name}: ${text(place, place.id)}, mở các phần`}>
                  {text(place, place.id)}
                </a>
              </td>
              <td className="num" data-label="Có số liệu">
                {printNumber(place.gave)}/{printNumber(place.expected)}
              </td>
              <td data-label="Thiếu">{tellMissing(place)}</td>
              <td data-label="Lưu ý">{tellNoted(place)}</td>
              <td className="num" data-label="Tổng hợp">
                {officialText(place, indicator)}
              </td>
            </tr>
          ))}
        </tbody>
        {hasTotal(indicator) && !choices && (
          <tfoot>
            <tr>
              <th scope="row">Toàn quốc</th>
              <td className="num" data-label="Giá trị">
                {textOf(indicator, total)}
              </td>
              <td className="num" data-label="Có số liệu">
                {printNumber(total.gave)}/{printNumber(total.expected)}
              </td>
              <td data-label="Thiếu">{tellMissing(total)}</td>
              <td data-label="Lưu ý">{tellNoted(total)}</td>
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function officialText({ part }: Places[number], indicator: Indicator) {
  if (!part?.reportId || indicator.type === "choice") return "";
  return part.version === null ? "chưa được tiếp nhận" : textOf(indicator, part.official);
}
