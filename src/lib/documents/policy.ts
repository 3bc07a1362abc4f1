import { type Actor, hasRole } from "#lib/identity/actor";
import { isEditor, type Routed } from "#lib/reports/policy";

/** The agency's own people give the paper its number and hand it out; for a consolidated report also those who make it. */
export const mayIssue = (actor: Actor, report: Routed) =>
  isEditor(actor, report) || (report.agencyId === actor.agency.id && hasRole(actor, "reporter", "head", "secretariat"));

/** The two lead ministries keep the templates of the whole campaign. */
export const keepsTemplates = (actor: Pick<Actor, "roles" | "agency">) =>
  ["G01", "G09"].includes(actor.agency.id) && hasRole(actor, "secretariat", "administrator");
