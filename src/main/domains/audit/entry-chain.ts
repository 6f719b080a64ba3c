import { createHash } from 'node:crypto';
import { bytesOf, numberOf, numberOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';

/** What each chain begins with. */
export const GENESIS = new Uint8Array(32);

/** Between the fields of a line: no identifier holds it, and no field of an entry may. */
const SEPARATOR = '\u001f';

export interface AuditFacts {
  atMs: number;
  clerkId: string;
  /** Name of a command. */
  operation: string;
  /** Identifiers and numbers only; '' where there is none. */
  reference: string;
  /** `done`, or the code of the failure. */
  outcome: string;
}

/** What is hashed of an entry. `LINE_SQL` makes the very same text. */
export function lineOf(id: number, { atMs, clerkId, operation, reference, outcome }: AuditFacts): string {
  return [id, atMs, clerkId, operation, reference, outcome].join(SEPARATOR);
}

export const LINE_SQL = ['id', 'at_ms', 'clerk_id', 'operation', 'reference', 'outcome'].join(
  ' || char(31) || ',
);

export function linkOf(previous: Uint8Array, line: string): Buffer {
  return createHash('sha256').update(previous).update(line).digest();
}

interface ChainEnd {
  id: number;
  hash: Uint8Array;
}

/** Where the chain stands: its last entry, or the end of the last block where every entry was purged. */
export function chainEnd(database: ReadableDatabase): ChainEnd {
  const last = database.get('SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1');
  if (last) return { id: numberOf(last, 'id'), hash: bytesOf(last, 'hash') };
  const block = lastBlock(database);
  return block ? { id: block.lastId, hash: block.lastHash } : { id: 0, hash: GENESIS };
}

export interface Block {
  id: number;
  firstId: number;
  lastId: number;
  lastHash: Uint8Array;
  digest: Uint8Array;
  lastAtMs: number;
  purgedAtMs: number | null;
}

export function lastBlock(database: ReadableDatabase): Block | undefined {
  const row = database.get('SELECT * FROM audit_block ORDER BY id DESC LIMIT 1');
  return row && toBlock(row);
}

export function allBlocks(database: ReadableDatabase): Block[] {
  return database.all('SELECT * FROM audit_block ORDER BY id').map(toBlock);
}

function toBlock(row: Row): Block {
  return {
    id: numberOf(row, 'id'),
    firstId: numberOf(row, 'first_id'),
    lastId: numberOf(row, 'last_id'),
    lastHash: bytesOf(row, 'last_hash'),
    digest: bytesOf(row, 'digest'),
    lastAtMs: numberOf(row, 'last_at_ms'),
    purgedAtMs: numberOrNullOf(row, 'purged_at_ms'),
  };
}

/**
 * One hash over all lines of a block: a thousand rows are read and checked at once, where following the chain takes ten times as long.
 * It holds the block before and the chain's end, so that blocks are a chain too.
 */
export function blockDigest(
  database: ReadableDatabase,
  previous: Uint8Array,
  { firstId, lastId, lastHash }: Pick<Block, 'firstId' | 'lastId' | 'lastHash'>,
): Buffer {
  const row = database.get(
    `SELECT group_concat(line, char(10)) AS lines FROM
       (SELECT ${LINE_SQL} AS line FROM audit_entry WHERE id BETWEEN ? AND ? ORDER BY id)`,
    firstId,
    lastId,
  );
  const lines = typeof row?.['lines'] === 'string' ? row['lines'] : '';
  return createHash('sha256').update(previous).update(lastHash).update(lines).digest();
}
