import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { ration } from "#lib/identity/ration";
import { normalPassword } from "#lib/identity/rules";

/** Source: OWASP Password Storage Cheat Sheet, argon2id with 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** A hash of no password at this cost: an unknown user name takes as long to refuse as a wrong password. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$dUjF+d/mz3JmVSvob+bN6Q$AvfnMcgpmmhR5+kKWNsWFN67e9ZJli4u8540DPZPtL4";

// A hash keeps one core busy for about 20 ms. One for each core at a time leaves the others waiting in order
// instead of taking 19 MiB each, and an unbounded queue would answer people who have long gone away.
const rationed = ration({ seats: availableParallelism(), queue: 200 });

/** @throws UserFacingError 429 when too many people wait. */
export const hashPassword = (password: string): Promise<string> => rationed(() => hash(normalPassword(password), cost));

/** True if `password` is the one behind `stored`; null stands for a person who does not exist. @throws UserFacingError 429 when too many people wait. */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> =>
  (await rationed(() => verify(stored ?? NOBODYS_HASH, normalPassword(password)))) && stored !== null;

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // without those that look alike on paper

/** A password to be handed over once and changed at the first sign-in: 79 bits, readable aloud. “k7mp-…” */
export const oneTimePassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join(
    "-",
  );
