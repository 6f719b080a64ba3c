import forge from 'node-forge';
import { expect, it } from 'vitest';
import { anOfficeCertificate } from '../../../../tests/builders/office-certificate.ts';
import { readCertificateFile } from './read-certificate-file.ts';

/** 70,000 as DER writes it, and 8,388,607 in as many bytes: a minute for each key. */
const [COUNT, ENDLESS] = [Buffer.from('0203011170', 'hex'), Buffer.from('02037fffff', 'hex')];
const LIMIT_MS = 3_000;

const refusedForItsTime: unknown = expect.objectContaining({
  code: 'seal-unreadable',
  cause: expect.objectContaining({ code: 'cancelled' }) as Error,
});

it('a file that would derive its keys for minutes is given up, and the counter is served meanwhile', async () => {
  const { bytes, passphrase } = anOfficeCertificate({ count: 70_000 });
  expect((await readCertificateFile(bytes, passphrase)).certificates).toHaveLength(1);
  const endless = Buffer.from(bytes);
  // The last count is that of the seal of the file, which is derived first.
  endless.set(ENDLESS, endless.lastIndexOf(COUNT));
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 20);
  await expect(readCertificateFile(endless, passphrase, LIMIT_MS)).rejects.toEqual(refusedForItsTime);
  clearInterval(clock);
  expect(turns).toBeGreaterThan(20);
});

it('a count of minutes inside a box that only the passphrase opens is given up too', async () => {
  const sound = withItsKeyInABox((contents) => contents);
  expect((await readCertificateFile(sound.bytes, sound.passphrase)).certificates).toHaveLength(1);
  const { bytes, passphrase } = withItsKeyInABox((contents) => {
    const place = contents.indexOf(COUNT);
    expect(place).toBeGreaterThan(0);
    contents.set(ENDLESS, place);
    return contents;
  });
  expect(Buffer.from(bytes).indexOf(ENDLESS)).toBe(-1);
  await expect(readCertificateFile(bytes, passphrase, LIMIT_MS)).rejects.toEqual(refusedForItsTime);
});

const { create, fromDer, toDer, oidToDer, Class, Type } = forge.asn1;
const universal = (type: forge.asn1.Type, value: forge.asn1.Asn1[] | string) =>
  create(Class.UNIVERSAL, type, typeof value !== 'string', value);
const oid = (name: string) => universal(Type.OID, oidToDer(forge.pki.oids[name]!).getBytes());
const partsOf = (node: forge.asn1.Asn1) => node.value as forge.asn1.Asn1[];
const carriedBy = (node: forge.asn1.Asn1) => partsOf(partsOf(node)[1]!)[0]!;

/** A file without a seal, the bag of its key in an encrypted box as that of its certificate may be (RFC 7292, 4). */
function withItsKeyInABox(change: (contents: Buffer) => Buffer): { bytes: Uint8Array; passphrase: string } {
  const { bytes, passphrase } = anOfficeCertificate({ count: 70_000 });
  const envelope = fromDer(Buffer.from(bytes).toString('binary'));
  const octets = carriedBy(partsOf(envelope)[1]!);
  const safe = fromDer(octets.value as string);
  const [certificate, key] = partsOf(safe);
  const contents = change(Buffer.from(carriedBy(key!).value as string, 'binary'));
  const box = forge.pki.encryptPrivateKeyInfo(fromDer(contents.toString('binary')), passphrase, {
    algorithm: 'aes256',
    count: 2048,
  });
  const [algorithm, secret] = partsOf(box);
  const encrypted = create(Class.CONTEXT_SPECIFIC, 0, false, secret!.value);
  const content = universal(Type.SEQUENCE, [oid('data'), algorithm!, encrypted]);
  const version = universal(Type.INTEGER, '\0');
  const data = create(Class.CONTEXT_SPECIFIC, 0, true, [universal(Type.SEQUENCE, [version, content])]);
  safe.value = [certificate!, universal(Type.SEQUENCE, [oid('encryptedData'), data])];
  octets.value = toDer(safe).getBytes();
  envelope.value = partsOf(envelope).slice(0, 2);
  return { bytes: Buffer.from(toDer(envelope).getBytes(), 'binary'), passphrase };
}
