import type { Database } from './database.ts';
import { foundation } from './migrations/10-foundation.ts';
import { changesAndConflicts } from './migrations/70-changes-and-conflicts.ts';
import { rectorat } from './migrations/50-rectorat.ts';
import { batches } from './migrations/60-batches.ts';
import { auditCheckpoints } from './migrations/100-audit-checkpoints.ts';
import { keysOfStations } from './migrations/110-keys-of-stations.ts';
import { speedOfIntake } from './migrations/120-speed-of-intake.ts';
import { proposalsAnew } from './migrations/130-proposals-anew.ts';
import { priceOfABatch } from './migrations/140-price-of-a-batch.ts';
import { trustAndSuccessors } from './migrations/80-trust-and-successors.ts';
import { portalAccounts } from './migrations/40-portal-accounts.ts';

/** In order. A migration that was released never changes. */
const MIGRATIONS: readonly { number: number; sql: string }[] = [
  foundation,
  portalAccounts,
  rectorat,
  batches,
  changesAndConflicts,
  trustAndSuccessors,
  auditCheckpoints,
  keysOfStations,
  speedOfIntake,
  proposalsAnew,
  priceOfABatch,
];

/** Any number, the same in every instance: two centres that start together migrate one after the other. */
const MIGRATION_LOCK = 7_431_001;

/** `only`: these migrations and no other, to take in a backup of an older program. */
export async function migrate(database: Database, only?: readonly number[]): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.rows('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await sql.rows(
      'CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const applied = new Set((await sql.rows('SELECT number FROM migration')).map((row) => row['number']));
    const newest = MIGRATIONS.at(-1)?.number ?? 0;
    if ([...applied].some((number) => Number(number) > newest))
      throw new Error('database of a newer program');
    for (const migration of MIGRATIONS) {
      if (applied.has(migration.number) || only?.includes(migration.number) === false) continue;
      await sql.rows(migration.sql);
      await sql.rows('INSERT INTO migration (number) VALUES ($1)', [migration.number]);
    }
  });
}
