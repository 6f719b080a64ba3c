import type { Handlers } from '#main/context.ts';
import { outboxCounts, queueItems } from '#main/domains/outbox/index.ts';
import { findCentralServer, getCentralServer } from './central-server-store.ts';
import { enrol } from './enrol.ts';
import { runSync } from './run-sync.ts';
import { stationDigest } from './station-digest.ts';

export const syncHandlers: Handlers<
  'sync.status' | 'sync.digest' | 'sync.queue' | 'sync.enrol' | 'sync.run'
> = {
  'sync.status': (_input, { database }) => {
    const server = findCentralServer(database);
    return {
      serverUrl: server?.url ?? null,
      ...outboxCounts(database),
      lastSuccessMs: server?.lastSuccessMs ?? null,
      lastError: server?.lastError ?? null,
    };
  },
  'sync.digest': (_input, { database }) => ({ recordsSha256: stationDigest(database) }),
  'sync.queue': ({ state }, { database }) => queueItems(database, state),
  'sync.enrol': async (input, context) => {
    const enrolment = await enrol(context, input);
    context.emit('outbox.changed', {});
    return enrolment;
  },
  'sync.run': (_input, context) => {
    getCentralServer(context.database);
    // Two runs at once would only send the same things twice.
    const running = context.jobs.list().find((job) => job.kind === 'sync' && job.state === 'running');
    return { jobId: running?.id ?? context.jobs.start('sync', (handle) => runSync(context, handle)) };
  },
};
