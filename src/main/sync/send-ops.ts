import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { MAX_IDS_PER_REQUEST, MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { opsReplySchema, opsStatusReplySchema } from '#shared/protocol/replies.ts';
import { opLine } from '#shared/protocol/requests.ts';
import { pendingOps, type PendingOp } from '#main/domains/outbox/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { pairVerdicts, settleVerdicts, type SentOp } from './settle-verdicts.ts';
import type { SyncRun } from './sync-run.ts';

const compress = promisify(gzip);

/** Sends every pending op once, in the order of the station. An op that is refused or held back never stops the others. */
export async function sendOps(run: SyncRun, link: CentralLink): Promise<void> {
  const held: SentOp[] = [];
  let afterSeq = 0;
  for (;;) {
    const batch = takeBatch(run, afterSeq);
    const last = batch.at(-1);
    if (!last) break;
    held.push(...(await sendBatch(run, link, batch)));
    run.advance(batch.length);
    afterSeq = last.op.stationSeq;
  }
  await askAgain(run, link, held);
}

interface BatchItem {
  op: PendingOp;
  line: string;
}

/** At least one op, within the limits of a request. */
function takeBatch(run: SyncRun, afterSeq: number): BatchItem[] {
  const batch: BatchItem[] = [];
  let bytes = 0;
  for (const op of pendingOps(run.context.database, afterSeq, MAX_OPS_PER_REQUEST)) {
    const line = opLine(op.canonical, Buffer.from(op.signature).toString('base64'));
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > MAX_OPS_BYTES && batch.length > 0) break;
    batch.push({ op, line });
  }
  return batch;
}

async function sendBatch(run: SyncRun, link: CentralLink, batch: readonly BatchItem[]): Promise<SentOp[]> {
  const body = new Uint8Array(await compress(batch.map(({ line }) => line).join('\n')));
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const reply = await link.ask({ method: 'POST', path: '/v1/ops', body, headers }, opsReplySchema);
  run.tally.opsSent += batch.length;
  const answers = pairVerdicts(
    batch.map(({ op }) => op),
    reply.verdicts,
  );
  return settleVerdicts(run, link, answers, reply.receipts);
}

/** What a later batch may have set free: its verdict is asked for, its bytes do not travel again. */
async function askAgain(run: SyncRun, link: CentralLink, held: readonly SentOp[]): Promise<void> {
  for (let start = 0; start < held.length; start += MAX_IDS_PER_REQUEST) {
    const asked = new Map(held.slice(start, start + MAX_IDS_PER_REQUEST).map((op) => [op.opId, op]));
    const request = jsonBody({ opIds: [...asked.keys()] });
    const reply = await link.ask(
      { method: 'POST', path: '/v1/ops/status', ...request },
      opsStatusReplySchema,
    );
    const answers = reply.known.flatMap(({ opId, sha256, verdict, reason }) => {
      const op = asked.get(opId);
      return op && op.sha256 === sha256 ? [{ op, verdict, reason }] : [];
    });
    settleVerdicts(run, link, answers, reply.receipts);
  }
}
