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
  'returns.changed': [
    'returns.stacks',
    'returns.summary',
    'returns.list',
    'returns.open',
    'returns.signedCopy',
  ],
  'views.changed': ['views.list'],
  'retention.changed': ['retention.settings', 'retention.preview', 'retention.reports'],
  'safekeeping.changed': ['safekeeping.status'],
  'clerks.changed': [
    'clerks.list',
    'station.keySettings',
    'station.status',
    'station.firstSteps',
    'seal.current',
    'returns.signedCopy',
  ],
  'firstSteps.changed': ['station.firstSteps'],
  'prints.changed': ['prints.list'],
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

/**
 * Keeps the cache true to the core. Returns a function that looks at everything again: whatever happened while the line was cut was
 * announced to nobody.
 */
export function followEvents(client: Client, cache: QueryClient): () => Promise<void> {
  for (const [event, names] of Object.entries(OUTDATED_BY)) {
    client.on(event as keyof typeof OUTDATED_BY, () => names.forEach((name) => void refresh(cache, name)));
  }
  client.on('jobs.progressed', (job) => cache.setQueryData(['jobs.get', { id: job.id }], job));
  const lookAgain = createSessionFollower(client, cache);
  client.on('session.changed', () => void lookAgain());
  return lookAgain;
}

const STATUS_KEY = ['station.status', {}] as const;

/** Another clerk finds nothing of the one before her; the same one finds her screen, asked anew. */
function createSessionFollower(client: Client, cache: QueryClient): () => Promise<void> {
  /** Whose answers the cache holds. */
  let owner: string | undefined;
  return async () => {
    owner ??= cache.getQueryData<CommandOutput<'station.status'>>(STATUS_KEY)?.agent?.id;
    const status = await client.call('station.status', {}).catch(() => undefined);
    if (!status) return cache.invalidateQueries({ queryKey: STATUS_KEY });
    const isAnother = status.agent !== null && owner !== undefined && status.agent.id !== owner;
    owner = status.agent?.id ?? owner;
    cache.setQueryData(STATUS_KEY, status);
    if (!isAnother) return refresh(cache);
    navigate({ screen: 'home' });
    // Not removed: a screen of hers may be drawn already, and would hear no more of what it shows.
    await cache.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== STATUS_KEY[0] });
  };
}

/**
 * What is shown grows old: the answers of one command, or all but those that an open form began with. Behind a lock nothing is asked: the
 * screen keeps what it had, for the clerk who comes back.
 */
function refresh(cache: QueryClient, name?: CommandName): Promise<void> {
  const isLocked = cache.getQueryData<CommandOutput<'station.status'>>(STATUS_KEY)?.state === 'locked';
  return cache.invalidateQueries({
    predicate: ({ queryKey }) => (name === undefined ? queryKey[2] !== 'fresh' : queryKey[0] === name),
    ...(isLocked ? { refetchType: 'none' } : {}),
  });
}
