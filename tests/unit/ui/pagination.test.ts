import { expect, it } from "vitest";
import { pagesToOffer } from "#components/ui/pagination";

it.each([
  [1, 67, [1, 2, 67]],
  [5, 67, [1, 4, 5, 6, 67]],
  [67, 67, [1, 66, 67]],
  [2, 3, [1, 2, 3]],
])("offers from page %i of %i the first, the last and the neighbours", (page, pageCount, offered) => {
  expect(pagesToOffer(page, pageCount)).toEqual(offered);
});
