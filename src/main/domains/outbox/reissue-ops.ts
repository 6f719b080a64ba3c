import { opSchema } from '#shared/protocol/op.ts';
import type { Clock } from '#main/ports/clock.ts';
import { numberOrNullOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import { appendOp } from './append-op.ts';

/** Reasons for which the centre set an op aside because of who sent it, not of what it says. */
const BECAUSE_OF_STATION = [
  'station-suspended',
  'sequence-reused',
  'op-id-reused',
  'chain-broken',
  'other-station',
];

/**
 * Signs anew, as the station is now, what the centre has not taken from an identity that it replaced (a base rebuilt from a copy keeps its
 * former keys instead, and sends under them): same registrations, numbers, moments and
 * clerks, next places of the chain. The former ops stay, as `replaced`. Call it inside a transaction. Returns how many.
 */
export function reissueOps(database: WritableDatabase, clock: Clock): number {
  const rows = database.all(
    `SELECT op_id, ${opened('outbox_text')} FROM outbox_op JOIN outbox_text USING (op_id)
     WHERE kind <> 'lost' AND unsealed(canonical, op_id) ->> '$.stationId' IN (SELECT station_id FROM former_identity) AND (state = 'pending'
       OR (state = 'refused' AND dismissed_at_ms IS NULL AND reason IN (SELECT value FROM json_each(?)))) ORDER BY station_seq`,
    JSON.stringify(BECAUSE_OF_STATION),
  );
  const anew = new Map<string, string>();
  for (const row of rows) {
    const former = textOf(row, 'op_id');
    anew.set(former, reissue(database, clock, textOf(row, 'canonical'), anew));
    database.run(
      `UPDATE outbox_op SET state = 'replaced', verdict = NULL, reason = NULL WHERE op_id = ?`,
      former,
    );
  }
  return rows.length;
}

function reissue(
  database: WritableDatabase,
  clock: Clock,
  canonical: string,
  anew: ReadonlyMap<string, string>,
): string {
  const former = opSchema.parse(JSON.parse(canonical));
  const record = database.get('SELECT centre_version FROM registration WHERE id = ?', former.recordId);
  const { opId } = appendOp(database, clock, {
    recordId: former.recordId,
    registrationNumber: former.registrationNumber,
    candidateNumber: former.candidateNumber,
    kind: former.kind,
    version: former.version,
    centreVersion: record ? numberOrNullOf(record, 'centre_version') : null,
    parentOp: former.parentOp === null ? null : (anew.get(former.parentOp) ?? former.parentOp),
    changes: former.changes,
    blobs: former.blobs,
    ...(former.resolves ? { resolves: former.resolves } : {}),
    agentLogin: former.agent,
    captured: { atMs: former.capturedAtMs, monotonicMs: former.monotonicMs },
  });
  database.run('UPDATE registration SET last_op_id = ? WHERE last_op_id = ?', opId, former.opId);
  return opId;
}
