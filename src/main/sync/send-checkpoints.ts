import { GuichetError } from '#shared/errors.ts';
import { checkpointsReplySchema, MAX_CHECKPOINTS } from '#shared/protocol/audit.ts';
import { makeCheckpoint, noteVerdict, unansweredCheckpoints } from '#main/domains/audit/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { throwIfCancelled } from './retry.ts';
import { nonsense } from './verify-reply.ts';
import type { SyncRun } from './sync-run.ts';

/** Hands over where the audit log stands. What the centre says contradicts an earlier word is noted, for whoever verifies the log. */
export async function sendCheckpoints({ context }: SyncRun, link: CentralLink): Promise<void> {
  const { database, clock } = context;
  database.transaction(() => makeCheckpoint(database, clock.nowMs()));
  for (;;) {
    throwIfCancelled(link.policy.signal);
    const waiting = unansweredCheckpoints(database, MAX_CHECKPOINTS);
    const verdicts = waiting.length === 0 ? undefined : await ask(link, waiting);
    if (!verdicts) return;
    if (verdicts.length !== waiting.length) throw nonsense('verdicts');
    database.transaction(() =>
      waiting.forEach(({ id }, place) => noteVerdict(database, id, verdicts[place] ?? 'contradicts')),
    );
  }
}

/** Undefined at a centre of before the audit log: the checkpoints wait for another one. */
async function ask(link: CentralLink, waiting: ReturnType<typeof unansweredCheckpoints>) {
  const checkpoints = waiting.map(({ canonical, signature }) => ({ canonical, signature }));
  try {
    const request = { method: 'POST', path: '/v1/audit/checkpoints', ...jsonBody({ checkpoints }) } as const;
    return (await link.ask(request, checkpointsReplySchema)).verdicts;
  } catch (error) {
    if (error instanceof GuichetError && error.detail['refusal'] === 'not-found') return undefined;
    throw error;
  }
}
