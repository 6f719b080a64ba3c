import { GuichetError } from '#shared/errors.ts';
import { MAX_IDS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { receiptsConfirmedSchema } from '#shared/protocol/replies.ts';
import { noteConfirmed, unconfirmedReceipts, type KeptReceipt } from '#main/domains/outbox/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { throwIfCancelled } from './retry.ts';
import type { SyncRun } from './sync-run.ts';

/**
 * The second exchange: says which receipts this station keeps, and hears which of them the centre holds too. Nothing may be purged here
 * before that. Tells whether the centre lost one that it had given.
 */
export async function confirmReceipts(run: SyncRun, link: CentralLink): Promise<boolean> {
  const { database, clock } = run.context;
  let hasLost = false;
  for (;;) {
    throwIfCancelled(link.policy.signal);
    const kept = unconfirmedReceipts(database, MAX_IDS_PER_REQUEST);
    const held = kept.length === 0 ? undefined : await askHeld(link, kept);
    if (!held) return hasLost;
    hasLost ||= kept.some(({ receiptId }) => !held.has(receiptId));
    database.transaction(() => noteConfirmed(database, kept, held, clock.nowMs()));
  }
}

/** Undefined at a centre of before this exchange: nothing is confirmed, and nothing purged. */
async function askHeld(
  link: CentralLink,
  receipts: readonly KeptReceipt[],
): Promise<ReadonlySet<string> | undefined> {
  try {
    const request = { method: 'POST', path: '/v1/receipts/confirm', ...jsonBody({ receipts }) } as const;
    return new Set((await link.ask(request, receiptsConfirmedSchema)).confirmed);
  } catch (error) {
    if (error instanceof GuichetError && error.detail['refusal'] === 'not-found') return undefined;
    throw error;
  }
}
