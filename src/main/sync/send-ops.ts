import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { MAX_IDS_PER_REQUEST, MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { opsReplySchema, opsStatusReplySchema, type OpsReply } from '#shared/protocol/replies.ts';
import { opLine } from '#shared/protocol/requests.ts';
import { pendingOps, type PendingOp } from '#main/domains/outbox/index.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { pairVerdicts, settleVerdicts, type SentOp } from './settle-verdicts.ts';
import type { SyncRun } from './sync-run.ts';

const compress = promisify(gzip);
/** Most of what can be gained, for a third of the time of the usual level: the rest of an op is signatures and hashes. */
const COMPRESSION = { level: 3 };

/** Places of one identity in the outbox. */
export interface PlaceRange {
  after: number;
  last: number;
}
const OWN_PLACES: PlaceRange = { after: 0, last: Number.MAX_SAFE_INTEGER };

interface Batch {
  ops: readonly PendingOp[];
  /** As they travel: NDJSON, gzip. */
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Sends every pending op once, in the order of the station. An op that is refused or held back never stops the others. While the
 * centre works on a batch, the receipts of the one before it are stored here and the one after it is made ready: so neither waits
 * for the other, and yet a batch leaves only when the one before it was answered.
 */
export async function sendOps(
  run: SyncRun,
  link: CentralLink,
  places: PlaceRange = OWN_PLACES,
): Promise<void> {
  const held: SentOp[] = [];
  let settle = () => {};
  for (let batch = await prepareBatch(run, places); batch;) {
    const { ops } = batch;
    const sending = sendBatch(link, batch);
    const meanwhile = async (settleEarlier: () => void) => {
      settleEarlier();
      return prepareBatch(run, { ...places, after: ops.at(-1)?.stationSeq ?? places.after });
    };
    const [reply, next] = await Promise.all([sending, meanwhile(settle)]);
    settle = () => {
      run.tally.opsSent += ops.length;
      held.push(...settleVerdicts(run, link, pairVerdicts(ops, reply.verdicts), reply.receipts));
      run.advance(ops.length);
    };
    batch = next;
  }
  settle();
  await askAgain(run, link, held);
}

/** At least one op, within the limits of a request; undefined when nothing is left. */
async function prepareBatch(run: SyncRun, { after, last }: PlaceRange): Promise<Batch | undefined> {
  const ops: PendingOp[] = [];
  const lines: string[] = [];
  let bytes = 0;
  for (const op of pendingOps(run.context.database, after, MAX_OPS_PER_REQUEST, last)) {
    const line = opLine(op.canonical, Buffer.from(op.signature).toString('base64'));
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > MAX_OPS_BYTES && ops.length > 0) break;
    ops.push(op);
    lines.push(line);
  }
  if (ops.length === 0) return undefined;
  return { ops, body: new Uint8Array(await compress(lines.join('\n'), COMPRESSION)) };
}

function sendBatch(link: CentralLink, { body }: Batch): Promise<OpsReply> {
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  return link.ask({ method: 'POST', path: '/v1/ops', body, headers }, opsReplySchema);
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
