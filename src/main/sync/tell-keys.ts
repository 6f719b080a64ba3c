import { GuichetError } from '#shared/errors.ts';
import { stationKeysReplySchema } from '#shared/protocol/station-keys.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { hasUntoldKeys, keyChanges, noteKeysTold } from './rotate-key.ts';
import type { SyncContext } from './sync-run.ts';
import { nonsense } from './verify-reply.ts';

/** Tells the centre how the station's key changed, before anything is asked under the new one. */
export async function tellNewKeys(context: SyncContext, link: CentralLink): Promise<void> {
  if (hasUntoldKeys(context.database)) await tellKeys(context, link);
}

/**
 * Greets; where the centre does not know the key, it may have been restored from a backup older than the change, and is told all of them
 * once more.
 */
export async function knownByKey<T>(
  context: SyncContext,
  link: CentralLink,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isUnknownKey = error instanceof GuichetError && error.detail['refusal'] === 'bad-request-signature';
    if (!isUnknownKey || keyChanges(context.database).length === 0) throw error;
    await tellKeys(context, link);
    return work();
  }
}

async function tellKeys({ database, clock }: SyncContext, link: CentralLink): Promise<void> {
  const keys = keyChanges(database);
  const request = jsonBody({ keys });
  const { publicKey } = await link.ask(
    { method: 'POST', path: '/v1/stations/keys', ...request },
    stationKeysReplySchema,
  );
  if (publicKey !== link.identity.publicKey) throw nonsense('key');
  database.transaction(() => noteKeysTold(database, keys, clock.nowMs()));
}
