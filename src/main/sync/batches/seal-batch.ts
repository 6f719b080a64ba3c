import { createHash, sign, type Hash } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { opSchema } from '#shared/protocol/op.ts';
import { MAX_VOLUME_BYTES, type BatchManifest } from '#shared/protocol/batch.ts';
import { MAX_IDS_PER_REQUEST } from '#shared/protocol/limits.ts';
import type { ChainStart } from '#shared/protocol/requests.ts';
import type { SignedStationKey } from '#shared/protocol/station-keys.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import {
  canonicalBytes,
  insertBatch,
  openItems,
  opsAt,
  unconfirmedReceipts,
  type KeptReceipt,
  type PendingOp,
  type SealedVolume,
} from '#main/domains/outbox/index.ts';
import { getCentralServer, type CentralServer } from '../central-server-store.ts';
import { opLineBytes } from '../op-line-bytes.ts';
import { chainStart, readIdentity, type StationIdentity } from '../station-identity.ts';
import { keyChanges } from '../rotate-key.ts';
import type { BatchContext } from './batch-context.ts';
import { planVolumes, type PlannedVolume } from './plan-volumes.ts';

type Planned = PlannedVolume<{ sha256: string; size: number }>;

/**
 * Makes one batch, for ever, of all that waits and is in no other batch. From here on its volumes say the same thing whenever they are
 * written. Returns its id. Throws `not-enrolled`, `batch-key-unknown`, `batch-empty`.
 */
export function sealBatch(context: BatchContext, volumeBytes: number = MAX_VOLUME_BYTES): string {
  const { database, clock, agent } = context;
  return database.transaction(() => {
    const server = getCentralServer(database);
    if (server.batchRecipients.length === 0) throw new GuichetError('batch-key-unknown');
    const planned = planVolumes(openItems(database), volumeBytes);
    if (planned.length === 0) throw new GuichetError('batch-empty');
    const identity = readIdentity(database);
    const sealedAtMs = clock.nowMs();
    const contents = planned.map((volume) => contentOf(database, volume));
    const batchId = hashOf({ contents, sealedAtMs, stationId: identity.stationId });
    const receipts = unconfirmedReceipts(database, MAX_IDS_PER_REQUEST);
    const start = chainStart(database);
    const keys = keyChanges(database);
    const frame = { batchId, sealedAtMs, server, identity, receipts, start, keys, count: planned.length };
    const volumes = planned.map((volume, index): SealedVolume => {
      const manifest = canonicalBytes(manifestOf(frame, contents[index], index + 1));
      return {
        manifest: manifest.toString('utf8'),
        signature: sign(null, manifest, identity.privateKey),
        stationSeqs: volume.ops.map(({ stationSeq }) => stationSeq),
        blobs: volume.blobs.map(({ sha256 }) => sha256),
      };
    });
    insertBatch(database, { batchId, agent: agent.name, sealedAtMs, volumes });
    return batchId;
  });
}

type Content = Pick<BatchManifest, 'ops' | 'blobs'>;

function contentOf(database: ReadableDatabase, { ops, blobs }: Planned): Content {
  return {
    ops: opsPart(
      opsAt(
        database,
        ops.map(({ stationSeq }) => stationSeq),
      ),
    ),
    blobs: blobs.map(({ sha256, size }) => ({ sha256, size })),
  };
}

function opsPart(ops: Iterable<PendingOp>): BatchManifest['ops'] {
  const hash: Hash = createHash('sha256');
  let size = 0;
  let count = 0;
  let first: PendingOp | undefined;
  let last: PendingOp | undefined;
  for (const op of ops) {
    const line = opLineBytes(op);
    hash.update(line);
    size += line.length;
    count += 1;
    first ??= op;
    last = op;
  }
  if (!first || !last) return null;
  const { previousHash } = opSchema.parse(JSON.parse(Buffer.from(first.canonical).toString('utf8')));
  return {
    count,
    firstSeq: first.stationSeq,
    lastSeq: last.stationSeq,
    previousHash,
    sha256: hash.digest('hex'),
    size,
  };
}

interface Frame {
  batchId: string;
  sealedAtMs: number;
  server: CentralServer;
  identity: StationIdentity;
  receipts: readonly KeptReceipt[];
  start: ChainStart | undefined;
  keys: readonly SignedStationKey[];
  count: number;
}

function manifestOf(frame: Frame, content: Content | undefined, number: number): BatchManifest {
  const { batchId, sealedAtMs, server, identity, receipts, start, keys, count } = frame;
  return {
    kind: 'batch',
    schema: 1,
    batchId,
    stationId: identity.stationId,
    training: identity.training,
    keyId: server.keyId,
    epoch: server.epoch,
    createdAtMs: sealedAtMs,
    volume: { number, count },
    ops: content?.ops ?? null,
    blobs: content?.blobs ?? [],
    ...(number === 1 && receipts.length > 0 ? { receipts: [...receipts] } : {}),
    ...(start ? { start } : {}),
    ...(keys.length > 0 ? { keys: [...keys] } : {}),
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}
