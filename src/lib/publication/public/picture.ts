import { type Cut, classesOf, classIndex, type MapClass, stepOf } from "#lib/dashboards/map/classes";
import { legendOf } from "#lib/dashboards/overview";
import { mapValue, type PublicMeasure, textOf } from "../measures.ts";
import type { PublicNumber } from "./queries.ts";

/** One place of the map and the table: what it says, and its colour from 0 to 4 (null = hidden or nothing reported). */
export type Coloured = {
  id: string;
  name: string;
  unitCode: string | null;
  text: string;
  value: number | null;
  step: number | null;
};

/** The public numbers of one measure as a map shows them: places with their colours, the classes in words, the total. */
export function pictureOf(numbers: PublicNumber[], measure: Pick<PublicMeasure, "kind" | "unit">) {
  const cut: Cut = measure.kind === "share" ? "share" : "figure";
  const places = numbers
    .filter(({ place }) => place !== "total")
    .map((one) => ({ one, value: mapValue(measure, one) }));
  const classes = classesOf(
    places.flatMap(({ one, value }) => (one.unitCode === null ? [] : (value ?? []))),
    cut,
  );
  const coloured: Coloured[] = places.map(({ one, value }) => ({
    id: one.place,
    name: one.placeName,
    unitCode: one.unitCode,
    text: textOf(measure, one),
    value,
    step: stepIn(value, classes),
  }));
  const total = numbers.find(({ place }) => place === "total");
  return { cut, places: coloured, legend: legendOf(classes, { cut }), total: textOf(measure, total) };
}

function stepIn(value: number | null, classes: MapClass[]) {
  const index = classIndex(value, classes);
  return index === null ? null : stepOf(index, classes.length);
}
