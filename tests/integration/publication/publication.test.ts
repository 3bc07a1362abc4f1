import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { row, rows } from "#lib/db";
import type { Actor } from "#lib/identity/actor";
import { compose } from "#lib/publication/compose";
import { publishExemplar, withdrawExemplar } from "#lib/publication/exemplars/service";
import { openAddresses, openApiDocument } from "#lib/publication/open/openapi";
import { agenciesAnswer, exemplarsAnswer, numbersAnswer, periodsAnswer } from "#lib/publication/open/schema";
import { publishNumbers, withdrawPublication } from "#lib/publication/service";
import { GET as agencies } from "../../../src/app/api/v1/agencies/route.ts";
import { GET as exemplars } from "../../../src/app/api/v1/exemplars/route.ts";
import { GET as numbers } from "../../../src/app/api/v1/numbers/route.ts";
import { GET as periods } from "../../../src/app/api/v1/periods/route.ts";
import { freshDatabase } from "../../support/database.ts";
import { anActor, openStage, outcomeOf, setClock } from "../reports/stage.ts";

freshDatabase();

type Numbers = z.output<typeof numbersAnswer>;

/** Said of the field itself, or of what may be left out or null. */
const describes = (field: z.ZodType): boolean =>
  Boolean(field.meta()?.description) || ("unwrap" in field && describes((field as z.ZodOptional<z.ZodType>).unwrap()));

let ministry: Actor;
beforeAll(async () => {
  await openStage();
  ministry = await anActor("G01", "secretariat");
});
beforeEach(async () => {
  await rows("truncate publication cascade");
  await rows("delete from figure_total");
});

/** Puts sums as if so many reports of a place had been accepted, each with the same value. */
const put = (indicator: string, units: Record<string, number>, value = 7) =>
  rows(
    `insert into figure_total (period_id, form_id, place_id, agency_kind, agency_type, indicator_id, option, number, asked, units)
     select '2026', 'bao-cao-nam', u.key, 'commune', 'xã', $1, '', u.value::int * $3::int, u.value::int, u.value::int from jsonb_each_text($2::jsonb) u
     on conflict (period_id, form_id, indicator_id, option, place_id, agency_kind, agency_type)
       do update set number = excluded.number, asked = excluded.asked, units = excluded.units`,
    [indicator, JSON.stringify(units), value],
  );

async function publish(measures: string[], least = 3) {
  const choice = { period: "2026", measures, least };
  const { digest } = await compose(choice);
  return publishNumbers(ministry, { ...choice, seen: digest, note: "" });
}

const asked = (query: string, headers = {}) =>
  numbers(new Request(`http://localhost/api/v1/numbers${query}`, { headers }));
const read = async (query = ""): Promise<Numbers> => numbersAnswer.parse(await (await asked(query)).json());

describe("a publication", () => {
  it("shows what was looked at, as it stood: later reports change nothing", async () => {
    await put("B1", { H26: 10, H57: 20 });
    await publish(["B1"]);
    const before = await read();
    expect(before.map(({ place, number, reports }) => ({ place, number, reports }))).toEqual([
      { place: "H26", number: 70, reports: 10 },
      { place: "H57", number: 140, reports: 20 },
      { place: "total", number: 210, reports: 30 },
    ]);
    await put("B1", { H26: 500 });
    expect(await read()).toEqual(before);
    await expect(rows("update published_number set number = 1")).rejects.toThrow("never changed");
    await expect(rows("delete from published_number")).rejects.toThrow("never changed");
  });

  it("is refused when the numbers have changed since they were looked at", async () => {
    await put("B1", { H26: 10 });
    const choice = { period: "2026", measures: ["B1"], least: 3 };
    const { digest } = await compose(choice);
    await put("B1", { H26: 11 });
    expect(await outcomeOf(publishNumbers(ministry, { ...choice, seen: digest, note: "" }))).toBe(409);
    expect(await read()).toEqual([]);
  });

  it("is for the leading ministries, and leaves nothing when it is refused", async () => {
    await put("B1", { H26: 10 });
    const choice = { period: "2026", measures: ["B1"], least: 3 };
    const { digest } = await compose(choice);
    for (const stranger of [
      await anActor("H26", "head"),
      await anActor("G01", "reporter"),
      await anActor("G22", "reader"),
    ])
      expect(await outcomeOf(publishNumbers(stranger, { ...choice, seen: digest, note: "" }))).toBe(403);
    expect(await row("select count(*) as made from publication")).toEqual({ made: 0 });
  });

  it("replaces the former one; withdrawn, nothing is public, also not the former one", async () => {
    await put("B1", { H26: 10, H57: 20 });
    await put("B2", { H26: 10, H57: 20 });
    await publish(["B1"]);
    const id = await publish(["B2"]);
    expect([...new Set((await read()).map(({ measure }) => measure))]).toEqual(["B2"]);
    await withdrawPublication(ministry, { id, reason: "Nhầm số liệu." });
    expect(await read()).toEqual([]);
    expect(await (await periods(new Request("http://localhost/api/v1/periods"))).json()).toEqual([]);
    expect(await outcomeOf(withdrawPublication(ministry, { id, reason: "Lần nữa." }))).toBe(422);
    expect(await row("select count(*) as kept from publication")).toEqual({ kept: 2 });
  });

  it("is made once by two who press at the same time: one current, the other replaced", async () => {
    await put("B1", { H26: 10, H57: 20 });
    await Promise.all([publish(["B1"]), publish(["B1"])]);
    expect(await row("select count(*) as current from public_period")).toEqual({ current: 1 });
  });

  it("recomputes ratios from the sums, and hides their parts wherever the parts are hidden", async () => {
    await put("B16", { H26: 10, H57: 20, H01: 30, H05: 40 }, 4);
    await put("B17", { H26: 2, H57: 20, H01: 30, H05: 40 }, 3);
    await publish(["B16", "B17", "B18"]);
    const found = await read();
    for (const measure of ["B16", "B17", "B18"])
      expect(
        found
          .filter((one) => one.measure === measure && one.hidden)
          .map(({ place }) => place)
          .sort(),
      ).toEqual(["H26", "H57"]);
    const total = found.find(({ measure, place }) => measure === "B18" && place === "total");
    expect(total).toMatchObject({ number: 276, denominator: 400 });
  });
});

