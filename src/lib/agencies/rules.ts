import type { AgencyKind, ReportKind } from "#generated/prisma/enums";
import { placeholderKinds } from "#lib/agencies/labels";
import type { Day } from "#lib/dates";
import { type Actor, administers, oversees } from "#lib/identity/actor";
import { fold } from "#lib/text";

export type Lifetime = { validFrom: Day | null; validTo: Day | null };

export const isInForce = ({ validFrom, validTo }: Lifetime, day: Day) =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

/** The term of a day; the last one before it for what has ceased; the first one for what has not begun. `terms` run forward. */
export function termOn<T extends Lifetime>(terms: T[], day: Day): T | null {
  const begun = terms.filter(({ validFrom }) => validFrom === null || validFrom <= day);
  return begun.at(-1) ?? terms[0] ?? null;
}

/** Patterns for the words of a search: each is the beginning of a word, in any order. */
export const searchPatterns = (query: string) =>
  fold(query)
    .split(" ")
    .filter(Boolean)
    .map((word) => `% ${word}%`);

type Named = { name: string; otherNames: { name: string; kind: "former" | "place" | "code" }[] };

/** Other names a search was about: those with a word of it that the agency's own name lacks. */
export function matchedOtherNames<T extends Named>(query: string, { name, otherNames }: T): T["otherNames"] {
  const own = fold(name).split(" ");
  const words = fold(query)
    .split(" ")
    .filter((word) => word && !own.some((part) => part.startsWith(word)));
  return otherNames.filter((other) =>
    fold(other.name)
      .split(" ")
      .some((part) => words.some((word) => part.startsWith(word))),
  );
}

/** Names of people in an agency: for its own staff, those of the same province, those who oversee it and its administrators. */
export function maySeePeople(actor: Actor, agency: { id: string; path: string; provinceId: string | null }) {
  const sameProvince = agency.provinceId !== null && actor.agency.provinceId === agency.provinceId;
  return (
    actor.agency.id === agency.id || sameProvince || oversees(actor, agency.path) || administers(actor, agency.path)
  );
}

/** Reports of an agency: for its own staff and those who oversee it. */
export const maySeeReports = (actor: Actor, agency: { id: string; path: string }) =>
  actor.agency.id === agency.id || oversees(actor, agency.path);

type Reporter = { id: string; kind: AgencyKind; path: string; provinceId: string | null };

export type Duty = {
  id: string;
  name: string;
  reporterKinds: AgencyKind[];
  scopePath: string;
  excludedIds: string[];
  reportKind: ReportKind;
  recipients: string[];
  isDefault: boolean;
};

/** Duties by which an agency reports. A duty of a narrower scope takes the place of the wider one of the same kind of report. */
export function dutiesOf<T extends Duty>(agency: Reporter, duties: T[]): T[] {
  const binding = duties.filter(
    (duty) =>
      duty.reporterKinds.includes(agency.kind) &&
      agency.path.startsWith(duty.scopePath) &&
      !duty.excludedIds.includes(agency.id),
  );
  return binding.filter((duty) => !binding.some((other) => isNarrower(other, duty)));
}

/** Duties by which an agency receives reports. */
export function dutiesTo<T extends Duty>(agency: Reporter, duties: T[]): T[] {
  const reaching = duties.filter((duty) =>
    duty.recipients.some((recipient) => isRecipient(agency, recipient, duty.scopePath)),
  );
  return reaching.filter(
    (duty) => !reaching.some((other) => isNarrower(other, duty) && duty.isDefault && sharesReporters(other, duty)),
  );
}

const isNarrower = (one: Duty, other: Duty) =>
  one.reportKind === other.reportKind && one.scopePath !== other.scopePath && one.scopePath.startsWith(other.scopePath);

const sharesReporters = (one: Duty, other: Duty) =>
  one.reporterKinds.some((kind) => other.reporterKinds.includes(kind));

function isRecipient(agency: Reporter, recipient: string, scopePath: string) {
  if (placeholderKinds[recipient] !== agency.kind) return recipient === agency.id;
  const province = `/VN/${agency.provinceId}/`;
  return province.startsWith(scopePath) || scopePath.startsWith(province);
}
