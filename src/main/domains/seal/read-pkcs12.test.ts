import { expect, it } from 'vitest';
import { anOfficeCertificate } from '../../../../tests/builders/office-certificate.ts';
import { readPkcs12 } from './read-pkcs12.ts';

/** 70,000 as DER writes it, and 8,388,607 in as many bytes. */
const [COUNT, ENDLESS] = [Buffer.from('0203011170', 'hex'), Buffer.from('02037fffff', 'hex')];

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
        cause: new RangeError('8388607 iterations of a key derivation'),
      }),
    );
  }
});
