import { type Actor, hasRole } from "#lib/identity/actor";

type Publishing = Pick<Actor, "roles" | "agency">;

/** The two ministries that lead the campaign. Source: QĐ 2447/QĐ-TTg, mục VI. */
const LEADERS = ["G01", "G09"];
const leads = ({ agency }: Publishing) => LEADERS.includes(agency.id);

/** What the country reads of a period is for the heads and standing secretariats of the two leading ministries to decide. */
export const mayPublishNumbers = (actor: Publishing) => leads(actor) && hasRole(actor, "head", "secretariat");

/** The part of the tree whose collective models the actor may show to everybody; null = none. */
export function exemplarScope(actor: Publishing): string | null {
  if (leads(actor)) return mayPublishNumbers(actor) ? "/VN/" : null;
  if (actor.agency.kind === "province" && hasRole(actor, "head")) return actor.agency.path;
  if (actor.agency.kind === "provinceHomeAffairs" && hasRole(actor, "secretariat")) return actor.agency.oversight;
  return null;
}

/** Who has something to decide on the page of publications. */
export const mayOpenDesk = (actor: Publishing) => exemplarScope(actor) !== null;
