import type { Recovery, Snapshot } from '#shared/contract/safekeeping.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { OpenDatabase } from '#main/database/open-database.ts';
import { mendChain, moveToEndOfChain } from './mend-chain.ts';
import { replayOps, settleHeads } from './replay-ops.ts';
import { restoreOps } from './restore-ops.ts';
import { addRows, dropDangling, salvageTable, tablesOf, type SavedTable } from './salvage-rows.ts';

export interface RebuildSources {
  /** What can still be opened of the damaged base. */
  damaged: OpenDatabase | undefined;
  snapshot: { note: Snapshot; base: OpenDatabase } | undefined;
  /** New: the one that is made. */
  base: OpenDatabase;
  nowMs: number;
}

/** What a person is shown at most: beyond that the file of the report says no more. */
const SHOWN = 500;

export interface Rebuilt extends Omit<Recovery, 'keptIn' | 'identity'> {
  /** The counters are those of the damaged base: nothing was given after them. */
  hasOwnCounters: boolean;
}

type Gathered = Pick<Rebuilt, 'rowsRead' | 'rowsFromSnapshot' | 'hasOwnCounters' | 'brokenTables'>;

/**
 * Every row that the damaged base still gives; of a table of which it gives only a part, what the snapshot has beside. In one transaction,
 * and in the version both have, which may be older than this program's.
 */
export function gatherRows({ damaged, snapshot, base }: RebuildSources): Gathered {
  return base.transaction(() => {
    const tables = tablesOf(base);
    // A new base has rows of its own, of the program's choice.
    for (const table of tables) base.run(`DELETE FROM "${table}"`);
    const saved = damaged ? tables.map((table) => salvageTable(damaged, base, table)) : [];
    const brokenTables = tables.filter(
      (table) => !saved.some(({ name, isWhole }) => name === table && isWhole),
    );
    markRead(base);
    let rowsFromSnapshot = 0;
    if (snapshot) for (const table of brokenTables) rowsFromSnapshot += addRows(snapshot.base, base, table);
    return {
      rowsRead: saved.reduce((sum, { rows }) => sum + rows, 0),
      rowsFromSnapshot,
      hasOwnCounters: rowsOf(saved, 'station') > 0,
      brokenTables,
    };
  });
}

/** What the signed ops tell of rows that are gone, once the base is of this program's version. In one transaction. */
export function settleRows(sources: RebuildSources, gathered: Gathered): Rebuilt {
  return sources.base.transaction(() => settle(sources, gathered));
}

function settle({ damaged, snapshot, base, nowMs }: RebuildSources, gathered: Gathered): Rebuilt {
  const { brokenTables, hasOwnCounters, rowsFromSnapshot } = gathered;
  restoreOps(base);
  if (!brokenTables.includes('registration')) eraseDestroyed(base);
  const rebuilt = replayOps(base);
  const heads = settleHeads(base);
  const lostFiles = dropDangling(base);
  if (!hasOwnCounters) moveToEndOfChain(base);
  const lostOps = mendChain(base, nowMs);
  const missing = damaged && brokenTables.length > 0 ? missingNumbers(base, snapshot?.base) : [];
  const toCheck = damaged ? olderRegistrations(base) : [];
  forgetRead(base);
  // A snapshot of before a migration may have given back words in clear: they are sealed again at the next unlocking.
  base.run('UPDATE station SET health_sealed_at_ms = NULL');
  // What the centre sent is read again from the beginning: it may be among what is gone.
  base.run('UPDATE central_server SET changes_cursor = NULL');
  return {
    ...gathered,
    snapshotMadeAtMs: rowsFromSnapshot > 0 && snapshot ? snapshot.note.madeAtMs : null,
    brokenTables: damaged ? brokenTables : [],
    rebuilt: rebuilt.slice(0, SHOWN),
    missing: [...new Set([...missing, ...heads.gone])].slice(0, SHOWN),
    toCheck: [...new Set([...toCheck, ...heads.older])]
      .filter((one) => !rebuilt.includes(one))
      .slice(0, SHOWN),
    lostOps,
    lostFiles,
    sinceSnapshotUnknown: damaged === undefined,
  };
}

function rowsOf(saved: readonly SavedTable[], table: string): number {
  return saved.find(({ name }) => name === table)?.rows ?? 0;
}

/** Which registrations and versions the damaged base gave, to tell them from those of the snapshot. */
function markRead(base: OpenDatabase): void {
  base.run('CREATE TABLE read_registration AS SELECT id FROM registration');
  base.run('CREATE TABLE read_version AS SELECT registration_id, version FROM registration_version');
}

function forgetRead(base: OpenDatabase): void {
  base.run('DROP TABLE read_registration');
  base.run('DROP TABLE read_version');
}

/** Numbers of registrations that are, wholly or in their newest version, as the snapshot had them. */
function olderRegistrations(base: OpenDatabase): string[] {
  return base
    .all(
      `SELECT registration_number FROM registration r WHERE id NOT IN (SELECT id FROM read_registration)
         OR (id, version) NOT IN (SELECT registration_id, version FROM read_version) ORDER BY registration_number`,
    )
    .map((row) => textOf(row, 'registration_number'));
}

/** Ops of a registration that was destroyed under a visa since the snapshot say nothing any more. */
function eraseDestroyed(base: OpenDatabase): void {
  base.run(
    `DELETE FROM outbox_text WHERE op_id IN (SELECT op_id FROM outbox_op WHERE record_id <> '' AND record_id NOT IN (SELECT id FROM registration))`,
  );
  base.run(
    `UPDATE outbox_op SET record_id = '', registration_number = '', reason = NULL, dismissed_reason = NULL, state = 'erased'
     WHERE record_id <> '' AND record_id NOT IN (SELECT id FROM registration)`,
  );
}

/**
 * Numbers that were given and have no registration: those that an op still names, and, from the place where the snapshot's counter
 * stood, every one of this station's own (block and rank: the rest of the number is gone with it).
 */
function missingNumbers(base: OpenDatabase, snapshot: OpenDatabase | undefined): string[] {
  const named = base
    .all(
      `SELECT DISTINCT registration_number FROM outbox_op WHERE registration_number <> '' AND kind = 'create'
         AND registration_number NOT IN (SELECT registration_number FROM registration)`,
    )
    .map((row) => textOf(row, 'registration_number'));
  const station = base.get('SELECT block, next_registration FROM station WHERE id = 1') ?? {};
  const block = textOf(station, 'block');
  const known = new Set(
    [
      ...base.all('SELECT registration_number FROM registration'),
      ...named.map((registration_number) => ({ registration_number })),
    ]
      .map((row) => textOf(row, 'registration_number'))
      .filter((number) => number.slice(3, 7) === block)
      .map((number) => Number(number.slice(7, 13))),
  );
  const first = snapshot
    ? numberOf(snapshot.get('SELECT next_registration FROM station') ?? {}, 'next_registration')
    : 1;
  const missing = [...named];
  for (let rank = first; rank < numberOf(station, 'next_registration') && missing.length < SHOWN; rank += 1)
    if (!known.has(rank)) missing.push(`${block} ${String(rank).padStart(6, '0')}`);
  return missing;
}
