import { MAX_IDS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { opsStatusReplySchema } from '#shared/protocol/replies.ts';
import {
  acknowledgedBlobs,
  answeredOps,
  reissueOps,
  reopenBlobs,
  reopenOps,
} from '#main/domains/outbox/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { setEpoch } from './central-server-store.ts';
import { askMissing } from './send-blobs.ts';
import type { SyncRun } from './sync-run.ts';

/**
 * The centre's epoch changed: it was restored from a backup, and may have lost what it answered since. Everything
 * answered is offered again by its identity, and what the centre no longer knows waits to be sent once more. The new epoch
 * is noted last, so that an interruption only means asking again.
 */
export async function offerAgain(run: SyncRun, link: CentralLink, epoch: string): Promise<void> {
  await offerAnswered(run, link);
  run.context.database.transaction(() => setEpoch(run.context.database, epoch));
}

/** Asks about everything that has an answer; what the centre does not know waits to be sent once more. */
export async function offerAnswered(run: SyncRun, link: CentralLink): Promise<void> {
  await offerOps(run, link);
  await offerBlobs(run, link);
  run.context.emit('outbox.changed', {});
}

async function offerOps(run: SyncRun, link: CentralLink): Promise<void> {
  const { database } = run.context;
  for (let page = answeredOps(database, 0, MAX_IDS_PER_REQUEST); page.length > 0;) {
    const request = jsonBody({ opIds: page.map(({ opId }) => opId) });
    const reply = await link.ask(
      { method: 'POST', path: '/v1/ops/status', ...request },
      opsStatusReplySchema,
    );
    const known = new Set(reply.known.map(({ opId }) => opId));
    const lost = page.filter(({ opId }) => !known.has(opId)).map(({ opId }) => opId);
    database.transaction(() => reopenOps(database, lost));
    page = answeredOps(database, page.at(-1)?.stationSeq ?? 0, MAX_IDS_PER_REQUEST);
  }
  // What it lost of a former identity of this station can only come from the present one.
  database.transaction(() => reissueOps(database, run.context.clock));
}

async function offerBlobs(run: SyncRun, link: CentralLink): Promise<void> {
  const { database } = run.context;
  for (let page = acknowledgedBlobs(database, '', MAX_IDS_PER_REQUEST); page.length > 0;) {
    const { missing } = await askMissing(link, page);
    database.transaction(() => reopenBlobs(database, [...missing]));
    page = acknowledgedBlobs(database, page.at(-1) ?? '', MAX_IDS_PER_REQUEST);
  }
}
