import { isHoldingHead, isSecretariat } from "#lib/awards/policy";
import type { Actor } from "#lib/identity/actor";

/** What the policy reads of a council. `people` holds everybody with a seat or a delegation, on the day it meets or now. */
export type RoutedCouncil = { agencyId: string; path: string; people: string[] };

const holder = ({ agencyId, path }: RoutedCouncil) => ({ holderId: agencyId, holderPath: path });

/** The standing secretariat of the council's agency keeps its members, sessions and ballots. */
export const keepsCouncil = (actor: Actor, council: RoutedCouncil) => isSecretariat(actor, holder(council));

/** Whichever agency they act for at the moment: a seat is a person's. */
const sitsInCouncil = (actor: Pick<Actor, "personId">, { people }: RoutedCouncil) => people.includes(actor.personId);

export const maySeeCouncil = (actor: Actor, council: RoutedCouncil) =>
  keepsCouncil(actor, council) || sitsInCouncil(actor, council) || isHoldingHead(actor, holder(council));

export const ONLY_SECRETARIAT = "Chỉ thường trực Hội đồng Thi đua - Khen thưởng của cơ quan được làm việc này.";
