/**
 * How long a wrong password makes the next try wait. Guessing gets slow, but strangers cannot lock people out:
 * a browser somebody has signed in from before answers only for itself.
 * Source: OWASP, “Slow Down Online Guessing Attacks with Device Cookies”.
 */
export type ThrottleScope = "nameAndDevice" | "nameAndAddress" | "name" | "address";

/** The first `free` mistakes cost nothing; then 1, 2, 4… seconds, never more than `longest`. */
const patience: Record<ThrottleScope, { free: number; longest: number }> = {
  nameAndDevice: { free: 5, longest: 15 * 60 },
  nameAndAddress: { free: 5, longest: 15 * 60 },
  name: { free: 20, longest: 60 },
  address: { free: 100, longest: 30 }, // a whole office may share one
};

/** Mistakes this old are forgotten. */
export const FORGOTTEN_AFTER_HOURS = 12;

export const delaySeconds = (scope: ThrottleScope, failures: number) =>
  failures <= patience[scope].free ? 0 : Math.min(patience[scope].longest, 2 ** (failures - patience[scope].free - 1));

/** What a try is counted under. `device` is set only when its cookie proves an earlier sign-in with this name. */
export function throttleKeys({
  username,
  address,
  device,
}: {
  username: string;
  address: string;
  device: string | null;
}) {
  if (device) return { nameAndDevice: `nameAndDevice:${username}|${device}` };
  return {
    nameAndAddress: `nameAndAddress:${username}|${address}`,
    name: `name:${username}`,
    address: `address:${address}`,
  };
}

export const scopeOf = (key: string) => key.slice(0, key.indexOf(":")) as ThrottleScope;

/** A right password clears what was counted against the name; the address stays, or one account would buy guesses at others. */
export const isClearedBySuccess = (key: string) => scopeOf(key) !== "address";

/** Tries of one name that may be under way together: once somebody has guessed wrong, they come one at a time. */
export const simultaneousTries = (failures: number) => (failures > 3 ? 1 : 20);

/** The page to go to after signing in: one of ours, never another site. */
export function localPath(wanted: string | null | undefined, host: string | null = null): string {
  const here = "http://here.invalid";
  if (!wanted || !URL.canParse(wanted, here)) return "/work";
  const url = new URL(wanted, here);
  const ours = url.origin === here || (/^https?:$/.test(url.protocol) && url.host === host);
  if (!ours || /^\/(sign-in|api)(\/|$)/.test(url.pathname) || url.pathname === "/") return "/work";
  return url.pathname.replace(/^\/+/, "/") + url.search + url.hash;
}
