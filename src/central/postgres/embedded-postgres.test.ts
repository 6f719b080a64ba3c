import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../../../tests/builders/folder.ts';
import { query } from '../../../tests/builders/postgres-query.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

it('PostgreSQL starts after a power cut, on another port when somebody takes the one that was free, and says why when it cannot', async () => {
  const folder = aFolder();
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const { port: taken } = other.address() as AddressInfo;
  const free = createServer();
  await new Promise<void>((resolve) => void free.listen(0, '127.0.0.1', resolve));
  const { port } = free.address() as AddressInfo;
  free.close();

  const found = [port, taken, port];
  const postgres = await startEmbeddedPostgres(folder, () => Promise.resolve(found.shift() ?? port));
  const answer = await query(postgres.databaseUrl, 'SELECT 1 AS one');
  await postgres.stop();
  const alwaysTaken = startEmbeddedPostgres(folder, () => Promise.resolve(taken));
  await expect(alwaysTaken).rejects.toThrow(
    /PostgreSQL ne démarre pas : .*could not create any TCP\/IP sockets/,
  );
  other.close();
  // As a power cut leaves it.
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), '');
  const afterCut = await startEmbeddedPostgres(folder);
  await afterCut.stop();
  rmSync(join(folder, 'postgres', 'global'), { recursive: true });
  const damaged = startEmbeddedPostgres(folder);
  await expect(damaged).rejects.toThrow(/PostgreSQL ne démarre pas : ./);
  expect([answer, found]).toEqual([[{ one: 1 }], []]);
}, 60_000);
