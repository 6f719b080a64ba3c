import { buffer as readWhole } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { MAX_IDS_PER_REQUEST, MAX_OPS_BYTES, MAX_OPS_PER_REQUEST } from '#shared/protocol/limits.ts';
import { GuichetError } from '#shared/errors.ts';
import { opsReplySchema, opsStatusReplySchema, type OpsReply } from '#shared/protocol/replies.ts';
import { pendingOps, type PendingOp } from '#main/domains/outbox/index.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { breathe } from './breathe.ts';
import { jsonBody, type CentralLink } from './central-link.ts';
import { opLineBytes } from './op-line-bytes.ts';
import { pairVerdicts, settleVerdicts, type SentOp } from './settle-verdicts.ts';
import { readIdentity } from './station-identity.ts';
import type { SyncRun } from './sync-run.ts';

/** Most of what can be gained, for a third of the time of the usual level: the rest of an op is signatures and hashes. */
const COMPRESSION = { level: 3 };

/** Places of one identity in the outbox. */
export interface PlaceRange {
  after: number;
  last: number;
}
const OWN_PLACES: PlaceRange = { after: 0, last: Number.MAX_SAFE_INTEGER };

/** Requests not answered yet. Together they hold what one may: a cut wastes no more than that, and a reply is settled in half the time. */
const IN_FLIGHT = 2;
const BATCH_OPS = MAX_OPS_PER_REQUEST / IN_FLIGHT;
const BATCH_BYTES = MAX_OPS_BYTES / IN_FLIGHT;
/** Read from the base without a pause. */
const SLICE_OPS = 50;

/** What is still asked of an op that has left. Its text is in the body: kept twice for a whole flight, it would outlive it in memory. */
type Left = SentOp & Pick<PendingOp, 'stationSeq'>;

interface Batch {
  ops: readonly Left[];
  /** As they travel: NDJSON, gzip. */
  body: Uint8Array<ArrayBuffer>;
}

interface Flight {
  batch: Batch;
  /** Left while an earlier one was unanswered: the centre may have read this one first. */
  mayOvertake: boolean;
  reply: Promise<OpsReply>;
}

/**
 * Sends every pending op once, in the order of the station. An op that is refused or held back never stops the others. While the
 * centre commits a batch it already reads the next one, and the receipts of the one before are stored here: nobody waits for the other.
 * Replies are settled in the order of the station. Should the line turn two batches round, the centre holds the later one until
 * the earlier has come, and is asked again.
 */
export async function sendOps(
  run: SyncRun,
  link: CentralLink,
  places: PlaceRange = OWN_PLACES,
): Promise<void> {
  const held: SentOp[] = [];
  const flying: Flight[] = [];
  const prepare = (after = places.after) => prepareBatch(run, link, { ...places, after });
  const leave = (batch: Batch) => {
    flying.push({ batch, mayOvertake: flying.length > 0, reply: sendBatch(link, batch) });
  };
  try {
    let next = await prepare();
    while (next || flying.length > 0) {
      while (next && flying.length < IN_FLIGHT) {
        leave(next);
        next = await prepare(next.ops.at(-1)?.stationSeq);
      }
      const [oldest] = flying;
      if (!oldest) break;
      const reply = await replyInOrder(link, oldest);
      flying.shift();
      if (next) leave(next);
      await breathe();
      held.push(...settle(run, link, oldest.batch.ops, reply));
      await breathe();
      next = next && (await prepare(next.ops.at(-1)?.stationSeq));
    }
  } finally {
    await Promise.allSettled(flying.map(({ reply }) => reply));
  }
  await askAgain(run, link, held);
}

/**
 * The centre steps over a line it refuses unread only when it knows all that comes before. A refusal that may have been pronounced
 * too early is not taken: what came before is answered by now, and the batch is sent once more, or all that follows would wait for ever.
 */
async function replyInOrder(link: CentralLink, { batch, mayOvertake, reply }: Flight): Promise<OpsReply> {
  const first = await reply;
  const isEarly = mayOvertake && first.verdicts.some(({ verdict }) => verdict === 'rejected');
  return isEarly ? sendBatch(link, batch) : first;
}

function settle(run: SyncRun, link: CentralLink, ops: readonly Left[], reply: OpsReply): SentOp[] {
  run.tally.opsSent += ops.length;
  const held = settleVerdicts(run, link, pairVerdicts(ops, reply.verdicts), reply.receipts);
  run.advance(ops.length);
  return held;
}

/**
 * At least one op, within the limits of a batch; undefined when nothing is left. Compressed as it is read: the whole text of each batch
 * would be the largest thing in memory.
 */
async function prepareBatch(run: SyncRun, link: CentralLink, places: PlaceRange): Promise<Batch | undefined> {
  const ops: Left[] = [];
  const zip = createGzip(COMPRESSION);
  const body = readWhole(zip);
  let bytes = 0;
  for await (const slice of readInSlices(run, link, places)) {
    const lines: Uint8Array[] = [];
    for (const op of slice) {
      const line = opLineBytes(op);
      bytes += line.length;
      if (bytes > BATCH_BYTES && ops.length > 0) break;
      lines.push(line);
      ops.push({ opId: op.opId, sha256: op.sha256, stationSeq: op.stationSeq });
    }
    zip.write(Buffer.concat(lines));
    if (bytes > BATCH_BYTES) break;
  }
  zip.end();
  return ops.length > 0 ? { ops, body: await body } : undefined;
}

/** What a batch may hold at most, in the order of the station. Opening the seals of all of it at once would hold up the window. */
async function* readInSlices(
  run: SyncRun,
  link: CentralLink,
  { after, last }: PlaceRange,
): AsyncGenerator<PendingOp[]> {
  let place = after;
  for (let left = BATCH_OPS; left > 0; left -= SLICE_OPS) {
    const slice = pendingOps(run.context.database, place, Math.min(left, SLICE_OPS), last);
    const end = slice.at(-1);
    if (!end) return;
    if (last === OWN_PLACES.last) requireSameIdentity(run.context.database, link);
    yield slice;
    place = end.stationSeq;
    await breathe();
  }
}

/**
 * Another program may have changed the key, or attached the station again: what it signed since would be refused for good under the name
 * this run speaks in. Throws `station-in-use`; the next run goes on from there.
 */
function requireSameIdentity(database: ReadableDatabase, { identity }: CentralLink): void {
  const { stationId, publicKey } = readIdentity(database);
  if (stationId !== identity.stationId || publicKey !== identity.publicKey)
    throw new GuichetError('station-in-use');
}

function sendBatch(link: CentralLink, { body }: Batch): Promise<OpsReply> {
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const reply = link.ask({ method: 'POST', path: '/v1/ops', body, headers }, opsReplySchema);
  // Awaited in the order of the station: a failure may come before its turn.
  reply.catch(() => undefined);
  return reply;
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
