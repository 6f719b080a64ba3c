import { createPrivateKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { GuichetError } from '#shared/errors.ts';
import type { SealKey } from '#main/documents/pdf-seal/index.ts';

/** Larger than any key with its chain. */
const MOST_BYTES = 200_000;
/** Of a key derivation: some seconds at worst. Tools of the day write 2,000 to 600,000. */
const MOST_ITERATIONS = 1_000_000;

/**
 * The key and the certificates of a .p12 or .pfx file (PKCS #12), the one of the key first. Throws `seal-unreadable` for a wrong passphrase,
 * another file, a key without its certificate.
 */
export function readPkcs12(bytes: Uint8Array, passphrase: string): SealKey {
  if (bytes.length > MOST_BYTES) throw new GuichetError('seal-unreadable');
  try {
    const envelope = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
    refuseEndless(envelope);
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
function refuseEndless(node: forge.asn1.Asn1): void {
  const inner = childrenOf(node);
  inner.forEach((child, place) => {
    const isCount = isUniversal(child, forge.asn1.Type.INTEGER) && typeof child.value === 'string';
    const before = inner[place - 1];
    if (isCount && before && isUniversal(before, forge.asn1.Type.OCTETSTRING)) {
      const count = Number(`0x${forge.util.bytesToHex(child.value as string) || '0'}`);
      if (count > MOST_ITERATIONS) throw new RangeError(`${count} iterations of a key derivation`);
    }
    refuseEndless(child);
  });
}

function isUniversal({ tagClass, type }: forge.asn1.Asn1, wanted: forge.asn1.Type): boolean {
  return tagClass === forge.asn1.Class.UNIVERSAL && type === wanted;
}

/** Of a structure, or of one that is carried in a string of bytes. */
function childrenOf(node: forge.asn1.Asn1): forge.asn1.Asn1[] {
  if (typeof node.value !== 'string') return node.value;
  if (!isUniversal(node, forge.asn1.Type.OCTETSTRING) || node.value === '') return [];
  try {
    return [forge.asn1.fromDer(node.value)];
  } catch {
    return [];
  }
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
