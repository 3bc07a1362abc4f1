import type { ReportDocument } from "#lib/reports/document";
import { enteredIndicators, type FormDefinition, unitKindOf } from "#lib/reports/form";
import { seeded } from "./random.ts";
import { type Profile, profileOf, type Unit } from "./unit.ts";

type Figures = ReportDocument["figures"];

/**
 * The figures of a unit in a year, obeying the form's own rules because every part is drawn as a share of its whole.
 * A unit keeps its habits; from one year to the next a count moves by a factor between 0.9 and 1.25.
 */
export function figuresOf(form: FormDefinition, unit: Unit, year: number): Figures {
  const figures = { ...leadership(unit, year), ...results(unit, profileOf(unit), year) };
  const asked = form.sections.flatMap((section) => enteredIndicators(section, unitKindOf(unit.kind)));
  return Object.fromEntries(asked.flatMap(({ id }) => (figures[id] === undefined ? [] : [[id, figures[id]]])));
}

/** Section A. The national plan dates from 6 November 2025; earlier plans answered the launching of 6 August. */
function leadership(unit: Unit, year: number): Figures {
  const random = seeded(`leadership:${unit.id}:${year}`);
  const hasPlan = !isLocal(unit) || random.chance(0.985);
  const inspections = scaled(unit, random.between(1.5, 6.5));
  return {
    A1: hasPlan,
    ...(hasPlan && {
      A2: `${random.whole(3, isLocal(unit) ? 180 : 420)}/KH-${issuerOf(unit)}`,
      A3: planDay(year, random.whole(0, 80)),
    }),
    A4: scaled(unit, random.between(6, 24)),
    A5: Math.max(1, scaled(unit, random.between(0.8, 3.4))),
    A6: inspections,
    A7: Math.round(inspections * random.between(1.5, 4.5)),
    A8: random.chance(0.93),
    A9: decimal(Math.round(budget(unit) * random.between(0.6, 1.7) * 2) / 2),
    A10: random.whole(1, 5),
  };
}

function results(unit: Unit, profile: Profile, year: number): Figures {
  const { residentialAreas, offices, enterprises, schools, quality } = profile;
  const habit = seeded(`habit:${unit.id}`);
  const change = seeded(`change:${unit.id}:${year}`);

  const moved = (low: number, high: number) => (year <= 2025 ? 1 : change.between(low, high));
  /** A count as the unit usually has it, moved by the year. */
  const count = (usual: number, least = 0) => Math.max(least, Math.round(usual * moved(0.92, 1.22)));
  /** A part of a whole, never more than it. */
  const part = (whole: number, low: number, high: number) =>
    Math.min(whole, Math.round(whole * habit.between(low, high) * change.between(0.97, 1.03)));
  const draw = habit.between;
  const large = isLocal(unit) ? 1 : unit.kind === "ministry" || unit.kind === "province" ? 8 : 3;

  const models = count(3 + residentialAreas * draw(0.35, 0.75) + offices * draw(0.1, 0.35), 1);
  const byType = shares(models, [
    draw(0.12, 0.24),
    draw(0.25, 0.4),
    draw(0.14, 0.26),
    draw(0.06, 0.14),
    draw(0.04, 0.1),
  ]);
  const mediationTeams = count(residentialAreas * draw(0.95, 1.05));
  const disputes = count(mediationTeams * draw(0.5, 2.4));
  const registeredAreas = part(residentialAreas, 0.85, 1);
  const registeredOffices = part(offices, 0.7, 1);
  const registeredEnterprises = part(enterprises, 0.4, 0.9);
  const registeredSchools = part(schools, 0.85, 1);
  const recognised = (registered: number) => part(registered, 0.55 + quality * 0.3, 0.8 + quality * 0.2);
  const courses = count(draw(0.6, 3.2) * Math.sqrt(large) * (residentialAreas ? Math.sqrt(residentialAreas / 15) : 1));
  const guardTeams = part(residentialAreas, 0.94, 1);
  const guards = Math.round(guardTeams * draw(3.4, 7.6) * moved(0.98, 1.12));
  const meetings = count(draw(4, 9) * large + residentialAreas * draw(0.6, 2.2));
  const festivals = residentialAreas ? part(residentialAreas, 0.35, 1) : habit.whole(0, 1);
  const commended = {
    teams: count(draw(1, 5) * Math.sqrt(large) + residentialAreas * draw(0.04, 0.2)),
    people: count(draw(3, 9) * large + residentialAreas * draw(0.3, 1.3)),
  };
  const certified = { teams: count(draw(0, 1.3) * large), people: count(draw(0, 1.9) * large) };
  const byPrimeMinister = {
    teams: Number(change.chance(isLocal(unit) ? 0.004 : 0.12)),
    people: Number(change.chance(isLocal(unit) ? 0.004 : 0.12)),
  };

  return {
    B1: models,
    B2: part(models, 0.03, 0.16),
    B3: part(models, 0.05, 0.25),
    B4: part(models, 0.68 + quality * 0.15, 0.85 + quality * 0.14),
    B5: byType[0] ?? 0,
    B6: byType[1] ?? 0,
    B7: byType[2] ?? 0,
    B8: byType[3] ?? 0,
    B9: byType[4] ?? 0,
    B10: Math.round(models * profile.religious),
    B11: Math.round(models * profile.ethnic),
    B12: Math.round(models * profile.frontier),
    B13: Math.round(models * profile.urban),
    B14: Math.min(models, count(draw(0, 2.6) * Math.sqrt(large))),
    B15: mediationTeams,
    B16: disputes,
    B17: part(disputes, 0.74, 0.94),
    C1: registeredAreas,
    C2: recognised(registeredAreas),
    C4: registeredOffices,
    C5: recognised(registeredOffices),
    C7: registeredEnterprises,
    C8: recognised(registeredEnterprises),
    C10: registeredSchools,
    C11: recognised(registeredSchools),
    C13: classification(quality + change.between(-0.12, 0.12)),
    D1: count(draw(0, 2.4) * Math.sqrt(large)),
    D2: courses,
    D3: Math.round(courses * draw(42, 95)),
    D4: count(draw(0.6, 3.5) * Math.sqrt(large)),
    D5: Number(change.chance(0.006)),
    E1: guardTeams,
    E2: guards,
    E3: guards ? part(guards, 0.7, 1) : count(draw(8, 40) * Math.sqrt(large)),
    E4: count((registeredOffices + registeredSchools) * draw(1.1, 2.1) + registeredEnterprises * draw(1.5, 4)),
    E5: decimal(residentialAreas ? Math.round((guardTeams / residentialAreas) * 1000) / 10 : 100),
    F1: count(draw(2, 14) * large),
    F2: count(draw(25, 130) * Math.sqrt(large) + residentialAreas * draw(0.5, 3)),
    F3: count(40 + residentialAreas * draw(3, 9)),
    F4: meetings,
    F5: Math.round(meetings * draw(42, 112)),
    F6: festivals,
    F7: Math.round(festivals * draw(85, 190)),
    F8: count(draw(0.8, 3.6)),
    F9: count(draw(0.8, 5) * Math.sqrt(large)),
    G1: commended.teams,
    G2: commended.people,
    G3: certified.teams,
    G4: certified.people,
    G5: byPrimeMinister.teams,
    G6: byPrimeMinister.people,
    G7: 0,
    G8: 0,
    G9: part(commended.people + certified.people + byPrimeMinister.people, 0.45, 0.8),
    G10: count(draw(0, 2.4)),
  };
}

