import "server-only";
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  hkdfSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from "node:crypto";
import { promisify } from "node:util";
import { cookieSecret } from "#lib/identity/session-cookie";
import type { BallotKey } from "./blind-rsa.ts";

/** The keys of one secret ballot, and what keeps its secrets from whoever reads the database alone. */

const MODULUS_BITS = 2048;

/** A key pair for one ballot: the private half only sealed. */
export async function makeKeys(ballotId: string): Promise<{ publicKey: BallotKey; privateKey: Buffer }> {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: MODULUS_BITS, publicExponent: 0x10001 });
  const { n = "", e = "" } = pair.publicKey.export({ format: "jwk" });
  const secret = pair.privateKey.export({ format: "der", type: "pkcs8" });
  return { publicKey: { kty: "RSA", n, e }, privateKey: seal(ballotId, "key", secret) };
}

/** Signs what a member's browser has blinded, and learns nothing of it. Null for what is no number below the modulus. */
export function signBlinded(ballotId: string, sealedKey: Buffer, blinded: Buffer): Buffer | null {
  const key = createPrivateKey({ key: unseal(ballotId, "key", sealedKey), format: "der", type: "pkcs8" });
  const raw = { padding: constants.RSA_NO_PADDING };
  try {
    const signature = privateDecrypt({ key, ...raw }, blinded);
    // A fault in the computation would give the key away (RFC 9474, section 4.3).
    return publicEncrypt({ key: createPublicKey(key), ...raw }, signature).equals(blinded) ? signature : null;
  } catch {
    return null; // longer than the modulus, or not below it: nothing our page makes
  }
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key that only this ballot and purpose have; the secret is the application's, not the database's. */
export function seal(ballotId: string, purpose: "key" | "box", content: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(ballotId, purpose), nonce);
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error if it was sealed for another ballot or with another secret, or was changed. */
export function unseal(ballotId: string, purpose: "key" | "box", sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(ballotId, purpose), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

const keyOf = (ballotId: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", cookieSecret(), ballotId, `ballot ${purpose}`, 32));
