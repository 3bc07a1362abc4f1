import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { moves } from "../../../src/lib/reports/rules.ts";

/** What somebody makes of a dossier by hand; the rest are made by a council or a decision. */
const dossierMoves = [
  "propose",
  "withdraw",
  "sendBack",
  "offerForm",
  "consent",
  "declineForm",
  "appraise",
  "forward",
  "refuse",
];

const app = join(import.meta.dirname, "../../../src/app");

/** Next hands these to whoever exports them; everything else of a route file is its own business. */
export const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const addressOf = (file: string) =>
  `/${file
    .split("/")
    .slice(0, -1)
    .filter((part) => !part.startsWith("("))
    .join("/")}`;

/** Every page of the application as its address: “/reports/[id]”. */
export const pages = globSync("**/page.tsx", { cwd: app }).map(addressOf).sort();

/** Every method of every route: “POST /api/people”. */
export const actions = globSync("**/route.ts", { cwd: app })
  .sort()
  .flatMap((file) => {
    const source = readFileSync(join(app, file), "utf8");
    return methods
      .filter((method) => new RegExp(`export (const|async function|function) ${method}\\b`).test(source))
      .map((method) => `${method} ${addressOf(file)}`);
  });

const movesOf = (action: string) => (action.includes("/awards/") ? dossierMoves : Object.keys(moves));

/** The same with each move of a report or dossier as an action of its own, which is what people are given rights to. */
export const everything = [
  ...pages,
  ...actions.flatMap((action) =>
    action.includes("[move]") ? movesOf(action).map((move) => action.replace("[move]", move)) : [action],
  ),
].sort();