const isLocal = ({ kind }: Unit) =>
  kind === "commune" ||
  kind === "department" ||
  kind === "provinceFront" ||
  kind === "provinceHomeAffairs" ||
  kind === "provincePolice";

const scaled = (unit: Unit, usual: number) => Math.round(usual * (isLocal(unit) ? 1 : 1.7));

/** Million đồng. */
const budgets: Partial<Record<Unit["kind"], number>> = {
  commune: 95,
  province: 5_200,
  ministry: 1_900,
  centralBody: 260,
  centralFront: 420,
};
const budget = ({ kind }: Unit) => budgets[kind] ?? 140;

const decimal = (value: number) => String(value);

/** Whole parts of a whole, never more than it together; what is left has no type of its own. */
function shares(whole: number, portions: number[]): number[] {
  let left = whole;
  return portions.map((portion) => {
    const amount = Math.min(left, Math.round(whole * portion));
    left -= amount;
    return amount;
  });
}

function classification(quality: number) {
  if (quality > 0.62) return "Tốt";
  if (quality > 0.24) return "Khá";
  return quality > 0.1 ? "Trung bình" : "Yếu";
}

/** Plans of 2025 follow the launching of 6 August; those of later years come by early spring. */
function planDay(year: number, offset: number) {
  const first = year <= 2025 ? `${year}-08-11` : `${year}-01-05`;
  const day = new Date(Date.parse(`${first}T00:00:00Z`) + offset * 86_400_000);
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6) day.setUTCDate(day.getUTCDate() + 2);
  return day.toISOString().slice(0, 10);
}

/** Abbreviation of the issuer after “KH-”: UBND, or the initials of its name. */
function issuerOf({ kind, name }: Unit) {
  if (kind === "commune" || kind === "province") return "UBND";
  const words = name
    .replace(/ (thành phố|tỉnh) .*$|\(.*?\)|[,–-]/gi, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !["và", "của", "các"].includes(word.toLowerCase()));
  return words
    .map((word) => word[0]?.toUpperCase())
    .join("")
    .slice(0, 7);
}
