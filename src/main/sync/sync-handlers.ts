import type { Handlers } from '#main/context.ts';
import { dismissOp, outboxCounts, queueItems } from '#main/domains/outbox/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { findCentralServer, getCentralServer } from './central-server-store.ts';
import { enrol } from './enrol.ts';
import { enrolAgain } from './enrol-again.ts';
import { enrolmentFile, readEnrolmentAnswer, successorFile } from './enrol-by-file.ts';
import { keySinceMs, rotateKey } from './rotate-key.ts';
import { runSync } from './run-sync.ts';
import { readIdentity } from './station-identity.ts';
import { stationDigest } from './station-digest.ts';

export const syncHandlers: Handlers<
  | 'sync.status'
  | 'sync.dismiss'
  | 'sync.digest'
  | 'sync.queue'
  | 'sync.enrol'
  | 'sync.enrolAgain'
  | 'sync.enrolmentFile'
  | 'sync.enrolmentAnswer'
  | 'sync.rotateKey'
  | 'sync.run'
> = {
  'sync.status': (_input, { database }) => {
    const server = findCentralServer(database);
    return {
      serverUrl: server?.url ?? null,
      keySinceMs: keySinceMs(database),
      ...outboxCounts(database),
      lastSuccessMs: server?.lastSuccessMs ?? null,
      lastError: server?.lastError ?? null,
    };
  },
  'sync.digest': (_input, { database }) => ({ recordsSha256: stationDigest(database) }),
  'sync.queue': ({ state }, { database }) => queueItems(database, state),
  'sync.dismiss': ({ opId, reason }, { database, agent, clock, emit }) => {
    const isDone = dismissOp(database, opId, { reason, by: agent.name, atMs: clock.nowMs() });
    if (!isDone) throw new GuichetError('already-decided');
    emit('outbox.changed', {});
    return {};
  },
  'sync.enrol': async (input, context) => {
    const enrolment = await enrol(context, input);
    context.emit('outbox.changed', {});
    return enrolment;
  },
  'sync.enrolAgain': async (input, context) => {
    const enrolment = await enrolAgain(context, input);
    context.emit('outbox.changed', {});
    return enrolment;
  },
  'sync.enrolmentFile': ({ again }, { database }) => ({
    fileName: `rattachement-${readIdentity(database).stationId.slice(0, 8)}.json`,
    bytes: again ? successorFile(database) : enrolmentFile(database),
  }),
  'sync.enrolmentAnswer': ({ bytes, mark }, context) => {
    const enrolment = readEnrolmentAnswer(context, bytes, mark);
    context.emit('outbox.changed', {});
    return enrolment;
  },
  'sync.rotateKey': (_input, context) => rotateKey(context),
  'sync.run': (_input, context) => {
    getCentralServer(context.database);
    // Two runs at once would only send the same things twice.
    const running = context.jobs.list().find((job) => job.kind === 'sync' && job.state === 'running');
    return { jobId: running?.id ?? context.jobs.start('sync', (handle) => runSync(context, handle)) };
  },
};
