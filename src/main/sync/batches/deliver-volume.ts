import { createHash } from 'node:crypto';
import type { CommandOutput } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { BATCH_TYPE, MAX_BATCH_REQUEST_BYTES } from '#shared/protocol/batch.ts';
import { batchReceiptSchema } from '#shared/protocol/batch-receipt.ts';
import { BODY_HASH_HEADER } from '#shared/protocol/request-signature.ts';
import { createCentralLink } from '../central-link.ts';
import { adoptServerKey, getCentralServer } from '../central-server-store.ts';
import { RETRY_DELAYS_MS, withRetry } from '../retry.ts';
import { readIdentity } from '../station-identity.ts';
import { parseJson, refusalFrom } from '../verify-reply.ts';
import type { BatchContext } from './batch-context.ts';
import { readReceipt } from './read-receipt.ts';

/**
 * Brings a volume to the centre by the line of this station, whoever's it is: a key may reach an office that has a line. Its receipt is
 * settled here when it is this station's own, and handed over for the way back otherwise. Throws `not-enrolled`, `file-too-large`,
 * `server-refused` with the reason, and those of any request.
 */
export async function deliverVolume(
  context: BatchContext,
  content: Uint8Array,
): Promise<CommandOutput<'batches.deliver'>> {
  const { database, clock } = context;
  if (content.length > MAX_BATCH_REQUEST_BYTES) throw new GuichetError('file-too-large');
  const body = new Uint8Array(content);
  const identity = readIdentity(database);
  const policy = { signal: new AbortController().signal, delaysMs: RETRY_DELAYS_MS };
  const link = createCentralLink(getCentralServer(database), identity, policy, (server) =>
    adoptServerKey(database, server, clock.nowMs()),
  );
  const headers = {
    'content-type': BATCH_TYPE,
    [BODY_HASH_HEADER]: createHash('sha256').update(body).digest('hex'),
  };
  const reply = await withRetry(policy, () =>
    link.send({ method: 'POST', path: '/v1/batches', headers, body }),
  );
  const answer = parseJson(reply.text);
  if (reply.status !== 200) throw refusalFrom(reply.status, answer);
  const receipt = new TextEncoder().encode(reply.text);
  const named = batchReceiptSchema.safeParse((answer as { payload?: unknown } | undefined)?.payload);
  const isOwn = !named.success || named.data.stationId === identity.stationId;
  // What is not the centre's word is refused there.
  return { settled: isOwn ? readReceipt(context, receipt) : null, receipt };
}
