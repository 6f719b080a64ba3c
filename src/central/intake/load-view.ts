import { z } from 'zod';
import { opSchema } from '#shared/protocol/op.ts';
import { verdictSchema } from '#shared/protocol/verdict.ts';
import { lineOf } from '../enrolment/succeed.ts';
import type { Sql } from '../postgres/database.ts';
import type { Deadlines } from './deadlines.ts';
import type { IntakeView, KnownOp, RecordVersion, StationState } from './intake-view.ts';
import { loadPast } from './load-past.ts';
import type { AuthenticOp } from './read-lines.ts';
import { readRecord, RECORD_COLUMNS } from './record-row.ts';
import { loadSignedAnew, type SignedAnew } from './signed-anew.ts';

/** Waiting ops of a station looked at in one request; more of them move on at the next. */
const HELD_LIMIT = 1000;

const stationRow = z.object({
  head_seq: z.number(),
  head_hash: z.string().nullable(),
  suspended_for: z.string().nullable(),
  blocks: z.array(z.string()),
  contested: z.array(z.string()),
  academy_code: z.string(),
  is_successor: z.boolean(),
  is_office: z.boolean(),
  clock_skew_ms: z.number().nullable(),
  last_captured_ms: z.number().nullable(),
});
const knownRow = z.object({
  op_id: z.string(),
  station_id: z.string(),
  station_seq: z.number(),
  previous_hash: z.string(),
  sha256: z.string(),
  verdict: verdictSchema,
  reason: z.string().nullable(),
  receipt_id: z.string(),
});
const heldRow = z.object({
  canonical: z.string(),
  sha256: z.string(),
  signature: z.string(),
  reason: z.string().nullable(),
  academy_code: z.string(),
});

const NOTHING_ANEW: SignedAnew = { takenBefore: new Map(), ownBefore: new Set() };

interface LoadOptions {
  stationId: string;
  training: boolean;
  receiptId: string;
  items: readonly AuthenticOp[];
  receivedAtMs: number;
  deadlines: Deadlines | undefined;
  isAdmission: boolean;
}

/** Reads, under lock, all that these ops may touch. The lock on the station makes its deliveries one after the other. */
export async function loadView(sql: Sql, options: LoadOptions): Promise<IntakeView> {
  const { stationId, training, receiptId, items, receivedAtMs, deadlines, isAdmission } = options;
  const station = await loadStation(sql, stationId);
  const known = await loadKnown(sql, stationId, items);
  const setApart = await loadSetApart(sql, items);
  const held = await loadHeld(sql, stationId, items);
  const touched = [...items, ...held.values()].map(({ op }) => op);
  const records = await loadRecords(sql, touched);
  const signedAnew = station.isSuccessor ? await loadSignedAnew(sql, stationId, touched) : NOTHING_ANEW;
  const past = await loadPast(sql, touched, records, { known, takenBefore: signedAnew.takenBefore });
  return {
    training,
    timelinessOf: (op) =>
      deadlines?.(op, { receivedAtMs, clockSkewMs: station.clockSkewMs, afterMs: station.lastCapturedMs }) ??
      'inTime',
    isAdmission,
    setApart,
    station,
    knownById: new Map(known.map((op) => [op.opId, op])),
    knownBySeq: new Map(known.filter((op) => op.stationId === stationId).map((op) => [op.stationSeq, op])),
    ...signedAnew,
    held,
    records: new Map(records.map((record) => [record.recordId, record])),
    recordByNumber: new Map(records.map((record) => [record.registrationNumber, record.recordId])),
    ...past,
    changes: {
      receiptId,
      received: [],
      released: new Map(),
      createdRecords: new Set(),
      updatedRecords: new Set(),
      applied: [],
      held: [],
      proposedAnew: [],
      decided: new Map(),
      quarantined: [],
      events: [],
    },
  };
}

