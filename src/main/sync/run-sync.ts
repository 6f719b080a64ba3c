import type { SyncSummary } from '#shared/contract/sync.ts';
import { GuichetError } from '#shared/errors.ts';
import type { VersionRange } from '#shared/protocol/versions.ts';
import { closeSettledBatches, outboxCounts } from '#main/domains/outbox/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { createCentralLink, type CentralLink } from './central-link.ts';
import { confirmReceipts } from './confirm-receipts.ts';
import {
  adoptServerKey,
  getCentralServer,
  noteFailure,
  noteSuccess,
  noteGreeting,
} from './central-server-store.ts';
import { greet, refused } from './greet.ts';
import { offerAgain, offerAnswered } from './offer-again.ts';
import { receiveChanges } from './receive-changes.ts';
import { RETRY_DELAYS_MS } from './retry.ts';
import { sendCheckpoints } from './send-checkpoints.ts';
import { sendBlobs } from './send-blobs.ts';
import { sendFormerOps } from './send-former-ops.ts';
import { sendOps } from './send-ops.ts';
import { sendPortalRequests } from './send-portal-requests.ts';
import { chainStart, readIdentity } from './station-identity.ts';
import { knownByKey, tellNewKeys } from './tell-keys.ts';
import { startSyncRun, type SyncContext, type SyncRun } from './sync-run.ts';

export interface SyncHandle extends JobHandle {
  /** Waits between attempts; RETRY_DELAYS_MS unless told otherwise. */
  retryDelaysMs?: readonly number[];
  /** What this program speaks; PROTOCOL_VERSIONS unless told otherwise. */
  speaks?: VersionRange;
}

/**
 * Sends what waits: ops in batches, then scans. Nothing here is marked as received before the centre's signed receipt is
 * stored, so that stopping anywhere (cut, crash, cancel) costs at most one batch sent twice. Throws `not-enrolled`,
 * `server-unreachable`, `server-nonsense`, `server-changed`, `server-refused`, `version-mismatch`, `training-mismatch`, `cancelled`.
 */
export async function runSync(context: SyncContext, handle: SyncHandle): Promise<SyncSummary> {
  const { database, clock } = context;
  const server = getCentralServer(database);
  const policy = { signal: handle.signal, delaysMs: handle.retryDelaysMs ?? RETRY_DELAYS_MS };
  const link = createCentralLink(server, readIdentity(database), policy, (followed) =>
    adoptServerKey(database, followed, clock.nowMs()),
  );
  const run = startSyncRun(context, (progress) => handle.report(progress));
  try {
    const { opsPending, scansPending } = outboxCounts(database);
    const about = { clockMs: clock.nowMs(), opsPending, scansPending, start: chainStart(database) };
    await tellNewKeys(context, link);
    const greeting = await knownByKey(context, link, () => greet(link, about, handle.speaks));
    noteGreeting(database, server, greeting);
    const { epoch, isRevoked } = greeting;
    if (epoch !== server.epoch) await offerAgain(run, link, epoch);
    await sendFormerOps(run, link);
    await sendOps(run, link);
    if (isRevoked) throw refused('poste révoqué ; le rectorat décidera de ce qu’il vient de remettre');
    await receiveChanges(run, link);
    await sendBlobs(run, link);
    if (await confirmReceipts(run, link)) await sendAgain(run, link);
    await sendPortalRequests(run, link);
    await sendCheckpoints(run, link);
    noteSuccess(database, clock.nowMs());
    return run.summary();
  } catch (error) {
    noteFailure(database, error instanceof GuichetError ? error.code : 'internal');
    throw error;
  } finally {
    closeSettledBatches(database, clock.nowMs());
    context.emit('outbox.changed', {});
  }
}

/** The centre no longer holds what it gave receipts for, and its epoch did not say so: what it lost leaves at once. */
async function sendAgain(run: SyncRun, link: CentralLink): Promise<void> {
  await offerAnswered(run, link);
  await sendOps(run, link);
  await sendBlobs(run, link);
  await confirmReceipts(run, link);
}
