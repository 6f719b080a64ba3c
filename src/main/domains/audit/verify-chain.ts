import { AUDIT_MONTHS, type AuditFault, type AuditVerification } from '#shared/contract/audit.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { checkpointFaults } from './checkpoints.ts';
import { allBlocks, blockDigest, chainEnd, GENESIS, LINE_SQL, linkOf, type Block } from './entry-chain.ts';

/** What a person is shown; what is beyond is counted. */
const SHOWN = 50;
/** Blocks between two breaths of the program. */
const STRIDE = 50;
/** Six months of the shortest days there are: what went before that was not purged, it was taken away. */
const SHORTEST_KEEPING_MS = AUDIT_MONTHS.least * 30 * 24 * 3_600_000;

/**
 * Reads the whole log: block by block by their digests, row by row where one is wrong and in what is not in a block yet. Then the signed
 * checkpoints, which alone can tell that the end was cut off or everything written anew.
 */
export async function verifyChain(database: ReadableDatabase): Promise<AuditVerification> {
  const faults: AuditFault[] = [];
  const blocks = allBlocks(database);
  let previous: Pick<Block, 'lastId' | 'lastHash' | 'digest'> = {
    lastId: 0,
    lastHash: GENESIS,
    digest: GENESIS,
  };
  for (const [place, block] of blocks.entries()) {
    if (place % STRIDE === STRIDE - 1) await new Promise((resolve) => setImmediate(resolve));
    faults.push(...blockFaults(database, previous, block));
    previous = block;
  }
  const end = chainEnd(database);
  faults.push(...rowFaults(database, previous, Math.max(end.id, previous.lastId)));
  const purged = blocks.findLast(({ purgedAtMs }) => purgedAtMs !== null)?.lastId ?? 0;
  if (strayRows(database, purged)) faults.push({ kind: 'unexpected', entry: null });
  const checkpoints = checkpointFaults(database, end.id, purged);
  faults.push(...checkpoints.faults);
  return {
    entries: end.id - purged,
    purged,
    blocks: blocks.length,
    checkpoints: checkpoints.count,
    anchoredEntries: checkpoints.anchoredEntries,
    faults: faults.slice(0, SHOWN),
    faultCount: faults.length,
  };
}

type Before = Pick<Block, 'lastId' | 'lastHash' | 'digest'>;

function blockFaults(database: ReadableDatabase, previous: Before, block: Block): AuditFault[] {
  if (block.firstId !== previous.lastId + 1) return [{ kind: 'removed', entry: previous.lastId + 1 }];
  // Its entries are gone, as they should be; the digest of the next block holds this one's.
  if (block.purgedAtMs !== null)
    return block.purgedAtMs - block.lastAtMs < SHORTEST_KEEPING_MS
      ? [{ kind: 'removed', entry: block.firstId }]
      : [];
  if (blockDigest(database, previous.digest, block).equals(block.digest)) return [];
  const rows = rowFaults(database, previous, block.lastId, block.lastHash);
  return rows.length > 0 ? rows : [{ kind: 'changed', entry: block.firstId }];
}

/** Row by row up to `lastId`. After a wrong one the chain is taken up where the next says it is, so that each fault is told once. */
function rowFaults(
  database: ReadableDatabase,
  { lastId: before, lastHash }: Before,
  lastId: number,
  endHash?: Uint8Array,
): AuditFault[] {
  const faults: AuditFault[] = [];
  let hash = lastHash;
  let expected = before + 1;
  const rows = database.each(
    `SELECT id, hash, ${LINE_SQL} AS line FROM audit_entry WHERE id BETWEEN ? AND ? ORDER BY id`,
    expected,
    lastId,
  );
  for (const row of rows) {
    const id = numberOf(row, 'id');
    const stored = bytesOf(row, 'hash');
    if (id !== expected) faults.push({ kind: 'removed', entry: expected });
    else if (!linkOf(hash, textOf(row, 'line')).equals(stored)) faults.push({ kind: 'changed', entry: id });
    hash = stored;
    expected = id + 1;
  }
  if (expected <= lastId) faults.push({ kind: 'removed', entry: expected });
  else if (faults.length === 0 && endHash && !Buffer.from(hash).equals(endHash))
    faults.push({ kind: 'changed', entry: lastId });
  return faults;
}

/** Rows where a purge left none. */
function strayRows(database: ReadableDatabase, purged: number): boolean {
  return database.get('SELECT 1 FROM audit_entry WHERE id <= ? LIMIT 1', purged) !== undefined;
}
