import type { QueueItem } from '#shared/contract/sync.ts';
import { queueItemSchema } from '#shared/contract/sync.ts';
import { bytesOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';

export interface PendingOp {
  opId: string;
  stationSeq: number;
  /** RFC 8785 text in UTF-8, exactly as signed. */
  canonical: Uint8Array;
  sha256: string;
  signature: Uint8Array;
}

export interface PendingBlob {
  sha256: string;
  fileId: string;
  size: number;
  mediaType: string;
}

/**
 * Ops that have no final verdict, in the order of the station, from a sequence number on. Those of a former identity lie below zero:
 * `lastSeq` ends before the next identity's.
 */
export function pendingOps(
  database: ReadableDatabase,
  afterSeq: number,
  limit: number,
  lastSeq = Number.MAX_SAFE_INTEGER,
): PendingOp[] {
  return database
    .all(
      `SELECT op_id, station_seq, unsealed_bytes(canonical, op_id) AS canonical, sha256, signature FROM outbox_op JOIN outbox_text USING (op_id)
       WHERE state = 'pending' AND station_seq > ? AND station_seq <= ? ORDER BY station_seq LIMIT ?`,
      afterSeq,
      lastSeq,
      limit,
    )
    .map((row) => ({
      opId: textOf(row, 'op_id'),
      stationSeq: numberOf(row, 'station_seq'),
      canonical: bytesOf(row, 'canonical'),
      sha256: textOf(row, 'sha256'),
      signature: bytesOf(row, 'signature'),
    }));
}

export function pendingBlobs(database: ReadableDatabase, limit: number): PendingBlob[] {
  return database
    .all(
      `SELECT sha256, file_id, size, media_type FROM outbox_blob WHERE state = 'pending' ORDER BY rowid LIMIT ?`,
      limit,
    )
    .map((row) => ({
      sha256: textOf(row, 'sha256'),
      fileId: textOf(row, 'file_id'),
      size: numberOf(row, 'size'),
      mediaType: textOf(row, 'media_type'),
    }));
}

export interface OutboxCounts {
  opsPending: number;
  opsAcknowledged: number;
  opsRefused: number;
  scansPending: number;
  scansAcknowledged: number;
}

export function outboxCounts(database: ReadableDatabase): OutboxCounts {
  const count = (sql: string) => numberOf(database.get(sql) ?? {}, 'n');
  return {
    opsPending: count(`SELECT count(*) AS n FROM outbox_op WHERE state = 'pending'`),
    opsAcknowledged: count(`SELECT count(*) AS n FROM outbox_op WHERE state = 'acknowledged'`),
    opsRefused: count(
      `SELECT count(*) AS n FROM outbox_op WHERE state = 'refused' AND dismissed_at_ms IS NULL`,
    ),
    scansPending: count(`SELECT count(*) AS n FROM outbox_blob WHERE state = 'pending'`),
    scansAcknowledged: count(`SELECT count(*) AS n FROM outbox_blob WHERE state = 'acknowledged'`),
  };
}

export function queueItems(database: ReadableDatabase, state?: QueueItem['state']): QueueItem[] {
  const columns =
    'op_id, station_seq, kind, registration_number, captured_at_ms, state, verdict, reason, unsealed(dismissed_reason, op_id) AS dismissed_reason, dismissed_by, dismissed_at_ms';
  const rows = state
    ? database.all(
        `SELECT ${columns} FROM outbox_op WHERE state = ? ORDER BY station_seq DESC LIMIT 200`,
        state,
      )
    : database.all(
        `SELECT ${columns} FROM outbox_op WHERE state NOT IN ('erased', 'replaced') ORDER BY station_seq DESC LIMIT 200`,
      );
  return rows.map(toQueueItem);
}

/** Where a registration's changes stand: the worst state of its ops. */
export function syncStateOf(
  database: ReadableDatabase,
  recordId: string,
): 'pending' | 'acknowledged' | 'refused' {
  const states = database
    .all('SELECT DISTINCT state FROM outbox_op WHERE record_id = ? AND dismissed_at_ms IS NULL', recordId)
    .map((row) => textOf(row, 'state'));
  if (states.includes('refused')) return 'refused';
  return states.includes('pending') ? 'pending' : 'acknowledged';
}

/** Whether the centre has not yet judged something of this registration. */
export function hasPendingOps(database: ReadableDatabase, recordId: string): boolean {
  return (
    database.get(`SELECT 1 FROM outbox_op WHERE record_id = ? AND state = 'pending' LIMIT 1`, recordId) !==
    undefined
  );
}

/**
 * Version of a registration at the centre that this station knows of: the one it read there, or a later one of its own that was
 * accepted as it was. What was united with others' changes is known only once it is read. Null before anything was received.
 */
export function seenVersion(
  database: ReadableDatabase,
  recordId: string,
  centreVersion: number | null,
): number | null {
  const row = database.get(
    `SELECT max(unsealed(canonical, op_id) ->> '$.version') AS own FROM outbox_op JOIN outbox_text USING (op_id)
     WHERE record_id = ? AND state = 'acknowledged' AND verdict IN ('accepted', 'duplicate') AND kind <> 'attach'`,
    recordId,
  );
  const own = row ? numberOrNullOf(row, 'own') : null;
  return own === null ? centreVersion : Math.max(own, centreVersion ?? 0);
}

function toQueueItem(row: Row): QueueItem {
  const dismissedAtMs = numberOrNullOf(row, 'dismissed_at_ms');
  return queueItemSchema.parse({
    opId: textOf(row, 'op_id'),
    stationSeq: numberOf(row, 'station_seq'),
    kind: textOf(row, 'kind'),
    registrationNumber: textOf(row, 'registration_number'),
    capturedAtMs: numberOf(row, 'captured_at_ms'),
    state: textOf(row, 'state'),
    verdict: textOrNullOf(row, 'verdict'),
    reason: textOrNullOf(row, 'reason'),
    dismissed:
      dismissedAtMs === null
        ? null
        : { by: textOf(row, 'dismissed_by'), reason: textOf(row, 'dismissed_reason'), atMs: dismissedAtMs },
  });
}

/**
 * Ops that have a verdict, in the order of the station, from a sequence number on. Refused ones as well: each has its place in the
 * chain, and a centre that lost one would hold everything after it.
 */
export function answeredOps(
  database: ReadableDatabase,
  afterSeq: number,
  limit: number,
): { opId: string; stationSeq: number }[] {
  return database
    .all(
      `SELECT op_id, station_seq FROM outbox_op WHERE state IN ('acknowledged', 'refused') AND station_seq > ? ORDER BY station_seq LIMIT ?`,
      afterSeq,
      limit,
    )
    .map((row) => ({ opId: textOf(row, 'op_id'), stationSeq: numberOf(row, 'station_seq') }));
}

/** Hashes of acknowledged files in their own order, from one on. */
export function acknowledgedBlobs(database: ReadableDatabase, afterSha256: string, limit: number): string[] {
  return database
    .all(
      `SELECT sha256 FROM outbox_blob WHERE state = 'acknowledged' AND sha256 > ? ORDER BY sha256 LIMIT ?`,
      afterSha256,
      limit,
    )
    .map((row) => textOf(row, 'sha256'));
}
