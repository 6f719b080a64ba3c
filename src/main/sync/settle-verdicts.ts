import { opsReceiptSchema } from '#shared/protocol/receipts.ts';
import type { OpVerdict } from '#shared/protocol/replies.ts';
import { passing } from '#shared/fault-points.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { fateOf, type Verdict } from '#shared/protocol/verdict.ts';
import { canonicalBytes, keepReceipt, noteHeld, settleOp } from '#main/domains/outbox/index.ts';
import type { CentralLink } from './central-link.ts';
import type { SyncRun } from './sync-run.ts';
import { nonsense, verifyKept } from './verify-reply.ts';

/** Whose word counts, and who it speaks to: a reply and a receipt file are believed by the same. */
export type Trusted = Pick<CentralLink, 'server' | 'identity'>;

export interface SentOp {
  opId: string;
  sha256: string;
}

export interface OpAnswer {
  op: SentOp;
  verdict: Verdict;
  reason: string | null;
}

/** Pairs answers with what was sent. Throws `server-nonsense` when one is missing or speaks of something else. */
export function pairVerdicts(sent: readonly SentOp[], verdicts: readonly OpVerdict[]): OpAnswer[] {
  if (verdicts.length !== sent.length) throw nonsense('verdicts');
  return sent.map((op, index) => {
    const answer = verdicts[index];
    if (!answer || (answer.opId ?? op.opId) !== op.opId) throw nonsense('verdicts');
    return { op, verdict: answer.verdict, reason: answer.reason };
  });
}

/**
 * Keeps receipts and verdicts in one durable transaction. An op counts as received only when a receipt signed by our centre
 * names its very bytes. Returns the ops the centre still holds back.
 */
export function settleVerdicts(
  run: SyncRun,
  link: Trusted,
  answers: readonly OpAnswer[],
  receipts: readonly Signed[],
): SentOp[] {
  const receiptOf = readReceipts(link, receipts);
  const covered = (op: SentOp) => receiptOf.get(`${op.opId} ${op.sha256}`);
  if (answers.some(({ op, verdict }) => fateOf(verdict) === 'acknowledged' && !covered(op)))
    throw nonsense('receipt');
  passing('sync.before_settle');
  const { database, clock } = run.context;
  database.transaction(() => {
    for (const receipt of receipts) keepSigned(run, receipt, 'ops', clock.nowMs());
    for (const { op, verdict, reason } of answers) {
      const fate = fateOf(verdict);
      if (fate === 'held') noteHeld(database, op.opId, verdict, reason);
      else settleOp(database, op.opId, { state: fate, verdict, reason, batchId: covered(op) ?? '' });
    }
  });
  passing('sync.after_settle');
  for (const { verdict } of answers) count(run, verdict);
  return answers.filter(({ verdict }) => fateOf(verdict) === 'held').map(({ op }) => op);
}

/** Call inside a transaction. */
export function keepSigned(run: SyncRun, receipt: Signed, subject: string, receivedAtMs: number): void {
  keepReceipt(run.context.database, {
    id: String(receipt.payload['receiptId']),
    subject,
    content: canonicalBytes(receipt.payload).toString('utf8'),
    signature: Buffer.from(receipt.signature, 'base64'),
    receivedAtMs,
  });
  run.tally.receiptsKept += 1;
}

/** "op id, hash" → receipt. */
function readReceipts(link: Trusted, receipts: readonly Signed[]): Map<string, string> {
  const receiptOf = new Map<string, string>();
  for (const signed of receipts) {
    const receipt = verifyKept(signed, link.server, opsReceiptSchema);
    if (receipt.stationId !== link.identity.stationId) throw nonsense('receipt');
    for (const { opId, sha256 } of receipt.items) receiptOf.set(`${opId} ${sha256}`, receipt.receiptId);
  }
  return receiptOf;
}

function count({ tally }: SyncRun, verdict: Verdict): void {
  if (fateOf(verdict) === 'refused') tally.opsRefused += 1;
  else if (verdict === 'duplicate') tally.opsDuplicate += 1;
  else if (fateOf(verdict) === 'acknowledged') tally.opsAccepted += 1;
}
