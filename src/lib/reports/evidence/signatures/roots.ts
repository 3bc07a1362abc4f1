import "server-only";
import { createHash, X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Certificate } from "pkijs";
import { env } from "#lib/env";

/** The certificates signatures are trusted by; `fingerprint` changes with them. Empty = none configured. */
export type TrustRoots = { certificates: Certificate[]; fingerprint: string };

export const noRoots: TrustRoots = { certificates: [], fingerprint: "none" };

/** The roots of the folder SIGNATURE_ROOTS_DIR, read anew each time: an administrator adds one without a restart. */
export async function trustRoots(folder = env().SIGNATURE_ROOTS_DIR): Promise<TrustRoots> {
  if (!folder) return noRoots;
  try {
    const names = (await readdir(folder)).filter((name) => /\.(pem|crt|cer)$/i.test(name)).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    return rootsOf(texts.join("\n"));
  } catch (error) {
    console.error(`Không đọc được gốc tin cậy ở SIGNATURE_ROOTS_DIR (${folder}): ${(error as Error).message}`);
    return noRoots;
  }
}

function rootsOf(pem: string): TrustRoots {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) return noRoots;
  const raw = blocks.map((block) => new X509Certificate(block).raw);
  const hash = createHash("sha256");
  for (const der of raw) hash.update(der);
  return { certificates: raw.map((der) => Certificate.fromBER(new Uint8Array(der))), fingerprint: hash.digest("hex") };
}
