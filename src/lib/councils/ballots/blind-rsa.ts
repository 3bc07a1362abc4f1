/**
 * Blind RSA signatures, RSABSSA-SHA384-PSS-Deterministic: somebody signs a message without seeing it, and cannot tell later which one it was.
 * What is blinded must be random (32 bytes here), as the deterministic variant asks. The same code runs in the browser and in Node.
 * Source: RFC 9474, sections 4.2, 4.4, 5; RFC 8017, sections 5.2.2, 9.1.1 and B.2.1.
 */
const HASH = "SHA-384";
const HASH_BYTES = 48;
const SALT_BYTES = 48;

/** A public key as JWK names its numbers: base64url. */
export type BallotKey = { kty: "RSA"; n: string; e: string };

type Bytes = Uint8Array<ArrayBuffer>;
type Chance = { salt: Bytes; factor: bigint };

/** What goes to the signer, and what undoes the blinding. `chance` is given by tests alone. */
export async function blind(key: BallotKey, message: Bytes, chance?: Chance) {
  const [n, e] = [integerOf(fromText(key.n)), integerOf(fromText(key.e))];
  const salt = chance?.salt ?? crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const encoded = integerOf(await encodePss(message, bitsOf(n) - 1, salt));
  const factor = chance?.factor ?? randomBelow(n);
  return {
    blinded: bytesOf((encoded * power(factor, e, n)) % n, lengthOf(n)),
    inverse: bytesOf(inverseOf(factor, n), lengthOf(n)),
  };
}

/** The signature of the message itself. @throws Error if the signer did not sign what was sent. */
export async function finalize(key: BallotKey, message: Bytes, blindSignature: Bytes, inverse: Bytes): Promise<Bytes> {
  const n = integerOf(fromText(key.n));
  const signature = bytesOf((integerOf(blindSignature) * integerOf(inverse)) % n, lengthOf(n));
  if (!(await verify(key, message, signature))) throw new Error("The signer has not signed what was sent.");
  return signature;
}

/** Whether the key's owner signed this message, blindly or not. */
export async function verify(key: BallotKey, message: Bytes, signature: Bytes): Promise<boolean> {
  const algorithm = { name: "RSA-PSS", hash: HASH };
  const imported = await crypto.subtle.importKey("jwk", { kty: key.kty, n: key.n, e: key.e }, algorithm, false, [
    "verify",
  ]);
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength: SALT_BYTES }, imported, signature, message);
}

/** EMSA-PSS-ENCODE. Source: RFC 8017, section 9.1.1. */
async function encodePss(message: Bytes, bits: number, salt: Bytes): Promise<Bytes> {
  const length = Math.ceil(bits / 8);
  const hash = await digest(joined(new Uint8Array(8), await digest(message), salt));
  const block = new Uint8Array(length - HASH_BYTES - 1);
  block.set([1], block.length - salt.length - 1);
  block.set(salt, block.length - salt.length);
  const mask = await maskOf(hash, block.length);
  const masked = block.map((byte, index) => byte ^ (mask[index] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return joined(masked, hash, new Uint8Array([0xbc]));
}

/** MGF1. Source: RFC 8017, section B.2.1. */
async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let counter = 0; counter * HASH_BYTES < length; counter++)
    parts.push(await digest(joined(seed, new Uint8Array([0, 0, counter >> 8, counter & 0xff]))));
  return joined(...parts).slice(0, length);
}

const digest = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest(HASH, bytes));

/** Evenly chosen from 1 to n − 1, by drawing again. */
function randomBelow(n: bigint): bigint {
  for (;;) {
    const drawn = integerOf(crypto.getRandomValues(new Uint8Array(lengthOf(n))));
    if (drawn > 0n && drawn < n) return drawn;
  }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** By Euclid's extended algorithm. @throws Error for a number that has none: a factor of the modulus. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  if (a !== 1n) throw new Error("The blinding factor has no inverse.");
  return ((x % modulus) + modulus) % modulus;
}

const bitsOf = (n: bigint) => n.toString(2).length;
const lengthOf = (n: bigint) => Math.ceil(bitsOf(n) / 8);

const integerOf = (bytes: Uint8Array) => BigInt(`0x${hex(bytes) || "0"}`);
const bytesOf = (value: bigint, length: number) => fromHex(value.toString(16).padStart(length * 2, "0"));

export const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const fromHex = (text: string): Bytes =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** base64url without padding, as JWK and our routes carry bytes. */
export const toText = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
export const fromText = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
