import type { QueryClient } from '@tanstack/react-query';
import type { CommandName, CommandOutput } from '#shared/contract/index.ts';
import type { EventName } from '#shared/events.ts';
import type { Client } from './client.ts';
import { navigate } from './useRoute.ts';

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
  const outdate = (name: CommandName) => void refresh(cache, [name]);
  const stops = Object.entries(OUTDATED_BY).map(([event, names]) =>
    client.on(event as keyof typeof OUTDATED_BY, () => names.forEach(outdate)),
  );
  return stopAll([
    ...stops,
    client.on('jobs.progressed', (job) => cache.setQueryData(['jobs.get', { id: job.id }], job)),
    client.on('session.changed', () => void followSession(client, cache)),
  ]);
}

const STATUS_KEY = ['station.status', {}] as const;
/** The last clerk whose answers the cache holds. */
const OWNER_KEY = ['station.status', 'owner'] as const;

/** What is shown grows old. Behind a lock nothing is asked: the screen keeps what it had, for the clerk who comes back. */
export async function refresh(cache: QueryClient, queryKey?: readonly unknown[]): Promise<void> {
  const isLocked = cache.getQueryData<CommandOutput<'station.status'>>(STATUS_KEY)?.state === 'locked';
  await cache.invalidateQueries({
    ...(queryKey === undefined ? {} : { queryKey }),
    ...(isLocked && queryKey?.[0] !== STATUS_KEY[0] ? { refetchType: 'none' } : {}),
  });
}

/** Another clerk finds nothing of the one before her; the same one finds her screen, asked anew. */
async function followSession(client: Client, cache: QueryClient): Promise<void> {
  const before = cache.getQueryData<CommandOutput<'station.status'>>(STATUS_KEY)?.agent?.id;
  const owner = before ?? cache.getQueryData<string>(OWNER_KEY);
  if (owner !== undefined) cache.setQueryData(OWNER_KEY, owner);
  const status = await client.call('station.status', {}).catch(() => undefined);
  if (!status) return refresh(cache, STATUS_KEY);
  if (status.agent && status.agent.id !== owner) {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== STATUS_KEY[0] });
    if (owner !== undefined) navigate({ screen: 'home' });
  }
  cache.setQueryData(STATUS_KEY, status);
  if (status.agent && status.agent.id === owner)
    await cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== STATUS_KEY[0] });
}

function stopAll(stops: (() => void)[]): () => void {
  return () => stops.forEach((stop) => stop());
}
