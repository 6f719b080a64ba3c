import { z } from 'zod';
import type { ChangeEntry, ChangesReply, RecordState } from '#shared/protocol/changes.ts';
import { opSchema } from '#shared/protocol/op.ts';
import { verdictSchema } from '#shared/protocol/verdict.ts';
import type { Database, Row, Sql } from '../postgres/database.ts';
import { readRecord, RECORD_COLUMNS } from './record-row.ts';

/** Entries of one reply; with their registrations they stay far below the limit of a reply. */
const ENTRIES_AT_ONCE = 200;
/** Above every number a sequence gives. */
const LAST_OF_TX = '9223372036854775807';

const entryRow = z.object({
  tx: z.string(),
  change_seq: z.number(),
  op_id: z.string(),
  record_id: z.string(),
  verdict: verdictSchema,
  result_version: z.number(),
  canonical: z.string(),
  station: z.string(),
  reason: z.string().nullable(),
  paths: z.string().nullable(),
});

/**
 * What the counters of an académie changed since a cursor, without what this station knows from its own verdicts; of its decisions those do
 * not say which of its own ops wait no more. Only changes of transactions that are older than any still open: what is committed late
 * is then never stepped over.
 */
export async function readChanges(
  database: Database,
  station: { stationId: string; academyCode: string },
  after: string,
): Promise<Pick<ChangesReply, 'cursor' | 'more' | 'entries' | 'records'>> {
  return database.transaction(async (sql) => {
    await sql.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const [afterTx, afterSeq] = after.split('.');
    const [open] = await sql.rows('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin');
    const oldestOpen = String(open?.['xmin']);
    const rows = await sql.rows(
      `SELECT c.tx::text AS tx, c.change_seq, c.op_id, c.record_id, c.verdict, c.result_version, o.canonical,
         s.name || ' (' || s.office || ')' AS station, k.reason, k.paths
       FROM change c JOIN op o USING (op_id) JOIN station s ON s.station_id = c.station_id LEFT JOIN conflict k ON k.op_id = c.op_id
       WHERE c.academy_code = $1 AND (c.tx, c.change_seq) > ($2::xid8, $3::bigint) AND c.tx < $4::xid8
         AND NOT (c.station_id = $5 AND c.verdict = 'accepted' AND o.kind <> 'resolve')
       ORDER BY c.tx, c.change_seq LIMIT ${ENTRIES_AT_ONCE}`,
      [station.academyCode, afterTx, afterSeq, oldestOpen, station.stationId],
    );
    const read = rows.map((row) => entryRow.parse(row));
    const entries = read.map(toEntry);
    const last = read.at(-1);
    const more = read.length === ENTRIES_AT_ONCE;
    return {
      cursor: more && last ? `${last.tx}.${last.change_seq}` : `${BigInt(oldestOpen) - 1n}.${LAST_OF_TX}`,
      more,
      entries: await underAllNames(sql, entries),
      records: await readRecords(sql, [...new Set(read.map((row) => row.record_id))]),
    };
  });
}

/** A proposal that its station said again, attached again, is known there by the newer name too. */
async function underAllNames(sql: Sql, entries: readonly ChangeEntry[]): Promise<ChangeEntry[]> {
  const decided = entries.flatMap(({ resolves }) => resolves);
  if (decided.length === 0) return [...entries];
  const rows = await sql.rows(
    'SELECT op_id, proposal FROM proposal_anew WHERE proposal = ANY($1::uuid[]) ORDER BY op_id',
    [decided],
  );
  const anew = Map.groupBy(rows, (row) => String(row['proposal']));
  const namesOf = (id: string) => [id, ...(anew.get(id) ?? []).map((row) => String(row['op_id']))];
  return entries.map((entry) => ({ ...entry, resolves: entry.resolves.flatMap(namesOf) }));
}

async function readRecords(sql: Sql, ids: string[]): Promise<RecordState[]> {
  if (ids.length === 0) return [];
  const rows = await sql.rows(
    `SELECT ${RECORD_COLUMNS}
     FROM registration WHERE record_id = ANY($1::uuid[]) ORDER BY record_id`,
    [ids],
  );
  return rows.map(toState);
}

function toEntry(row: z.infer<typeof entryRow>): ChangeEntry {
  const op = opSchema.parse(JSON.parse(row.canonical));
  return {
    opId: row.op_id,
    recordId: row.record_id,
    kind: op.kind,
    verdict: row.verdict,
    resultVersion: row.result_version,
    resolves: op.resolves ?? [],
    changes: op.changes,
    agent: op.agent,
    station: row.station,
    capturedAtMs: op.capturedAtMs,
    conflict:
      row.reason === null
        ? null
        : { reason: row.reason, paths: z.array(z.string()).parse(JSON.parse(row.paths ?? '[]')) },
  };
}

function toState(row: Row): RecordState {
  const { academyCode: _academyCode, ...state } = readRecord(row);
  return state;
}