describe("the open address of numbers", () => {
  const places = ["H26", "H57", "H01", "H05", "H13", "VN"];
  const counts = fc.record(Object.fromEntries(places.map((place) => [place, fc.oneof(fc.nat(4), fc.nat(40))])));
  const queries = fc.record(
    {
      period: fc.constantFrom("2025", "2026"),
      measure: fc.constantFrom("B1", "B2", "B16", "B17", "B18", "accepted"),
      place: fc.constantFrom(...places, "total"),
      format: fc.constantFrom("json"),
    },
    { requiredKeys: [] },
  );

  it("never reveals a number of too few reports, itself, by subtraction or by what came since, nor what was not published", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(counts, { minLength: 3, maxLength: 3 }),
        fc.array(counts, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 2, max: 5 }),
        fc.subarray(["B1", "B16", "B17", "B18"], { minLength: 1 }),
        fc.array(queries, { minLength: 6, maxLength: 6 }),
        async (first, then, least, measures, filters) => {
          await rows("truncate publication cascade");
          await rows("delete from figure_total");
          const indicators = ["B1", "B16", "B17"];
          const kept: { found: Numbers; units: Map<string, number> }[] = [];
          for (const state of [first, then]) {
            for (const [at, name] of indicators.entries()) await put(name, state[at] ?? {});
            await put("B2", { H26: 50, H57: 50 });
            await publish(measures, least).catch((error) => expect(error.status).toBe(422)); // nothing to publish at all
            const found: Numbers = [];
            for (const filter of filters) found.push(...(await read(`?${new URLSearchParams(filter)}`)));
            const all = await read();
            for (const one of found) expect(all).toContainEqual(one);
            for (const one of all) expect(measures).toContain(one.measure);
            const units = new Map(
              indicators.flatMap((name, at) =>
                Object.entries(state[at] ?? {}).map(([place, count]) => [`${name} ${place}`, count]),
              ),
            );
            if (all.length > 0) kept.push({ found: all, units });
          }
          for (const one of kept) attack(one, least);
          const [former, latter] = kept;
          if (former && latter) attackOverTime(former, latter, least);
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);

  /** What anybody can work out of one publication: every number itself, and the total less the others. */
  function attack({ found, units }: { found: Numbers; units: Map<string, number> }, least: number) {
    const of = (measure: string) => found.filter((one) => one.measure === measure);
    const known = knownSums(found);
    for (const name of ["B1", "B16", "B17"]) {
      const shown = known.get(name);
      if (!shown) continue;
      const rest = places.filter((place) => !shown.has(place) && (units.get(`${name} ${place}`) ?? 0) > 0);
      for (const place of shown.keys())
        if (place !== "total") expect(units.get(`${name} ${place}`)).toBeGreaterThanOrEqual(least);
      if (!shown.has("total") || rest.length === 0) continue;
      const resting = rest.reduce((sum, place) => sum + (units.get(`${name} ${place}`) ?? 0), 0);
      expect(rest.length).toBeGreaterThan(1);
      expect(resting).toBeGreaterThanOrEqual(least);
    }
    for (const one of of("B18"))
      if (one.hidden) expect([one.number, one.denominator, one.reports]).toEqual([null, null, null]);
  }

  /** The sums that numbers and parts of ratios give away, by indicator and place. */
  function knownSums(found: Numbers) {
    const known = new Map<string, Map<string, number>>();
    const note = (name: string, place: string, value: number | null) => {
      if (value === null) return;
      if (!known.has(name)) known.set(name, new Map());
      known.get(name)?.set(place, value);
    };
    for (const { measure, place, number, denominator } of found) {
      note(measure === "B18" ? "B17" : measure, place, number);
      if (measure === "B18") note("B16", place, denominator);
    }
    return known;
  }

  /** What anybody can work out who has kept the former publication: every report is worth 7 here, so a difference tells how many came. */
  function attackOverTime(former: { found: Numbers }, latter: { found: Numbers }, least: number) {
    const [before, after] = [knownSums(former.found), knownSums(latter.found)];
    for (const [name, shown] of after)
      for (const [place, value] of shown) {
        const was = before.get(name)?.get(place);
        const came = was === undefined ? 0 : Math.abs(value - was) / 7;
        expect(came === 0 || came >= least).toBe(true);
      }
  }

  it("answers in the shape it describes, as JSON and CSV, and says what is wrong with a question", async () => {
    await put("B1", { H26: 10, H57: 20 });
    await publish(["B1", "accepted"]);
    expect((await read("?measure=B1&place=H26")).length).toBe(1);
    const csv = await (await asked("?measure=B1&place=H26&format=csv&bom=1")).arrayBuffer();
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv)).toBe(
      '\uFEFFperiod,measure,measureName,unit,kind,place,placeName,hidden,number,denominator,reports\r\n2026,B1,"Tổng số mô hình bảo đảm an ninh, trật tự đang hoạt động",mô hình,sum,H26,Thành phố Hà Nội,false,70,,10\r\n',
    );
    for (const [query, parameter] of [
      ["?agency=00070", "agency"],
      ["?place=H26&place=H57", "place"],
      ["?period=26", "period"],
      ["?format=xml", "format"],
      ["?place=%00", "place"],
    ]) {
      const answer = await asked(query ?? "");
      expect(answer.status).toBe(400);
      expect((await answer.json()).parameter).toBe(parameter);
    }
    const answer = await asked("");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect((await asked("", { "if-none-match": answer.headers.get("etag") ?? "" })).status).toBe(304);
  });

  it("tells agencies and exemplars in the shapes it describes", async () => {
    const found = await (
      await agencies(new Request("http://localhost/api/v1/agencies?kind=commune&province=H26"))
    ).json();
    expect(agenciesAnswer.parse(found).length).toBeGreaterThan(100);
    expect(periodsAnswer.parse(await (await periods(new Request("http://localhost/api/v1/periods"))).json())).toEqual(
      [],
    );
    expect(Object.keys(openApiDocument().paths ?? {})).toHaveLength(4);
    for (const { query, answer } of openAddresses)
      for (const [name, field] of Object.entries({ ...query.shape, ...answer.element.shape }))
        expect(describes(field as z.ZodType), name).toBe(true);
  });
});

