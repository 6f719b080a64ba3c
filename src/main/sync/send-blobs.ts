import { GuichetError } from '#shared/errors.ts';
import { MAX_IDS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { blobsMissingReplySchema } from '#shared/protocol/replies.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { noteBlobFault, pendingBlobs, settleBlob, type PendingBlob } from '#main/domains/outbox/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { inParallel } from './in-parallel.ts';
import { throwIfCancelled, withRetry } from './retry.ts';
import { keepSigned } from './settle-verdicts.ts';
import type { SyncRun } from './sync-run.ts';
import { findReceipt, uploadBlob } from './upload-blob.ts';

/** A scan waits for several fsyncs, here and at the centre; more at once gain little on a two-core machine. */
const UPLOADS_AT_ONCE = 4;

/** Refusals that concern one file: the others still go. */
const OWN_REFUSALS = ['blob-mismatch', 'too-large', 'offset-conflict'];

/** Sends pending scans, after asking which ones the centre lacks. */
export async function sendBlobs(run: SyncRun, link: CentralLink): Promise<void> {
  const waiting = pendingBlobs(run.context.database, Number.MAX_SAFE_INTEGER);
  for (let start = 0; start < waiting.length; start += MAX_IDS_PER_REQUEST) {
    const page = waiting.slice(start, start + MAX_IDS_PER_REQUEST);
    const missing = await askMissing(
      link,
      page.map(({ sha256 }) => sha256),
    );
    await inParallel(UPLOADS_AT_ONCE, page, async (blob) => {
      throwIfCancelled(link.policy.signal);
      await settleOne(run, link, blob, missing.has(blob.sha256));
      run.advance(1);
    });
  }
}

export async function askMissing(link: CentralLink, sha256: readonly string[]): Promise<Set<string>> {
  const reply = await link.ask(
    { method: 'POST', path: '/v1/blobs/missing', ...jsonBody({ sha256 }) },
    blobsMissingReplySchema,
  );
  return new Set(reply.missing);
}

async function settleOne(
  run: SyncRun,
  link: CentralLink,
  blob: PendingBlob,
  isMissing: boolean,
): Promise<void> {
  try {
    const known = isMissing ? undefined : await withRetry(link.policy, () => findReceipt(link, blob));
    const receipt = known ?? (await uploadBlob(link, blob, run.context.files.get(blob.fileId)));
    keepBlobReceipt(run, blob, receipt);
    if (known) run.tally.scansAlreadyThere += 1;
    else run.tally.scansSent += 1;
  } catch (error) {
    const fault = faultOfOneFile(error);
    if (fault === undefined) throw error;
    noteBlobFault(run.context.database, blob.sha256, fault);
  }
}

function keepBlobReceipt(run: SyncRun, { sha256 }: PendingBlob, receipt: Signed): void {
  const { database, clock } = run.context;
  database.transaction(() => {
    keepSigned(run, receipt, 'blob', clock.nowMs());
    settleBlob(database, sha256);
  });
}

/** Undefined for what concerns the whole run. */
function faultOfOneFile(error: unknown): string | undefined {
  if (!(error instanceof GuichetError)) return undefined;
  if (error.code === 'database-damaged') return error.code;
  const refusal = error.detail['refusal'] ?? '';
  return OWN_REFUSALS.includes(refusal) ? refusal : undefined;
}
