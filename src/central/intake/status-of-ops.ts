import { z } from 'zod';
import type { OpsStatusReply } from '#shared/protocol/replies.ts';
import { verdictSchema } from '#shared/protocol/verdict.ts';
import { lineOf } from '../enrolment/succeed.ts';
import type { Database } from '../postgres/database.ts';
import { receiptsOf } from './receive-ops.ts';

const statusRow = z.object({
  op_id: z.string(),
  sha256: z.string(),
  verdict: verdictSchema,
  reason: z.string().nullable(),
});

/** What became of a station's own ops, under whatever identity it made them; those never received are left out. */
export async function statusOfOps(
  database: Database,
  stationId: string,
  opIds: readonly string[],
): Promise<Pick<OpsStatusReply, 'known' | 'receipts'>> {
  const rows = await database.rows(
    `${lineOf('$1')} SELECT op_id, sha256, verdict, reason FROM op JOIN line USING (station_id)
     WHERE op_id = ANY($2::uuid[]) ORDER BY station_seq`,
    [stationId, opIds],
  );
  const known = rows.map((row) => {
    const { op_id: opId, ...rest } = statusRow.parse(row);
    return { opId, ...rest };
  });
  return { known, receipts: await receiptsOf(database, stationId, known) };
}
