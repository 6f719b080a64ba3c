import { GuichetError } from '#shared/errors.ts';
import { MAX_IDS_PER_REQUEST, WHOLE_BLOB_BYTES } from '#shared/protocol/limits.ts';
import { blobsMissingReplySchema } from '#shared/protocol/replies.ts';
import { noteBlobFault, pendingBlobs, type PendingBlob } from '#main/domains/outbox/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { MOST_BYTES_ON_SLOW_LINE } from './http-exchange.ts';
import { inParallel, type AtOnce } from './in-parallel.ts';
import { openReceiptBook, type ReceiptBook } from './receipt-book.ts';
import { throwIfCancelled, withRetry } from './retry.ts';
import type { SyncRun } from './sync-run.ts';
import { findReceipt, uploadBlob } from './upload-blob.ts';

/**
 * A scan waits for several fsyncs at the centre, so several travel: of the largest requests, as many as a slow line may have at once, and more
 * on one that carries them as if it were no line.
 */
export const UPLOADS_AT_ONCE: AtOnce = {
  first: MOST_BYTES_ON_SLOW_LINE / WHOLE_BLOB_BYTES,
  most: 16,
  quickMs: 500,
};

/** Refusals that concern one file: the others still go. */
const OWN_REFUSALS = ['blob-mismatch', 'too-large', 'offset-conflict'];

/** Sends pending scans, after asking which ones the centre lacks. */
export async function sendBlobs(run: SyncRun, link: CentralLink): Promise<void> {
  const waiting = pendingBlobs(run.context.database, Number.MAX_SAFE_INTEGER);
  const book = openReceiptBook(run);
  try {
    for (let start = 0; start < waiting.length; start += MAX_IDS_PER_REQUEST) {
      await sendPage(run, link, book, waiting.slice(start, start + MAX_IDS_PER_REQUEST));
    }
  } finally {
    book.close();
  }
}

async function sendPage(
  run: SyncRun,
  link: CentralLink,
  book: ReceiptBook,
  page: readonly PendingBlob[],
): Promise<void> {
  const asked = page.map(({ sha256 }) => sha256);
  const answer = await askMissing(link, asked);
  await inParallel(UPLOADS_AT_ONCE, page, async (blob) => {
    throwIfCancelled(link.policy.signal);
    await sendOne(run, link, book, blob, answer);
  });
}

interface Lacking {
  missing: ReadonlySet<string>;
  /** How much the centre has of what this station has begun. */
  begun: ReadonlyMap<string, number>;
}

export async function askMissing(link: CentralLink, sha256: readonly string[]): Promise<Lacking> {
  const reply = await link.ask(
    { method: 'POST', path: '/v1/blobs/missing', ...jsonBody({ sha256 }) },
    blobsMissingReplySchema,
  );
  return {
    missing: new Set(reply.missing),
    begun: new Map(reply.begun.map(({ sha256: hash, offset }) => [hash, offset])),
  };
}

async function sendOne(
  run: SyncRun,
  link: CentralLink,
  book: ReceiptBook,
  blob: PendingBlob,
  { missing, begun }: Lacking,
): Promise<void> {
  const { sha256, fileId } = blob;
  try {
    const known = missing.has(sha256)
      ? undefined
      : await withRetry(link.policy, () => findReceipt(link, blob));
    const content = () => run.context.files.parts(fileId);
    book.keep(blob, known ?? (await uploadBlob(link, blob, content, begun.get(sha256))));
    if (known) run.tally.scansAlreadyThere += 1;
    else run.tally.scansSent += 1;
  } catch (error) {
    const fault = faultOfOneFile(error);
    if (fault === undefined) throw error;
    noteBlobFault(run.context.database, blob.sha256, fault);
    run.advance(1);
  }
}

/** Undefined for what concerns the whole run. */
function faultOfOneFile(error: unknown): string | undefined {
  if (!(error instanceof GuichetError)) return undefined;
  if (error.code === 'database-damaged') return error.code;
  const refusal = error.detail['refusal'] ?? '';
  return OWN_REFUSALS.includes(refusal) ? refusal : undefined;
}
