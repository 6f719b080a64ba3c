import forge from 'node-forge';

export interface OfficeCertificateFile {
  /** A .p12 file. */
  bytes: Uint8Array;
  passphrase: string;
}

interface OfficeCertificate {
  from?: string;
  to?: string;
  algorithm?: 'aes256' | '3des';
  /** Of the derivation of its keys. */
  count?: number;
}

/** The seal of an office that does not exist, in force on the days of the tests. */
export function anOfficeCertificate({
  from = '2026-01-01',
  to = '2028-12-31',
  algorithm = 'aes256',
  count = 2048,
}: OfficeCertificate = {}): OfficeCertificateFile {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '0a1b2c';
  certificate.validity.notBefore = new Date(from);
  certificate.validity.notAfter = new Date(to);
  const name = [
    { name: 'commonName', value: 'Cachet du bureau d’essai', valueTagClass: forge.asn1.Type.UTF8 as never },
    { name: 'organizationName', value: 'Académie d’essai', valueTagClass: forge.asn1.Type.UTF8 as never },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const passphrase = 'phrase du cachet';
  const envelope = forge.pkcs12.toPkcs12Asn1(keys.privateKey, certificate, passphrase, { algorithm, count });
  return { bytes: Buffer.from(forge.asn1.toDer(envelope).getBytes(), 'binary'), passphrase };
}
