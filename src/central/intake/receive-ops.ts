import { randomUUID } from 'node:crypto';
import { passing } from '#shared/fault-points.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import { signedSchema } from '#shared/protocol/signed-reply.ts';
import type { OpsReceipt } from '#shared/protocol/receipts.ts';
import type { OpVerdict } from '#shared/protocol/replies.ts';
import type { ServerKey } from '../keys/server-key.ts';
import { isUniqueViolation, type Database, type Sql } from '../postgres/database.ts';
import type { Deadlines } from './deadlines.ts';
import type { IntakeView } from './intake-view.ts';
import { judge, refuse } from './judge.ts';
import { loadView } from './load-view.ts';
import type { Line } from './read-lines.ts';
import { saveView } from './save-view.ts';

export interface Intake {
  database: Database;
  key: ServerKey;
  epoch: string;
  training: boolean;
  /** Where the centre knows its campaigns. */
  deadlines?: Deadlines | undefined;
  /** A person has decided that what was set apart is to be taken up. */
  isAdmission?: boolean;
  nowMs(): number;
}

/** A statement that waits longer, for a row another instance holds, is given up: the station is told to come again. */
const BEGIN_LINES = "SET LOCAL statement_timeout = '60s'; SAVEPOINT lines";

export interface Received {
  verdicts: OpVerdict[];
  receipts: Signed[];
  highestServerSeq: number;
}

/**
 * Receives the ops of one station in one transaction: durable when it resolves, and every op has its verdict. Delivering the
 * same ops again, ever, changes nothing and gives the same receipts.
 */
export async function receiveOps(
  intake: Intake,
  stationId: string,
  lines: readonly Line[],
): Promise<Received> {
  const received = await intake.database.transaction(async (sql) => {
    const written = await receiveInSavepoint(intake, sql, stationId, lines);
    const { verdicts, highestServerSeq, receipts: ownReceipts, areAllNew } = written;
    const receipts = areAllNew ? ownReceipts : await receiptsOf(sql, stationId, verdicts);
    passing('centre.before_commit');
    return { verdicts, highestServerSeq, receipts };
  });
  passing('centre.after_commit');
  return received;
}

interface Written extends Received {
  /** No op here was received before: the receipts written now are all there are. */
  areAllNew: boolean;
}

/** All lines at once; when another station took something unique in between, again one by one, each in its own savepoint. */
async function receiveInSavepoint(
  intake: Intake,
  sql: Sql,
  stationId: string,
  lines: readonly Line[],
): Promise<Written> {
  await sql.rows(BEGIN_LINES);
  try {
    const written = await receiveLines(intake, sql, stationId, lines);
    await sql.rows('RELEASE SAVEPOINT lines');
    return written;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await sql.rows('ROLLBACK TO SAVEPOINT lines');
  }
  const [only] = lines;
  if (lines.length === 1 && only)
    return { verdicts: [raced(only)], highestServerSeq: 0, receipts: [], areAllNew: false };
  const parts: Written[] = [];
  for (const line of lines) parts.push(await receiveInSavepoint(intake, sql, stationId, [line]));
  return {
    verdicts: parts.flatMap((part) => part.verdicts),
    highestServerSeq: Math.max(...parts.map((part) => part.highestServerSeq)),
    receipts: parts.flatMap((part) => part.receipts),
    areAllNew: parts.every((part) => part.areAllNew),
  };
}

async function receiveLines(
  intake: Intake,
  sql: Sql,
  stationId: string,
  lines: readonly Line[],
): Promise<Written> {
  const items = lines.flatMap((line) => ('authentic' in line ? [line.authentic] : []));
  const { training, deadlines, isAdmission = false } = intake;
  const receiving = { training, deadlines, isAdmission, receivedAtMs: intake.nowMs() };
  const view = await loadView(sql, { stationId, receiptId: randomUUID(), items, ...receiving });
  const first = lines.map((line) => judgeLine(view, line));
  const verdicts = first.map((verdict) => afterRelease(view, verdict));
  const receipt = sealReceipt(intake, view);
  const highestServerSeq = await saveView(sql, view, JSON.stringify(receipt));
  const fresh = new Set(view.changes.received.map(({ item }) => item.op.opId));
  return {
    verdicts,
    highestServerSeq,
    receipts: fresh.size > 0 ? [receipt] : [],
    areAllNew: verdicts.every(({ opId }) => opId !== null && fresh.has(opId)),
  };
}

/** Members of whatever is signed are written in canonical order: nobody needs to sort them again. */
function judgeLine(view: IntakeView, line: Line): OpVerdict {
  const { opId, sha256 } =
    'authentic' in line ? { ...line.authentic, opId: line.authentic.op.opId } : line.refused;
  const { verdict, reason } = 'authentic' in line ? judge(view, line.authentic) : refuse(view, line.refused);
  return { opId, reason, sha256, verdict };
}

/** An op held at its line may have been taken up by a later line of the same request. */
function afterRelease(view: IntakeView, answer: OpVerdict): OpVerdict {
  const known = answer.opId === null ? undefined : view.knownById.get(answer.opId);
  if (answer.verdict !== 'held_missing_parent' || !known) return answer;
  return { ...answer, verdict: known.verdict, reason: known.reason };
}

function sealReceipt(intake: Intake, view: IntakeView): Signed {
  const receipt: OpsReceipt = {
    epoch: intake.epoch,
    items: view.changes.received.map(({ item, outcome }) => ({
      opId: item.op.opId,
      sha256: item.sha256,
      verdict: outcome.verdict,
    })),
    kind: 'ops-receipt',
    receiptId: view.changes.receiptId,
    receivedAtMs: intake.nowMs(),
    stationId: view.station.stationId,
  };
  return intake.key.seal(receipt);
}

/** The receipts that cover these ops, each once, in the order they were written. */
export async function receiptsOf(
  sql: Sql,
  stationId: string,
  ops: readonly { opId: string | null }[],
): Promise<Signed[]> {
  const rows = await sql.rows(
    `SELECT r.signed FROM receipt r
     JOIN (SELECT receipt_id, min(server_seq) AS place FROM op
       WHERE op_id = ANY($1::uuid[]) AND station_id = $2 GROUP BY receipt_id) o USING (receipt_id)
     ORDER BY o.place`,
    [ops.flatMap(({ opId }) => opId ?? []), stationId],
  );
  return rows.map((row) => signedSchema.parse(JSON.parse(String(row['signed']))));
}

/** Still not unique when alone: two stations raced twice for the same thing. Nothing was kept; the station sends it again. */
function raced(line: Line): OpVerdict {
  const opId = 'authentic' in line ? line.authentic.op.opId : line.refused.opId;
  return { opId, sha256: null, verdict: 'held_missing_parent', reason: 'not-unique' };
}
