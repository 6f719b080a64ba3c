import { createPrivateKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { GuichetError } from '#shared/errors.ts';
import type { SealKey } from '#main/documents/pdf-seal/index.ts';

/** Larger than any key with its chain. */
const MOST_BYTES = 200_000;
/**
 * The key and the certificates of a .p12 or .pfx file (PKCS #12), the one of the key first. Throws `seal-unreadable` for a wrong passphrase,
 * another file, a key without its certificate. It may take for ever: the file says itself how often its keys are derived, also where
 * nobody can see it before the first of them is.
 */
export function readPkcs12(bytes: Uint8Array, passphrase: string): SealKey {
  if (bytes.length > MOST_BYTES) throw new GuichetError('seal-unreadable');
  try {
    const envelope = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
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
