import { createPrivateKey, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isInCanonicalOrder } from '#shared/protocol/canonical-order.ts';
import { opSchema, type BlobReference, type Op } from '#shared/protocol/op.ts';
import type { FieldChange } from '#shared/contract/registrations.ts';
import type { Clock } from '#main/ports/clock.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { newId } from '#main/new-id.ts';
import { keepSignedOp } from './keep-signed-op.ts';
import { seenVersion } from './outbox-queries.ts';

/** What a domain says of a change; the outbox adds who, when, the sequence and the signature. */
export interface OpFacts {
  recordId: string;
  registrationNumber: string;
  candidateNumber: string;
  kind: Op['kind'];
  version: number;
  /** Version at the centre, as last read from there; what the centre accepted from here since is added. */
  centreVersion: number | null;
  parentOp: string | null;
  changes: FieldChange[];
  blobs?: BlobReference[];
  /** Of a decision between counters. */
  resolves?: string[];
  agentLogin: string;
  /** When it was made, if not now: an op that is signed anew. */
  captured?: { atMs: number; monotonicMs: number };
}

/**
 * Adds one signed op to the station's chain. Call it inside the transaction of the change itself: either both are durable
 * or neither is, and the sequence has no gap.
 */
export function appendOp(database: WritableDatabase, clock: Clock, facts: OpFacts): Op {
  const station = database.get('SELECT * FROM station WHERE id = 1');
  if (!station) throw new Error('an op before the station exists');
  const op = opSchema.parse({
    schema: 1,
    opId: newId(),
    recordId: facts.recordId,
    registrationNumber: facts.registrationNumber,
    candidateNumber: facts.candidateNumber,
    kind: facts.kind,
    version: facts.version,
    baseVersion: seenVersion(database, facts.recordId, facts.centreVersion),
    parentOp: facts.parentOp,
    changes: facts.changes,
    blobs: facts.blobs ?? [],
    ...(facts.resolves ? { resolves: facts.resolves } : {}),
    agent: facts.agentLogin,
    capturedAtMs: facts.captured?.atMs ?? clock.nowMs(),
    monotonicMs: facts.captured?.monotonicMs ?? Math.round(clock.monotonicMs()),
    stationId: textOf(station, 'station_id'),
    stationSeq: numberOf(station, 'next_station_seq'),
    previousHash: textOf(station, 'last_op_hash'),
    training: numberOf(station, 'training') === 1,
  });
  const canonical = canonicalBytes(op);
  const sha256 = keepSignedOp(database, op, canonical, signingKey(bytesOf(station, 'signing_key')));
  database.run(
    'UPDATE station SET next_station_seq = next_station_seq + 1, last_op_hash = ? WHERE id = 1',
    sha256,
  );
  database.run(
    'INSERT INTO outbox_text (op_id, canonical) VALUES (?, sealed(?, ?))',
    op.opId,
    canonical.toString('utf8'),
    op.opId,
  );
  return op;
}

/** Reading a key costs more than signing with it, and a station has one: the last is kept, by its bytes. */
let lastKey: { der: Buffer; key: KeyObject } | undefined;

function signingKey(bytes: Uint8Array): KeyObject {
  if (lastKey?.der.equals(bytes)) return lastKey.key;
  const der = Buffer.from(bytes);
  lastKey = { der, key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  return lastKey.key;
}

/** RFC 8785 bytes: what is hashed and signed, on both sides. */
export function canonicalBytes(value: unknown): Buffer {
  const text = isInCanonicalOrder(value) ? JSON.stringify(value) : canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to canonicalise');
  return Buffer.from(text, 'utf8');
}

/** Registers a stored file as waiting to be sent. The same bytes twice travel once. */
export function appendBlob(database: WritableDatabase, blob: BlobReference, fileId: string): void {
  database.run(
    `INSERT INTO outbox_blob (sha256, file_id, size, media_type, state) VALUES (?, ?, ?, ?, 'pending')
     ON CONFLICT (sha256) DO NOTHING`,
    blob.sha256,
    fileId,
    blob.size,
    blob.type,
  );
}
