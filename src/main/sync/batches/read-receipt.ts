import { createHash } from 'node:crypto';
import type { CommandOutput } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import {
  batchReceiptSchema,
  MAX_RECEIPT_BYTES,
  readReceiptCode,
  receiptCodeSchema,
  type BatchReceipt,
} from '#shared/protocol/batch-receipt.ts';
import { batchManifestSchema } from '#shared/protocol/batch.ts';
import { blobReceiptSchema } from '#shared/protocol/receipts.ts';
import { signedSchema, type Signed } from '#shared/protocol/signed-reply.ts';
import {
  closeSettledBatches,
  findVolume,
  noteCodeSeen,
  noteConfirmed,
  noteRefusedReceipt,
  pendingAmong,
  pendingBlobs,
  waitingOf,
} from '#main/domains/outbox/index.ts';
import { adoptServerKey, getCentralServer } from '../central-server-store.ts';
import { followFrom } from '../follow-keys.ts';
import { openReceiptBook } from '../receipt-book.ts';
import { settleVerdicts, type OpAnswer, type Trusted } from '../settle-verdicts.ts';
import { readIdentity, requireAddressee } from '../station-identity.ts';
import { startSyncRun, type SyncRun } from '../sync-run.ts';
import { verifyReceipt } from '../upload-blob.ts';
import { parseJson, verifyKept } from '../verify-reply.ts';
import type { BatchContext } from './batch-context.ts';
import { followEpoch } from './follow-epoch.ts';

/**
 * Settles what a receipt file of the centre proves, by the very code that settles a reply. Everything in it is verified before anything
 * changes. Throws `not-enrolled`, `receipt-unreadable`, `receipt-forged` (noted), `receipt-elsewhere`, `receipt-former`,
 * `receipt-outdated`.
 */
export function readReceipt(context: BatchContext, content: Uint8Array): CommandOutput<'batches.receipt'> {
  const { database, clock } = context;
  const trusted: Trusted = { server: getCentralServer(database), identity: readIdentity(database) };
  const receipt = provenReceipt(context, trusted, content);
  const run = startSyncRun(context, () => undefined);
  settleOps(context, run, trusted, receipt, content);
  settleBlobs(context, run, trusted, receipt);
  settleConfirmed(context, receipt);
  closeSettledBatches(database, clock.nowMs());
  context.emit('outbox.changed', {});
  const { opsAccepted, opsDuplicate, opsRefused } = run.tally;
  const waiting = waitingOf(database, receipt.batchId);
  return {
    batchId: receipt.batchId,
    volume: receipt.volume.number,
    volumes: receipt.volume.count,
    opsAccepted,
    opsDuplicate,
    opsRefused,
    scansReceived: run.tally.scansAlreadyThere,
    opsWaiting: waiting.ops,
    scansWaiting: waiting.scans,
  };
}

function provenReceipt(context: BatchContext, trusted: Trusted, content: Uint8Array): BatchReceipt {
  const signed = content.length > MAX_RECEIPT_BYTES ? undefined : readSignedFile(content);
  if (!signed) throw new GuichetError('receipt-unreadable');
  const receipt = believed(context, content, () => {
    const followed = followFrom(trusted.server, signed.payload);
    if (followed) trusted.server = followed;
    return verifyKept(signed, trusted.server, batchReceiptSchema);
  });
  requireAddressee(context.database, receipt.stationId);
  if (trusted.server.keyId !== getCentralServer(context.database).keyId)
    adoptServerKey(context.database, trusted.server, context.clock.nowMs());
  followEpoch(context, receipt);
  return receipt;
}

function readSignedFile(content: Uint8Array): Signed | undefined {
  return signedSchema.safeParse(parseJson(Buffer.from(content).toString('utf8'))).data;
}

/** What is not our centre's word is noted, and refused in words that do not speak of a line. */
function believed<T>({ database, clock, agent }: BatchContext, content: Uint8Array, prove: () => T): T {
  try {
    return prove();
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
    const { code: reason } = error;
    if (reason !== 'server-nonsense' && reason !== 'server-changed') throw error;
    const fileSha256 = createHash('sha256').update(content).digest('hex');
    noteRefusedReceipt(database, { atMs: clock.nowMs(), agent: agent.name, fileSha256, reason });
    throw new GuichetError('receipt-forged', { cause: error });
  }
}

/** Only ops that still wait: an old receipt cannot take back what a newer answer said. */
function settleOps(
  context: BatchContext,
  run: SyncRun,
  trusted: Trusted,
  { verdicts, receipts }: BatchReceipt,
  content: Uint8Array,
): void {
  const waiting = pendingAmong(
    context.database,
    verdicts.flatMap(({ opId }) => opId ?? []),
  );
  const answers = verdicts.flatMap(({ opId, sha256, verdict, reason }): OpAnswer[] => {
    const op = opId === null ? undefined : waiting.get(opId);
    return op && (sha256 ?? op.sha256) === op.sha256 ? [{ op, verdict, reason }] : [];
  });
  believed(context, content, () => settleVerdicts(run, trusted, answers, receipts));
}

function settleBlobs(
  { database }: BatchContext,
  run: SyncRun,
  trusted: Trusted,
  { blobReceipts }: BatchReceipt,
): void {
  const waiting = new Map(pendingBlobs(database, Number.MAX_SAFE_INTEGER).map((blob) => [blob.sha256, blob]));
  const book = openReceiptBook(run);
  for (const signed of blobReceipts) {
    const named = blobReceiptSchema.safeParse(signed.payload);
    const blob = named.success ? waiting.get(named.data.sha256) : undefined;
    if (!blob) continue;
    book.keep(blob, verifyReceipt(trusted, blob, signed));
    run.tally.scansAlreadyThere += 1;
  }
  book.close();
}

/** The second exchange by key: of the receipts that the volume named, those that the centre holds too. */
function settleConfirmed(
  { database, clock }: BatchContext,
  { batchId, volume, confirmed }: BatchReceipt,
): void {
  const named = confirmed && findVolume(database, batchId, volume.number);
  if (!named) return;
  const { receipts = [] } = batchManifestSchema.parse(JSON.parse(named.manifest));
  database.transaction(() => noteConfirmed(database, receipts, new Set(confirmed), clock.nowMs()));
}

/**
 * Notes a code typed in from the centre's printed receipt. It says that a volume arrived, and names no op: nothing is settled by it.
 * Throws `not-enrolled`, `receipt-unreadable`, `receipt-forged` (noted), `receipt-elsewhere`, `receipt-former`.
 */
export function readCode(context: BatchContext, text: string): CommandOutput<'batches.receiptCode'> {
  const { database, clock } = context;
  const server = getCentralServer(database);
  const signed = readReceiptCode(text);
  if (!signed) throw new GuichetError('receipt-unreadable');
  const code = believed(context, Buffer.from(text), () => verifyKept(signed, server, receiptCodeSchema));
  requireAddressee(database, code.stationId);
  const { batchId, volume, received, refused, scans } = code;
  const isKnown = noteCodeSeen(database, { batchId, number: volume.number }, clock.nowMs());
  context.emit('outbox.changed', {});
  return { batchId, volume: volume.number, volumes: volume.count, received, refused, scans, isKnown };
}
