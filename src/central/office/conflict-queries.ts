import { z } from 'zod';
import { opSchema, type Op } from '#shared/protocol/op.ts';
import type { Row, Sql } from '../postgres/database.ts';

/** A proposal of one counter beside what the centre holds. */
export interface OpenConflict {
  op: Op;
  reason: string;
  paths: string[];
  station: string;
  registrationNumber: string;
  version: number;
  cancelled: boolean;
  answers: Record<string, unknown>;
  lastOpId: string;
  openedMs: number;
}

const conflictRow = z.object({
  canonical: z.string(),
  reason: z.string(),
  paths: z.string(),
  station: z.string(),
  registration_number: z.string(),
  version: z.number(),
  cancelled: z.boolean(),
  answers: z.string(),
  last_op_id: z.string(),
  opened_ms: z.number(),
});

const SELECT = `SELECT o.canonical, k.reason, k.paths, s.name || ' (' || s.office || ')' AS station, r.registration_number, r.version,
    r.cancelled, r.answers, r.last_op_id, k.opened_ms
  FROM conflict k JOIN op o USING (op_id) JOIN station s USING (station_id) JOIN registration r ON r.record_id = k.record_id
  WHERE k.decided_by_op IS NULL`;

/** The oldest first. */
export async function openConflicts(sql: Sql): Promise<OpenConflict[]> {
  return (await sql.rows(`${SELECT} ORDER BY k.opened_ms, k.op_id LIMIT 200`)).map(toConflict);
}

export async function findOpenConflict(sql: Sql, opId: string): Promise<OpenConflict | undefined> {
  const [row] = await sql.rows(`${SELECT} AND k.op_id = $1`, [opId]);
  return row && toConflict(row);
}

function toConflict(row: Row): OpenConflict {
  const { canonical, paths, answers, ...facts } = conflictRow.parse(row);
  return {
    op: opSchema.parse(JSON.parse(canonical)),
    reason: facts.reason,
    paths: z.array(z.string()).parse(JSON.parse(paths)),
    station: facts.station,
    registrationNumber: facts.registration_number,
    version: facts.version,
    cancelled: facts.cancelled,
    answers: JSON.parse(answers) as Record<string, unknown>,
    lastOpId: facts.last_op_id,
    openedMs: facts.opened_ms,
  };
}
