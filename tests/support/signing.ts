import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { Signer, SignPdf } from "@signpdf/signpdf";
import { BitString, Integer, ObjectIdentifier, OctetString, UTCTime, Utf8String } from "asn1js";
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";

/** Certificates and signatures made in the test, so that nothing secret lies in the repository. */
export type Holder = { certificate: Certificate; key: CryptoKey };

const ALGORITHM = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
let serial = 0;

/** A root that trusts itself. */
export const anAuthority = (name: string): Promise<Holder> => certify(name, null, true);

/** Somebody with a certificate of `authority`. */
export const aSigner = (name: string, authority: Holder): Promise<Holder> => certify(name, authority, false);

async function certify(name: string, issuer: Holder | null, isAuthority: boolean): Promise<Holder> {
  const keys = (await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"])) as CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: ++serial });
  certificate.subject.typesAndValues.push(commonName(name));
  if (issuer) certificate.issuer = issuer.certificate.subject;
  else certificate.issuer.typesAndValues.push(commonName(name));
  certificate.notBefore.value = new Date(Date.now() - YEAR_MS);
  certificate.notAfter.value = new Date(Date.now() + YEAR_MS);
  const limits = new BasicConstraints({ cA: isAuthority });
  const usage = new BitString({ valueHex: new Uint8Array([isAuthority ? 0x06 : 0xc0]).buffer, unusedBits: 1 });
  certificate.extensions = [
    new Extension({
      extnID: "2.5.29.19",
      critical: true,
      extnValue: limits.toSchema().toBER(false),
      parsedValue: limits,
    }),
    new Extension({ extnID: "2.5.29.15", critical: false, extnValue: usage.toBER(false), parsedValue: usage }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.key ?? keys.privateKey, "SHA-256");
  return { certificate, key: keys.privateKey };
}

const commonName = (name: string) =>
  new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value: name }) });

export const pemOf = ({ certificate }: Holder) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.toSchema().toBER(false)).toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

/** Signs a PDF the way PAdES does; `holds` puts content into the structure itself, which a PDF must not. */
export async function signPdf(pdf: Buffer, holder: Holder, at: Date, holds?: Buffer): Promise<Buffer> {
  const prepared = plainAddPlaceholder({
    pdfBuffer: pdf,
    reason: "Bao cao",
    contactInfo: "",
    name: "",
    location: "",
    signingTime: at,
    signatureLength: 8_192,
    subFilter: "ETSI.CAdES.detached",
  });
  class Ours extends Signer {
    override sign = (bytes: Buffer) => cmsOf(bytes, holder, at, holds);
  }
  return new SignPdf().sign(prepared, new Ours());
}

async function cmsOf(bytes: Buffer, { certificate, key }: Holder, at: Date, holds?: Buffer): Promise<Buffer> {
  const signed = holds ?? bytes;
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(signed));
  const cms = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: "1.2.840.113549.1.7.1",
      ...(holds ? { eContent: new OctetString({ valueHex: new Uint8Array(holds).buffer }) } : {}),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: "1.2.840.113549.1.9.3",
              values: [new ObjectIdentifier({ value: "1.2.840.113549.1.7.1" })],
            }),
            new Attribute({ type: "1.2.840.113549.1.9.5", values: [new UTCTime({ valueDate: at })] }),
            new Attribute({ type: "1.2.840.113549.1.9.4", values: [new OctetString({ valueHex: digest })] }),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await cms.sign(key, 0, "SHA-256", new Uint8Array(signed).buffer);
  const info = new ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: cms.toSchema(true) });
  return Buffer.from(info.toSchema().toBER(false));
}