async function loadStation(sql: Sql, stationId: string): Promise<StationState> {
  const [row] = await sql.rows(
    `${lineOf('$1')} SELECT head_seq, head_hash, suspended_for, academy_code, clock_skew_ms, replaces IS NOT NULL AS is_successor,
       (SELECT (canonical::json ->> 'capturedAtMs')::bigint FROM (
          (SELECT station_seq, canonical FROM op o WHERE o.station_id = s.station_id ORDER BY station_seq DESC LIMIT 1)
          UNION ALL
          (SELECT station_seq, canonical FROM quarantine q WHERE q.station_id = s.station_id ORDER BY station_seq DESC LIMIT 1)
        ) last ORDER BY station_seq DESC LIMIT 1) AS last_captured_ms,
       EXISTS (SELECT 1 FROM office_station o WHERE o.station_id = s.station_id) AS is_office,
       array(SELECT block FROM station_block JOIN line USING (station_id)) AS blocks,
       array(SELECT block FROM contested_block JOIN line USING (station_id)) AS contested
     FROM station s WHERE station_id = $1 FOR UPDATE`,
    [stationId],
  );
  const station = stationRow.parse(row);
  const { head_seq, head_hash, suspended_for, blocks, contested, academy_code } = station;
  return {
    stationId,
    headSeq: head_seq,
    headHash: head_hash ?? (head_seq === 0 ? '0'.repeat(64) : null),
    suspendedFor: suspended_for,
    academyCode: academy_code,
    isSuccessor: station.is_successor,
    isOffice: station.is_office,
    clockSkewMs: station.clock_skew_ms ?? 0,
    lastCapturedMs: station.last_captured_ms ?? 0,
    blocks: new Set(blocks),
    contestedBlocks: new Set(contested),
  };
}

async function loadKnown(sql: Sql, stationId: string, items: readonly AuthenticOp[]): Promise<KnownOp[]> {
  // The place after each op too: its op vouches for a hole.
  const places = items.flatMap(({ op }) => [op.stationSeq, op.stationSeq + 1]);
  const columns = 'op_id, station_id, station_seq, previous_hash, sha256, verdict, reason, receipt_id';
  const rows = await sql.rows(
    `SELECT ${columns} FROM op WHERE op_id = ANY($1::uuid[])
     UNION SELECT ${columns} FROM op WHERE station_id = $2 AND station_seq = ANY($3::bigint[])`,
    [items.flatMap(({ op }) => (op.parentOp ? [op.opId, op.parentOp] : [op.opId])), stationId, places],
  );
  return rows.map((row) => {
    const known = knownRow.parse(row);
    return {
      opId: known.op_id,
      stationId: known.station_id,
      stationSeq: known.station_seq,
      previousHash: known.previous_hash,
      sha256: known.sha256,
      verdict: known.verdict,
      reason: known.reason,
      receiptId: known.receipt_id,
    };
  });
}

async function loadSetApart(sql: Sql, items: readonly AuthenticOp[]): Promise<Set<string>> {
  const rows = await sql.rows(
    `SELECT sha256 FROM quarantine WHERE sha256 = ANY($1::text[]) AND reason = 'outside-window'`,
    [items.map(({ sha256 }) => sha256)],
  );
  return new Set(rows.map((row) => String(row['sha256'])));
}

async function loadHeld(
  sql: Sql,
  stationId: string,
  items: readonly AuthenticOp[],
): Promise<IntakeView['held']> {
  const rows = await sql.rows(
    `(SELECT server_seq, canonical, sha256, signature, reason, academy_code FROM op JOIN station USING (station_id)
       WHERE verdict = 'held_missing_parent' AND station_id = $1 ORDER BY station_seq LIMIT ${HELD_LIMIT})
     UNION SELECT server_seq, canonical, sha256, signature, reason, academy_code FROM op JOIN station USING (station_id)
       WHERE verdict = 'held_missing_parent' AND record_id = ANY($2::uuid[])`,
    [stationId, items.map(({ op }) => op.recordId)],
  );
  return new Map(
    rows.map((row) => {
      const { academy_code: academyCode, ...item } = heldRow.parse(row);
      const op = opSchema.parse(JSON.parse(item.canonical));
      return [op.opId, { ...item, canonical: Buffer.from(item.canonical), op, academyCode }];
    }),
  );
}

/** Locked in one order everywhere, so that two stations never wait for each other. */
async function loadRecords(sql: Sql, ops: readonly AuthenticOp['op'][]): Promise<RecordVersion[]> {
  const rows = await sql.rows(
    `SELECT ${RECORD_COLUMNS} FROM registration
     WHERE record_id = ANY($1::uuid[]) OR registration_number = ANY($2::text[]) ORDER BY record_id FOR UPDATE`,
    [ops.map((op) => op.recordId), ops.map((op) => op.registrationNumber)],
  );
  return rows.map((row) => {
    const record = readRecord(row);
    return { ...record, answers: new Map(Object.entries(record.answers)) };
  });
}
