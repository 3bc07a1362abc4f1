import { StateTag } from "#components/reports/state-tag";
import { cellHref } from "#lib/dashboards/figures/address";
import { unitTextOf } from "#lib/dashboards/figures/rules";
import type { UnitPart } from "#lib/dashboards/provenance/queries";
import { gaveFigure } from "#lib/dashboards/provenance/rules";
import { printDay, printInstant } from "#lib/dates";
import type { Indicator } from "#lib/reports/form";
import { blankLabels } from "#lib/reports/labels";

type Props = {
  units: UnitPart[];
  indicator: Indicator;
  sectionId: string;
  /** there is a consolidated report: what it counted of each unit is shown where it differs */
  isCompared: boolean;
  mayOpen: (unit: UnitPart) => boolean;
};

/** Each unit with its figure, a link to the cell it stands in, and who entered and signed it. */
export function UnitParts({ units, indicator, sectionId, isCompared, mayOpen }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <caption className="sr-only">{indicator.label} theo đơn vị</caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col" className="num">
              {indicator.unit || "Giá trị"}
            </th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Bản, người nhập, người ký</th>
            {isCompared && <th scope="col">Báo cáo tổng hợp đã tính</th>}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.reportId}>
              <th scope="row">{mayOpen(unit) ? <a href={`/reports/${unit.reportId}`}>{unit.name}</a> : unit.name}</th>
              <td className="num" data-label="Giá trị">
                <Value unit={unit} indicator={indicator} sectionId={sectionId} isOpen={mayOpen(unit)} />
              </td>
              <td data-label="Trạng thái">
                {unit.isLive ? (
                  <StateTag status={unit.status} late={unit.late} nothing={unit.nothing} />
                ) : (
                  "Không còn tính vào đây"
                )}
              </td>
              <td data-label="Nguồn">{signed(unit)}</td>
              {isCompared && <td data-label="Đã tính">{counted(unit, indicator)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({
  unit,
  indicator,
  sectionId,
  isOpen,
}: Pick<Props, "indicator" | "sectionId"> & { unit: UnitPart; isOpen: boolean }) {
  if (!gaveFigure(indicator, unit.live)) return <span className="quiet">{whyNone(unit)}</span>;
  const text = valueText(indicator, unit);
  if (!isOpen) return text;
  return (
    <a
      href={cellHref(unit.reportId, sectionId, indicator.id, unit.version)}
      aria-label={`${unit.name}: ${text}, mở ô trong báo cáo`}
    >
      {text}
    </a>
  );
}

const valueText = (indicator: Indicator, { option, live }: UnitPart) =>
  indicator.type === "choice" ? (option ?? "–") : unitTextOf(indicator, live);

function whyNone({ version, blank }: UnitPart) {
  if (version === null) return "–";
  if (!blank) return "bỏ trống";
  const word = blankLabels[blank.reason].toLowerCase();
  return blank.reason === "pending" ? `${word}, hẹn ${printDay(blank.expectedOn)}` : word;
}

const signed = ({ version, enteredByName, signedByName, sentAt }: UnitPart) =>
  version !== null &&
  sentAt &&
  `Bản ${version}, ${enteredByName ? `nhập: ${enteredByName}, ` : ""}ký: ${signedByName}, ${printInstant(sentAt)}`;

/** Told only where it is not simply the same. */
function counted(unit: UnitPart, indicator: Indicator) {
  if (unit.countedVersion === null) return unit.version === null ? "chưa" : "chưa, được tiếp nhận sau";
  if (unit.isLive && unit.countedVersion === unit.version) return "như hiện nay";
  const was = indicator.type === "choice" ? "" : `: ${unitTextOf(indicator, unit.counted)}`;
  return `bản ${unit.countedVersion}${was}`;
}
