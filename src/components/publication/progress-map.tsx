import { MapLegend, type MapUnit, UnitMap } from "#components/dashboards/map/unit-map";
import { ARCHIPELAGOS } from "#lib/dashboards/map/extents";
import type { Coloured } from "#lib/publication/public/picture";

type Props = {
  title: string;
  places: Coloured[];
  legend: { step: number; text: string; count: number }[];
  rule: string;
};

/** The public numbers as a map; without links, because there is nothing public below a province. */
export function ProgressMap({ title, places, legend, rule }: Props) {
  const drawn = places.filter(({ unitCode }) => unitCode !== null);
  return (
    <>
      <UnitMap
        title={title}
        description="Bảng bên cạnh có cùng số liệu."
        sprite="/maps/provinces.svg"
        units={drawn.flatMap(shapesOf)}
        isNation
      />
      <MapLegend classes={legend} none={drawn.filter(({ step }) => step === null).length} rule={rule} />
    </>
  );
}

function shapesOf({ unitCode, name, text, step }: Coloured): MapUnit[] {
  const unit: MapUnit = { code: unitCode ?? "", label: `${name}: ${text}`, href: null, step };
  const islands = ARCHIPELAGOS.filter(({ provinceCode }) => provinceCode === unitCode);
  return [unit, ...islands.map(({ code, label }) => ({ ...unit, code, label: `${label} (${name}): ${text}` }))];
}
