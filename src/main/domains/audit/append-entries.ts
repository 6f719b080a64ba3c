import { numberOf } from '#main/database/columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { blockDigest, chainEnd, GENESIS, lastBlock, lineOf, linkOf, type AuditFacts } from './entry-chain.ts';

/** Entries of a block, and the longest time one stays open: a quiet station must be able to purge too. */
const BLOCK = { entries: 1_000, days: 30 } as const;
const DAY_MS = 24 * 3_600_000;

/** Adds to the chain, in the transaction that is open or in one of its own; closes the block that is full. */
export function appendEntries(database: WritableDatabase, entries: readonly AuditFacts[]): void {
  database.transaction(() => {
    const end = chainEnd(database);
    let { id } = end;
    let hash = end.hash;
    for (const facts of entries) {
      id += 1;
      hash = linkOf(hash, lineOf(id, facts));
      const { atMs, clerkId, operation, reference, outcome } = facts;
      database.run(
        'INSERT INTO audit_entry (id, at_ms, clerk_id, operation, reference, outcome, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
        id,
        atMs,
        clerkId,
        operation,
        reference,
        outcome,
        hash,
      );
    }
    closeBlockIfDue(database, { id, hash });
  });
}

function closeBlockIfDue(database: WritableDatabase, end: { id: number; hash: Uint8Array }): void {
  const before = lastBlock(database);
  const firstId = (before?.lastId ?? 0) + 1;
  const row = database.get(
    'SELECT min(at_ms) AS first_at, max(at_ms) AS last_at FROM (SELECT at_ms FROM audit_entry WHERE id IN (?, ?))',
    firstId,
    end.id,
  );
  // Nothing, or a base that lost its first rows: `audit verify` tells of it.
  if (!row || row['first_at'] === null) return;
  const [firstAtMs, lastAtMs] = [numberOf(row, 'first_at'), numberOf(row, 'last_at')];
  if (end.id - firstId + 1 < BLOCK.entries && lastAtMs - firstAtMs < BLOCK.days * DAY_MS) return;
  const block = { firstId, lastId: end.id, lastHash: end.hash };
  database.run(
    `INSERT INTO audit_block (id, first_id, last_id, first_at_ms, last_at_ms, last_hash, digest) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    (before?.id ?? 0) + 1,
    block.firstId,
    block.lastId,
    firstAtMs,
    lastAtMs,
    block.lastHash,
    blockDigest(database, before?.digest ?? GENESIS, block),
  );
}
