import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

export interface SealKey {
  /** PKCS #8, DER. */
  privateKey: Uint8Array;
  /** DER, the sealing one first. */
  certificates: readonly Uint8Array[];
}

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/** Names of the curves by their object identifiers (RFC 5480). */
const CURVES: Record<string, string> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/**
 * A detached CMS signature with what CAdES asks of a baseline B (ETSI EN 319 122-1): the digest of the content and that of the certificate,
 * both signed; no time, which PAdES has in the file.
 */
export async function cadesSignature(
  content: Uint8Array,
  { privateKey, certificates }: SealKey,
): Promise<Uint8Array> {
  const chain = certificates.map((der) => Certificate.fromBER(exact(der)));
  const [own] = chain;
  const [ownDer] = certificates;
  if (!own || !ownDer) throw new TypeError('a seal without a certificate');
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
        new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: digestOf(content) })] }),
        new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [signingCertificate(ownDer)] }),
      ],
    }),
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [signer],
    certificates: chain,
  });
  await signed.sign(await importKey(privateKey, own), 0, 'SHA-256', exact(content));
  const envelope = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(envelope.toSchema().toBER());
}

/** SigningCertificateV2 (RFC 5035): SHA-256, which is its default, so that the algorithm is left out. */
function signingCertificate(der: Uint8Array): Sequence {
  const id = new Sequence({ value: [new OctetString({ valueHex: digestOf(der) })] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

function importKey(
  pkcs8: Uint8Array,
  { subjectPublicKeyInfo: { algorithm } }: Certificate,
): ReturnType<typeof crypto.subtle.importKey> {
  const curve =
    algorithm.algorithmParams instanceof ObjectIdentifier ? algorithm.algorithmParams.getValue() : '';
  const how =
    algorithm.algorithmId === RSA_ENCRYPTION
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: CURVES[curve] ?? curve };
  return crypto.subtle.importKey('pkcs8', exact(pkcs8), how, false, ['sign']);
}

function digestOf(bytes: Uint8Array): ArrayBuffer {
  return exact(createHash('sha256').update(bytes).digest());
}

function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
