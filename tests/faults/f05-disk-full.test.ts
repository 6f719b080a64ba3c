import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFileStore } from '#main/vault/file-store.ts';
import { GuichetError } from '#shared/errors.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { query } from '../builders/postgres-query.ts';
import { aSmallDisk, fillDisk } from '../builders/small-disk.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';

const postgres = usePostgres();

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof GuichetError ? error.code : String(error);
  }
}

/** A database of the centre that lies there and nowhere else. */
async function aDatabaseOn(folder: string): Promise<string> {
  const databaseUrl = await postgres.freshDatabase();
  const name = databaseUrl.split('/').at(-1) ?? '';
  const administer = (sql: string) => query(databaseUrl.replace(/[^/]+$/, 'postgres'), sql);
  const [setting] = await administer('SHOW data_directory');
  const { uid, gid } = statSync(String(setting?.['data_directory']));
  chownSync(folder, uid, gid);
  chmodSync(dirname(folder), 0o711);
  await administer(`CREATE TABLESPACE on_${name} LOCATION '${folder}'`);
  onTestFinished(async () => {
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    await administer(`DROP TABLESPACE on_${name}`);
  });
  await administer(`ALTER DATABASE ${name} SET TABLESPACE on_${name}`);
  return databaseUrl;
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

describe('F5: the disk is full', () => {
  it('under the base of a counter: refused before “Enregistré”, nothing half there, and well again with room', () => {
    const station = aSyncStation();
    const [first = ''] = station.register();
    station.database.get('PRAGMA max_page_count = 1');
    const codes = Array.from({ length: 40 }, () => codeOf(() => station.register()));
    const saved = 1 + codes.filter((code) => code === 'done').length;
    station.database.get('PRAGMA max_page_count = 4294967294');
    const count = (table: string) => station.database.get(`SELECT count(*) AS n FROM ${table}`)?.['n'];
    expect({
      refused: codes.at(-1),
      counts: ['registration', 'registration_version', 'outbox_op'].map(count),
      next: codeOf(() => station.amend(first, { 'identification.locality': 'Antibes' })),
    }).toEqual({ refused: 'disk-full', counts: [saved, saved, saved], next: 'done' });
  });

  it('under the scans of a counter: refused, and neither a row nor a piece of file is left', () => {
    const disk = aSmallDisk(200);
    const { database } = aSyncStation();
    const files = createFileStore(disk.folder, database, () => 0);
    const refused = codeOf(() => files.put(someBytes(400_000), 'image/png'));
    const rows = database.all('SELECT id FROM stored_file');
    disk.grow(4_000);
    expect({ refused, rows, next: codeOf(() => files.put(someBytes(400_000), 'image/png')) }).toEqual({
      refused: 'disk-full',
      rows: [],
      next: 'done',
    });
  });

  it.each([
    ['in chunks', 900_000, { bytesAtMost: 300 * 1024, begun: 1 }],
    ['in one request', 400_000, { bytesAtMost: 0, begun: 0 }],
  ])(
    'under the scans of the centre: the counter keeps its scan that goes %s, says why, and sends it once there is room',
    async (_how, size, leaves) => {
      const disk = aSmallDisk(300);
      const central = await aCentral(postgres, { blobsFolder: disk.folder });
      const station = aSyncStation();
      const [number = ''] = station.register();
      const sha256 = station.attach(number, someBytes(size));
      await station.enrolAt(central);
      // Twice: the second finds what is left of the first under its name.
      const full = { code: 'server-refused', detail: { refusal: 'disk-full' } };
      await expect(station.sync()).rejects.toMatchObject(full);
      await expect(station.sync()).rejects.toMatchObject(full);
      const kept = station.database.all('SELECT sha256, state FROM outbox_blob');
      const left = bytesIn(disk.folder);
      const begun = readdirSync(join(disk.folder, 'partial')).length;
      disk.grow(8_000);
      const { scansSent } = await station.sync();
      expect({ kept, scansSent }).toEqual({ kept: [{ sha256, state: 'pending' }], scansSent: 1 });
      expect([left <= leaves.bytesAtMost, begun, bytesIn(disk.folder)]).toEqual([true, leaves.begun, size]);
    },
  );

  // A full pg_wal stops PostgreSQL itself: that is F2.
  it('under the base of the centre: the counter keeps what it has, says why, and sends it once there is room', async () => {
    const disk = aSmallDisk(30_000);
    const databaseUrl = await aDatabaseOn(disk.folder);
    const central = await aCentral(postgres, { databaseUrl });
    const station = aSyncStation();
    station.register(3);
    await station.enrolAt(central);
    fillDisk(disk.folder);
    await expect(station.sync()).rejects.toMatchObject({
      code: 'server-refused',
      detail: { refusal: 'disk-full' },
    });
    const kept = station.outbox().map(({ state }) => state);
    disk.grow(60_000);
    const { opsAccepted } = await station.sync();
    expect({ kept, opsAccepted }).toEqual({ kept: Array(3).fill('pending'), opsAccepted: 3 });
  });
});
