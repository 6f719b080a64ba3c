import type { QueryClient } from '@tanstack/react-query';
import type { CommandName } from '#shared/contract/index.ts';
import type { EventName } from '#shared/events.ts';
import type { Client } from './client.ts';

/** Which answers grow old with which event. `drafts.get` does not: the open form owns its draft. */
const OUTDATED_BY: Record<Exclude<EventName, 'session.changed' | 'jobs.progressed'>, CommandName[]> = {
  'registrations.changed': [
    'letters.list',
    'conflicts.list',
    'portfolios.of',
    'portfolios.list',
    'portfolios.queue',
    'registrations.get',
    'registrations.search',
    'candidates.get',
    'candidates.prefill',
    'registrations.list',
    'lists.choices',
    'figures.get',
    'retention.preview',
    'confirmations.issue',
    'registrations.check',
    'pieces.list',
    'pieces.worklist',
    'returns.ofFile',
    'returns.overdue',
  ],
  'drafts.changed': ['drafts.list'],
  'reference.changed': [
    'reference.lists',
    'reference.specialties',
    'reference.examPapers',
    'reference.countries',
    'registrations.check',
  ],
  'campaigns.changed': [
    'campaigns.list',
    'campaigns.get',
    'campaigns.history',
    'portfolios.of',
    'portfolios.list',
    'pieces.list',
    'pieces.worklist',
    'returns.overdue',
  ],
  'returns.changed': ['returns.stacks', 'returns.summary', 'returns.list', 'returns.open'],
  'views.changed': ['views.list'],
  'retention.changed': ['retention.settings', 'retention.preview', 'retention.reports'],
  'safekeeping.changed': ['safekeeping.status'],
  'clerks.changed': ['clerks.list', 'station.keySettings', 'station.status'],
  'slips.changed': ['portfolios.list', 'portfolios.queue', 'portfolios.slips'],
  'outbox.changed': [
    'conflicts.list',
    'batches.list',
    'sync.status',
    'sync.queue',
    'registrations.get',
    'portal.requests',
  ],
};

/** Keeps the cache true to the core. Returns a function that stops. */
export function followEvents(client: Client, cache: QueryClient): () => void {
  const outdate = (name: CommandName) => void cache.invalidateQueries({ queryKey: [name] });
  const stops = Object.entries(OUTDATED_BY).map(([event, names]) =>
    client.on(event as keyof typeof OUTDATED_BY, () => names.forEach(outdate)),
  );
  return stopAll([
    ...stops,
    client.on('jobs.progressed', (job) => cache.setQueryData(['jobs.get', { id: job.id }], job)),
    client.on('session.changed', () => {
      // A locked station leaves nobody's file in memory; the status itself stays, to redraw without a blank.
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'station.status' });
      outdate('station.status');
    }),
  ]);
}

function stopAll(stops: (() => void)[]): () => void {
  return () => stops.forEach((stop) => stop());
}
