import type { OpsStatusReply } from '#shared/protocol/replies.ts';
import { verdictSchema } from '#shared/protocol/verdict.ts';
import type { Database } from '../postgres/database.ts';
import { receiptsOf } from './receive-ops.ts';

/** What became of a station's own ops; those never received are left out. */
export async function statusOfOps(
  database: Database,
  stationId: string,
  opIds: readonly string[],
): Promise<Pick<OpsStatusReply, 'known' | 'receipts'>> {
  const rows = await database.rows(
    'SELECT op_id, sha256, verdict, reason FROM op WHERE station_id = $1 AND op_id = ANY($2::uuid[]) ORDER BY station_seq',
    [stationId, opIds],
  );
  const known = rows.map((row) => ({
    opId: String(row['op_id']),
    sha256: String(row['sha256']),
    verdict: verdictSchema.parse(row['verdict']),
    reason: row['reason'] === null ? null : String(row['reason']),
  }));
  return { known, receipts: await receiptsOf(database, stationId, known) };
}
