import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { AuditFault } from '#shared/contract/audit.ts';
import { checkpointSchema, type Checkpoint, type SignedCheckpoint } from '#shared/protocol/audit.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';
import { chainEnd } from './entry-chain.ts';

/** A station that sends every few minutes need not sign each time. */
const SHORTEST_MS = 3_600_000;
const MANY_ENTRIES = 1_000;

/** Signs where the chain stands, unless it was signed lately and little was added since. */
export function makeCheckpoint(database: WritableDatabase, nowMs: number): void {
  const end = chainEnd(database);
  const station = database.get(
    'SELECT station_id, signing_key, signing_public_key FROM station WHERE id = 1',
  );
  if (!station || end.id === 0) return;
  const stationId = textOf(station, 'station_id');
  const last = database.get(
    'SELECT entries, hash, at_ms FROM audit_checkpoint WHERE station_id = ? ORDER BY id DESC LIMIT 1',
    stationId,
  );
  if (last) {
    const added = end.id - numberOf(last, 'entries');
    // What is shorter than what was signed says so by itself: the centre is told at once.
    if (added === 0) return;
    if (added > 0 && added < MANY_ENTRIES && nowMs - numberOf(last, 'at_ms') < SHORTEST_MS) return;
  }
  const checkpoint: Checkpoint = {
    schema: 1,
    kind: 'audit-checkpoint',
    stationId,
    entries: end.id,
    hash: Buffer.from(end.hash).toString('hex'),
    previous: last
      ? { entries: numberOf(last, 'entries'), hash: Buffer.from(bytesOf(last, 'hash')).toString('hex') }
      : null,
    atMs: nowMs,
  };
  const canonical = canonicalBytes(checkpoint);
  const key = { key: Buffer.from(bytesOf(station, 'signing_key')), format: 'der', type: 'pkcs8' } as const;
  database.run(
    'INSERT INTO audit_checkpoint (station_id, entries, hash, at_ms, canonical, signature, public_key) VALUES (?, ?, ?, ?, ?, ?, ?)',
    stationId,
    end.id,
    end.hash,
    nowMs,
    canonical.toString('utf8'),
    sign(null, canonical, createPrivateKey(key)),
    bytesOf(station, 'signing_public_key'),
  );
}

/** Those the centre has not answered, oldest first; what another identity signed is not for it. */
export function unansweredCheckpoints(
  database: ReadableDatabase,
  limit: number,
): (SignedCheckpoint & { id: number })[] {
  return database
    .all(
      `SELECT c.id, c.canonical, c.signature FROM audit_checkpoint c JOIN station s USING (station_id)
       WHERE c.verdict IS NULL ORDER BY c.id LIMIT ?`,
      limit,
    )
    .map((row) => ({
      id: numberOf(row, 'id'),
      canonical: textOf(row, 'canonical'),
      signature: Buffer.from(bytesOf(row, 'signature')).toString('base64'),
    }));
}

export function noteVerdict(database: WritableDatabase, id: number, verdict: 'kept' | 'contradicts'): void {
  database.run('UPDATE audit_checkpoint SET verdict = ? WHERE id = ? AND verdict IS NULL', verdict, id);
}

/** Whether the log is still what was signed, as far as it goes. Of purged entries nothing can be told but by the digests of blocks. */
export function checkpointFaults(
  database: ReadableDatabase,
  lastEntry: number,
  purged: number,
): { faults: AuditFault[]; count: number; anchoredEntries: number } {
  const faults: AuditFault[] = [];
  let count = 0;
  let anchoredEntries = 0;
  const rows = database.each(
    `SELECT c.*, e.hash AS entry_hash FROM audit_checkpoint c LEFT JOIN audit_entry e ON e.id = c.entries ORDER BY c.id`,
  );
  for (const row of rows) {
    count += 1;
    const entries = numberOf(row, 'entries');
    if (row['verdict'] === 'contradicts') faults.push({ kind: 'contradicted', entry: entries });
    if (row['verdict'] === 'kept') anchoredEntries = Math.max(anchoredEntries, entries);
    const entryHash = row['entry_hash'] instanceof Uint8Array ? row['entry_hash'] : null;
    if (entries > lastEntry) faults.push({ kind: 'cut-off', entry: lastEntry + 1 });
    else if (!isSigned(row)) faults.push({ kind: 'signature', entry: entries });
    else if (entryHash && !Buffer.from(entryHash).equals(bytesOf(row, 'hash')))
      faults.push({ kind: 'rewritten', entry: entries });
    else if (!entryHash && entries > purged) faults.push({ kind: 'removed', entry: entries });
  }
  return { faults, count, anchoredEntries };
}

function isSigned(row: Record<string, unknown>): boolean {
  const canonical = textOf(row, 'canonical');
  const { entries, hash } = checkpointSchema.parse(JSON.parse(canonical));
  const said = { key: Buffer.from(bytesOf(row, 'public_key')), format: 'der', type: 'spki' } as const;
  return (
    entries === numberOf(row, 'entries') &&
    hash === Buffer.from(bytesOf(row, 'hash')).toString('hex') &&
    verify(null, Buffer.from(canonical), createPublicKey(said), bytesOf(row, 'signature'))
  );
}
