import forge from 'node-forge';
import { expect, it } from 'vitest';
import { anOfficeCertificate } from '../../../../tests/builders/office-certificate.ts';
import { readPkcs12 } from './read-pkcs12.ts';

/** 70,000 as DER writes it, and 8,388,607 in as many bytes. */
const [COUNT, ENDLESS] = [Buffer.from('0203011170', 'hex'), Buffer.from('02037fffff', 'hex')];
/** 1,200,000. */
const HEAVY = Buffer.from('0203124f80', 'hex');

it('a file that would derive its keys for minutes is refused before, wherever it says so', () => {
  const { bytes, passphrase } = anOfficeCertificate({ count: 70_000 });
  const file = Buffer.from(bytes);
  expect(readPkcs12(file, passphrase).certificates).toHaveLength(1);
  const places = { box: file.indexOf(COUNT), seal: file.lastIndexOf(COUNT) };
  expect(places.box).toBeLessThan(places.seal);
  for (const place of Object.values(places)) {
    const endless = Buffer.from(file);
    endless.set(ENDLESS, place);
    expect(() => readPkcs12(endless, passphrase)).toThrow(
      expect.objectContaining({
        code: 'seal-unreadable',
        cause: new RangeError('8458607 iterations of key derivations'),
      }),
    );
  }
});

it('counts that are bearable one by one are refused together, in chunks and in a carelessly written file too', () => {
  const { bytes, passphrase } = anOfficeCertificate({ count: 70_000 });
  const inChunks = carried(bytes, (safe) => [safe.slice(0, 300), safe.slice(300)]);
  expect(readPkcs12(inChunks, passphrase).certificates).toHaveLength(1);
  const tooLongByOne = (safe: string) => `${safe.slice(0, 3)}${nextTo(safe.charCodeAt(3))}${safe.slice(4)}`;
  const cut = carried(bytes, (safe) => [tooLongByOne(safe)]);
  for (const file of [Buffer.from(bytes), inChunks, cut]) {
    file.set(HEAVY, file.indexOf(COUNT));
    file.set(HEAVY, file.lastIndexOf(COUNT));
    expect(() => readPkcs12(file, passphrase)).toThrow(
      expect.objectContaining({ cause: new RangeError('2400000 iterations of key derivations') }),
    );
  }
});

const nextTo = (code: number) => String.fromCharCode(code + 1);

/** The same file, what it carries written otherwise: in one string of bytes, or in several. */
function carried(file: Uint8Array, write: (safe: string) => string[]): Buffer {
  const { create, fromDer, toDer, Class, Type } = forge.asn1;
  const envelope = fromDer(Buffer.from(file).toString('binary'));
  const [, content] = (envelope.value as forge.asn1.Asn1[])[1]!.value as forge.asn1.Asn1[];
  const [octets] = content!.value as forge.asn1.Asn1[];
  const parts = write(octets!.value as string).map((part) =>
    create(Class.UNIVERSAL, Type.OCTETSTRING, false, part),
  );
  content!.value = parts.length === 1 ? parts : [create(Class.UNIVERSAL, Type.OCTETSTRING, true, parts)];
  return Buffer.from(toDer(envelope).getBytes(), 'binary');
}
