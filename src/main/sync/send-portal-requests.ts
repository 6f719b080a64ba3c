import { GuichetError } from '#shared/errors.ts';
import { MAX_PORTAL_REQUESTS, portalReplySchema } from '#shared/protocol/portal.ts';
import { keepAnswer, openRequests } from '#main/domains/portal/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { throwIfCancelled } from './retry.ts';
import type { SyncRun } from './sync-run.ts';

/**
 * Asks the centre for the accounts that clerks requested, and how the earlier ones stand. After the ops, so that it knows the
 * candidates.
 */
export async function sendPortalRequests({ context }: SyncRun, link: CentralLink): Promise<void> {
  const open = openRequests(context.database);
  for (let start = 0; start < open.length; start += MAX_PORTAL_REQUESTS) {
    throwIfCancelled(link.policy.signal);
    const requests = open.slice(start, start + MAX_PORTAL_REQUESTS);
    const answers = await ask(link, requests);
    if (answers === 'no-portal') return;
    context.database.transaction(() => answers.forEach((answer) => keepAnswer(context.database, answer)));
  }
}

/** A centre of before the portal says that there is nothing at this address: the requests wait for another one. */
async function ask(link: CentralLink, requests: ReturnType<typeof openRequests>) {
  try {
    const request = { method: 'POST', path: '/v1/portal-accounts', ...jsonBody({ requests }) } as const;
    return (await link.ask(request, portalReplySchema)).answers;
  } catch (error) {
    if (error instanceof GuichetError && error.detail['refusal'] === 'not-found') return 'no-portal';
    throw error;
  }
}
