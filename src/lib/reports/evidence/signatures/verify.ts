import "server-only";
import { fromBER } from "asn1js";
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  type RelativeDistinguishedNames,
  SignedData,
  SignedDataVerifyError,
} from "pkijs";
import { clean } from "#lib/text";
import { type RawSignature, rawSignaturesOf } from "./byte-ranges.ts";
import type { PdfSignature } from "./labels.ts";
import type { TrustRoots } from "./roots.ts";

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TIME_STAMP = "1.2.840.113549.1.9.16.1.4";
const SIGNING_TIME = "1.2.840.113549.1.9.5";
const COMMON_NAME = "2.5.4.3";
const ORGANIZATION = "2.5.4.10";

/**
 * What each digital signature of a PDF is worth: whether the signed bytes are as they were, how much of the file they are,
 * who signed, and whether the certificate leads to a root of `roots`. Revocation is not asked.
 * Source: ISO 32000-1, 12.8; RFC 5652, 5.4–5.6.
 */
export async function readSignatures(pdf: Buffer, roots: TrustRoots): Promise<PdfSignature[]> {
  const read: PdfSignature[] = [];
  for (const raw of rawSignaturesOf(pdf)) read.push(await readSignature(raw, roots));
  return read;
}

async function readSignature(raw: RawSignature, roots: TrustRoots): Promise<PdfSignature> {
  const unreadable: PdfSignature = {
    integrity: "unreadable",
    bytesAfter: raw.bytesAfter,
    signer: null,
    organization: null,
    issuer: null,
    signedAt: null,
    trust: "notChecked",
  };
  try {
    return { ...unreadable, ...(raw.cms && (await judge(raw.cms, raw, roots))) };
  } catch {
    return unreadable; // whatever a broken structure makes its parser do, it is a signature that cannot be read
  }
}

/** What the structure says, compared with the bytes; null when it does not speak of them. */
async function judge(der: Buffer, raw: RawSignature, roots: TrustRoots): Promise<Partial<PdfSignature> | null> {
  const cms = signedDataOf(der);
  if (cms?.signerInfos.length !== 1) return null;
  // Content inside the structure would be verified instead of the file: such a signature says nothing of these bytes.
  if (cms.encapContentInfo.eContent && !isTimeStamp(cms)) return null;

  const { integrity, signer } = await compare(cms, Buffer.concat(raw.signed));
  if (!signer) return { integrity };
  const signedAt = signingTimeOf(cms) ?? raw.statedAt;
  return {
    integrity,
    signer: nameIn(signer.subject, COMMON_NAME) ?? nameIn(signer.subject, ORGANIZATION),
    organization: nameIn(signer.subject, ORGANIZATION),
    issuer: nameIn(signer.issuer, COMMON_NAME) ?? nameIn(signer.issuer, ORGANIZATION),
    signedAt: signedAt?.toISOString() ?? null,
    trust: integrity === "good" ? await trustOf(signer, cms, roots, signedAt ?? new Date()) : "notChecked",
  };
}

function signedDataOf(der: Buffer): SignedData | null {
  const info = new ContentInfo({ schema: fromBER(new Uint8Array(der)).result });
  return info.contentType === SIGNED_DATA ? new SignedData({ schema: info.content }) : null;
}

const isTimeStamp = ({ encapContentInfo }: SignedData) => encapContentInfo.eContentType === TIME_STAMP;

/** Whether the signature is of these bytes, by the certificate it names. */
async function compare(
  cms: SignedData,
  bytes: Buffer,
): Promise<{ integrity: PdfSignature["integrity"]; signer: Certificate | null }> {
  try {
    const data = new Uint8Array(bytes).buffer;
    const { signatureVerified, signerCertificate } = await cms.verify({ signer: 0, data, extendedMode: true });
    return { integrity: signatureVerified ? "good" : "tampered", signer: signerCertificate ?? null };
  } catch (error) {
    if (!(error instanceof SignedDataVerifyError)) throw error;
    const isOther = error.signatureVerified === false || /digest doesn't match/.test(error.message);
    return { integrity: isOther ? "tampered" : "unreadable", signer: error.signerCertificate ?? null };
  }
}

async function trustOf(
  signer: Certificate,
  cms: SignedData,
  roots: TrustRoots,
  checkDate: Date,
): Promise<PdfSignature["trust"]> {
  if (roots.certificates.length === 0) return "notConfigured";
  const others = (cms.certificates ?? []).filter(
    (each) => each instanceof Certificate && each !== signer,
  ) as Certificate[];
  const chain = new CertificateChainValidationEngine({
    trustedCerts: roots.certificates,
    certs: [...others, signer], // the engine asks about the last one
    checkDate,
  });
  try {
    return (await chain.verify()).result ? "trusted" : "untrusted";
  } catch {
    return "untrusted"; // an algorithm or a structure the engine does not know is no proof of trust
  }
}

function signingTimeOf(cms: SignedData): Date | null {
  const attributes = cms.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const time = attributes.find(({ type }) => type === SIGNING_TIME)?.values[0];
  return time && typeof time.toDate === "function" ? time.toDate() : null;
}

function nameIn(names: RelativeDistinguishedNames, type: string): string | null {
  const value: unknown = names.typesAndValues.find((each) => each.type === type)?.value.valueBlock.value;
  return typeof value === "string" && value !== "" ? clean(value).slice(0, 200) : null;
}