describe("an exemplar", () => {
  const written = {
    kind: "model" as const,
    title: "Cổng trường an toàn",
    agency: "00070",
    summary: "Cách làm.",
    year: 2026,
  };
  const seen = async () =>
    exemplarsAnswer.parse(await (await exemplars(new Request("http://localhost/api/v1/exemplars"))).json());

  it("is shown by the secretariat of its province and gone when it is withdrawn; another province finds nothing", async () => {
    await setClock("2026-11-23T09:00:00+07:00");
    const hanoi = await anActor("H26.NV", "secretariat");
    const id = await publishExemplar(hanoi, written);
    expect((await seen()).map(({ title, province, agency }) => ({ title, province, agency }))).toEqual([
      { title: "Cổng trường an toàn", province: "H26", agency: "00070" },
    ]);
    expect(await outcomeOf(publishExemplar(hanoi, { ...written, agency: "H57" }))).toBe(422);
    expect(await outcomeOf(publishExemplar(await anActor("00070", "head"), written))).toBe(403);
    expect(await outcomeOf(withdrawExemplar(await anActor("H57.NV", "secretariat"), { id, reason: "Không." }))).toBe(
      404,
    );
    await withdrawExemplar(hanoi, { id, reason: "Trùng." });
    expect(await seen()).toEqual([]);
    expect(await outcomeOf(withdrawExemplar(hanoi, { id, reason: "Trùng." }))).toBe(422);
  });
});
