import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';
import { tlsFiles } from '../builders/tls-files.ts';

const postgres = usePostgres();

/** One that is nothing much, some of one request, and one of several. */
const SIZES = [1, 16_384, 65_536, 300_000, 500_000, 524_288, 700_000, 1_300_000];

it('scans of any size lie at the centre as they were at the counter, also over TLS', async () => {
  const tls = tlsFiles('20200101000000Z', '20980101000000Z');
  const trusted = getCACertificates();
  setDefaultCACertificates([...trusted, tls.certificate]);
  onTestFinished(() => setDefaultCACertificates(trusted));
  const dataFolder = aFolder();
  const central = await aCentral(postgres, { dataFolder, tls });
  expect(central.url).toMatch(/^https:/);
  const station = aSyncStation();
  await station.enrolAt(central);
  const [number = ''] = station.register();
  const hashes = SIZES.map((size) => station.attach(number, someBytes(size)));

  expect(await station.sync()).toMatchObject({ scansSent: SIZES.length, scansPending: 0 });
  const stored = hashes.map((sha256) =>
    createHash('sha256')
      .update(readFileSync(join(dataFolder, 'blobs', sha256.slice(0, 2), sha256)))
      .digest('hex'),
  );
  expect(stored).toEqual(hashes);
});
