import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type OpenDatabase } from '#main/database/open-database.ts';
import { appendEntries } from '#main/domains/audit/append-entries.ts';
import { verifyChain } from '#main/domains/audit/verify-chain.ts';
import { count, slowest, type HardenRow } from './row.ts';

const TRIGGERS = ['audit_entry_unchanged', 'audit_entry_kept'];
const STEP = 10_000;

/** One row of a long audit log is changed, removed or put elsewhere: whether it is found at its place, and how long the whole takes. */
export const auditLog: HardenRow = {
  name: 'audit-log',
  isTimed: true,
  async measure({ quick, seed, say }) {
    const entries = quick ? 100_000 : 1_000_000;
    const folder = mkdtempSync(join(tmpdir(), 'guichet-audit-'));
    const database = openDatabase(join(folder, 'guichet.db'), randomBytes(64));
    try {
      fill(database, entries);
      say(`${entries} lines written`);
      const sound = await timed(database);
      const place = 2 + (seed % (entries - 3));
      const found: Timed[] = [];
      for (const sql of tamperings(place)) found.push(await playTampering(database, sql));
      const missed = found.filter(({ first }) => first !== place).length + sound.faults;
      return [
        slowest('audit-sound-slowest', [sound.ms]),
        slowest(
          'audit-located-slowest',
          found.map(({ ms }) => ms),
        ),
        count('audit-missed', missed, found.length + 1),
      ];
    } finally {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function fill(database: OpenDatabase, entries: number): void {
  for (let from = 0; from < entries; from += STEP)
    database.transaction(() => {
      for (let number = from; number < from + STEP; number += 1)
        appendEntries(database, [
          {
            atMs: 1_790_000_000_000 + number * 30_000,
            clerkId: 'a3f1c2d4e5b6478899aabbccddeeff00',
            operation: 'registrations.get',
            reference: String(272_350_000_000_000 + number),
            outcome: 'done',
          },
        ]);
    });
}

function tamperings(place: number): string[] {
  return [
    `UPDATE audit_entry SET reference = 'x' WHERE id = ${place}`,
    `DELETE FROM audit_entry WHERE id = ${place}`,
    `UPDATE audit_entry SET reference = (SELECT reference FROM audit_entry o WHERE o.id = 2 * ${place} + 1 - audit_entry.id)
       WHERE id IN (${place}, ${place + 1})`,
  ];
}

interface Timed {
  ms: number;
  faults: number;
  first: number | null | undefined;
}

/** In a transaction that is undone: each begins with a sound log. */
async function playTampering(database: OpenDatabase, sql: string): Promise<Timed> {
  database.run('SAVEPOINT tampering');
  try {
    for (const name of TRIGGERS) database.run(`DROP TRIGGER ${name}`);
    database.run(sql);
    return await timed(database);
  } finally {
    database.run('ROLLBACK TO tampering');
    database.run('RELEASE tampering');
  }
}

async function timed(database: OpenDatabase): Promise<Timed> {
  const startedAt = performance.now();
  const { faultCount, faults } = await verifyChain(database);
  return { ms: performance.now() - startedAt, faults: faultCount, first: faults[0]?.entry };
}
