import { createPrivateKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { GuichetError } from '#shared/errors.ts';
import type { SealKey } from '#main/documents/pdf-seal/index.ts';

/** Larger than any key with its chain. */
const MOST_BYTES = 200_000;
/** Of all its key derivations together: some seconds at worst. Tools of the day write 2,000 to 600,000 for each of three. */
const MOST_ITERATIONS = 2_000_000;

/**
 * The key and the certificates of a .p12 or .pfx file (PKCS #12), the one of the key first. Throws `seal-unreadable` for a wrong passphrase,
 * another file, a key without its certificate.
 */
export function readPkcs12(bytes: Uint8Array, passphrase: string): SealKey {
  if (bytes.length > MOST_BYTES) throw new GuichetError('seal-unreadable');
  try {
    const envelope = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
    const count = iterationsIn(envelope);
    if (count > MOST_ITERATIONS) throw new RangeError(`${count} iterations of key derivations`);
    const bags = forge.pkcs12.pkcs12FromAsn1(envelope, false, passphrase);
    const certificates = bagsOf(bags, forge.pki.oids['certBag']).map(certificateOf);
    const [key] = [
      ...bagsOf(bags, forge.pki.oids['pkcs8ShroudedKeyBag']),
      ...bagsOf(bags, forge.pki.oids['keyBag']),
    ].map(privateKeyOf);
    const own = key && certificates.find((one) => one.checkPrivateKey(key));
    if (!own) throw new TypeError('no key with its certificate');
    return {
      privateKey: new Uint8Array(key.export({ type: 'pkcs8', format: 'der' })),
      certificates: [own, ...certificates.filter((one) => one !== own)].map(({ raw }) => new Uint8Array(raw)),
    };
  } catch (cause) {
    throw new GuichetError('seal-unreadable', { cause });
  }
}

/** A count of iterations is what follows a salt, wherever that is (RFC 7292 for the seal of the file, RFC 8018 for its boxes). */
function iterationsIn(node: forge.asn1.Asn1): number {
  const inner = childrenOf(node);
  const counts = inner.map((child, place) => {
    const isCount = isUniversal(child, forge.asn1.Type.INTEGER) && typeof child.value === 'string';
    const before = inner[place - 1];
    const isAfterSalt = before !== undefined && isUniversal(before, forge.asn1.Type.OCTETSTRING);
    const own =
      isCount && isAfterSalt ? Number(`0x${forge.util.bytesToHex(child.value as string) || '0'}`) : 0;
    return own + iterationsIn(child);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function isUniversal({ tagClass, type }: forge.asn1.Asn1, wanted: forge.asn1.Type): boolean {
  return tagClass === forge.asn1.Class.UNIVERSAL && type === wanted;
}

/** Of a structure, or of one that is carried in a string of bytes: whole, or in chunks. */
function childrenOf(node: forge.asn1.Asn1): forge.asn1.Asn1[] {
  if (!isUniversal(node, forge.asn1.Type.OCTETSTRING))
    return typeof node.value === 'string' ? [] : node.value;
  const carried = bytesOf(node);
  if (carried === '') return [];
  try {
    // As leniently as the library reads it afterwards: what it would not refuse must not hide here.
    return [forge.asn1.fromDer(carried, false)];
  } catch {
    return [];
  }
}

/** Chunks are joined whatever each is called, as the library does. */
function bytesOf({ value }: forge.asn1.Asn1): string {
  return typeof value === 'string' ? value : value.map(bytesOf).join('');
}

function bagsOf(pfx: forge.pkcs12.Pkcs12Pfx, type: string | undefined): forge.pkcs12.Bag[] {
  return (type !== undefined && pfx.getBags({ bagType: type })[type]) || [];
}

/** What the library cannot make an object of, other than RSA, it leaves as it was encoded. */
function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): X509Certificate {
  return new X509Certificate(derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));
}

function privateKeyOf({ key, asn1 }: forge.pkcs12.Bag) {
  const encoded = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1;
  return createPrivateKey({ key: derOf(encoded), format: 'der', type: 'pkcs8' });
}

function derOf(encoded: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(encoded).getBytes(), 'binary');
}
