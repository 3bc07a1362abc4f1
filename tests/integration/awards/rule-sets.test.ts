import { describe, expect, it } from "vitest";
import { awardRule } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { rows } from "#lib/db";
import { loadReferenceData } from "#lib/reference/load";
import { freshDatabase } from "../../support/database.ts";

freshDatabase();

describe("the rules of an agency on a day", () => {
  it.each([
    ["2025-06-30", "luat-2022-nd-98"],
    ["2025-07-01", "luat-2022-nd-152"],
    ["2026-09-30", "luat-2022-nd-152"],
    ["2026-10-01", "luat-2022-sua-2026-nd-152"],
    ["2027-02-28", "luat-2022-sua-2026-nd-152"],
  ])("of another province on %s are the national ones", async (day, id) => {
    expect(await findRules("H38", day)).toMatchObject({ ruleSetId: id, nationalId: id });
  });

  it("are nobody's once the decree has ended", async () => {
    expect(await findRules("H26", "2027-03-01")).toBeNull();
  });

  it("of a ward of Hà Nội are the city's in place of the national ones", async () => {
    const rules = await findRules("00070", "2026-11-26");
    expect(rules).toMatchObject({ ruleSetId: "ha-noi-sua-2026-nd-152", nationalId: "luat-2022-sua-2026-nd-152" });
    const award = rules && awardRule(rules.definition, "bang-khen-bo-tinh");
    expect(award?.decides.value).toBe("Chủ tịch Ủy ban nhân dân Thành phố");
    expect(award?.bonus.value.individual).toBe(150);
  });

  it("say that they are about to end and that a law has changed them", async () => {
    const rules = await findRules("00070", "2026-11-26");
    expect(rules?.warnings.join(" ")).toMatch(/còn 94 ngày.*Luật 06\/2026\/QH16/);
  });

  it("are loaded once", async () => {
    expect(await loadReferenceData()).toBe(false);
    expect(await rows("select id from rule_set order by id")).toHaveLength(5);
    expect(await rows("select amount from base_salary order by effective_from")).toEqual([
      { amount: 2340000 },
      { amount: 2530000 },
    ]);
  });
});
