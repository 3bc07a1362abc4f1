import type { Scenario } from "./scenario.ts";
import { roundEligibility, roundPage } from "./scenarios/awards.ts";
import { burst } from "./scenarios/burst.ts";
import { consolidateHanoi, consolidateNation } from "./scenarios/consolidate.ts";
import { communeDocx, communePdf, largestDocx, largestPdf } from "./scenarios/documents.ts";
import { entryPage } from "./scenarios/entry.ts";
import { listAsData, listAsHtml, nationalListAsHtml } from "./scenarios/list.ts";
import { logIn } from "./scenarios/log-in.ts";
import { saveFew, saveMany } from "./scenarios/save.ts";
import { submit } from "./scenarios/submit.ts";
import { totals, totalsPage } from "./scenarios/totals.ts";

/** In the order of the table. Each prepares what it needs; none needs another to have run, and gets back only the plan it has made. */
export const scenarios = [
  saveFew,
  saveMany,
  submit,
  entryPage,
  logIn,
  listAsHtml,
  nationalListAsHtml,
  listAsData,
  consolidateHanoi,
  consolidateNation,
  totals,
  totalsPage,
  communeDocx,
  communePdf,
  largestDocx,
  largestPdf,
  roundPage,
  roundEligibility,
  burst,
] as unknown as Scenario[];
