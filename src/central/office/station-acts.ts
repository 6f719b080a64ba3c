import { opSchema } from '#shared/protocol/op.ts';
import type { Centre } from '../http/centre.ts';
import { receiveOps } from '../intake/receive-ops.ts';
import type { Line } from '../intake/read-lines.ts';
import type { Database, Sql } from '../postgres/database.ts';

/** `suspended_for` of a station that the rectorat itself stopped. */
const BY_OFFICE = 'office';
const REVOKED = 'revoked';

/** Nothing of this station is applied any more; what it sends goes to quarantine. Tells whether there was such a station. */
export async function suspendStation(sql: Sql, stationId: string): Promise<boolean> {
  return changed(
    sql,
    `UPDATE station SET suspended_for = coalesce(suspended_for, '${BY_OFFICE}') WHERE station_id = $1 RETURNING 1`,
    [stationId],
  );
}

/** Ends a suspension that the rectorat had decided; one for a copied or revoked station needs a new enrolment. */
export async function resumeStation(sql: Sql, stationId: string): Promise<boolean> {
  return changed(
    sql,
    `UPDATE station SET suspended_for = NULL WHERE station_id = $1 AND suspended_for = '${BY_OFFICE}' RETURNING 1`,
    [stationId],
  );
}

/** For ever. What was signed before `atMs` may still be admitted by a person; nothing is refused unread (F22). */
export async function revokeStation(sql: Sql, stationId: string, atMs: number): Promise<boolean> {
  return changed(
    sql,
    `UPDATE station SET suspended_for = '${REVOKED}', revoked_at_ms = $2 WHERE station_id = $1 AND revoked_at_ms IS NULL RETURNING 1`,
    [stationId, atMs],
  );
}

async function changed(sql: Sql, text: string, values: unknown[]): Promise<boolean> {
  return (await sql.rows(text, values)).length > 0;
}

/**
 * A person vouches for what a suspended or revoked station had sent, or a station had made outside the dates: its quarantined ops are
 * judged like any others, in the order of its chain, without regard to dates; of a revoked one only those captured before the date.
 * Returns how many were taken up.
 */
export async function admitQuarantine(centre: Centre, stationId: string, login: string): Promise<number> {
  const { key, kind, epoch } = centre;
  let admitted = 0;
  const database: Database = {
    ...centre.database,
    // One transaction from the lifting of the suspension to its return: nothing the station sends meanwhile slips through.
    transaction: (work) =>
      centre.database.transaction(async (sql) => {
        const [station] = await sql.rows(
          'SELECT suspended_for FROM station WHERE station_id = $1 FOR UPDATE',
          [stationId],
        );
        await sql.rows('UPDATE station SET suspended_for = NULL WHERE station_id = $1', [stationId]);
        const result = await work(sql);
        await sql.rows('UPDATE station SET suspended_for = $2 WHERE station_id = $1', [
          stationId,
          station?.['suspended_for'] ?? null,
        ]);
        return result;
      }),
  };
  const waiting = await waitingLines(centre.database, stationId);
  const intake = {
    database,
    key,
    training: (await kind.isTraining()) === true,
    epoch: epoch.epoch,
    isAdmission: true,
    nowMs: () => centre.nowMs(),
  };
  for (const line of waiting) {
    const { verdicts, highestServerSeq } = await receiveOps(intake, stationId, [line]);
    epoch.remember(highestServerSeq);
    const [verdict] = verdicts;
    if (!verdict || verdict.verdict === 'quarantined') continue;
    admitted += 1;
    await centre.database.rows(
      'UPDATE quarantine SET decision = $2, decided_by = $3, decided_ms = $4 WHERE sha256 = $1',
      [verdict.sha256, `admis : ${verdict.verdict}`, login, centre.nowMs()],
    );
  }
  return admitted;
}

/** A person has looked at it and nothing of it is to be taken up; it stays, with why. Tells whether it still waited. */
export async function dismissQuarantined(
  sql: Sql,
  sha256: string,
  decision: { login: string; reason: string; atMs: number },
): Promise<boolean> {
  return changed(
    sql,
    `UPDATE quarantine SET decision = $2, decided_by = $3, decided_ms = $4 WHERE sha256 = $1 AND decision IS NULL RETURNING 1`,
    [sha256, `écarté : ${decision.reason}`, decision.login, decision.atMs],
  );
}

async function waitingLines(sql: Sql, stationId: string): Promise<Line[]> {
  const rows = await sql.rows(
    `SELECT q.canonical, q.sha256, q.signature, s.revoked_at_ms FROM quarantine q JOIN station s USING (station_id)
     WHERE q.station_id = $1 AND q.decision IS NULL AND q.reason IN ('station-suspended', 'outside-window') ORDER BY q.station_seq`,
    [stationId],
  );
  return rows.flatMap((row) => {
    const op = opSchema.parse(JSON.parse(String(row['canonical'])));
    const revokedAtMs = row['revoked_at_ms'];
    if (typeof revokedAtMs === 'number' && op.capturedAtMs > revokedAtMs) return [];
    return [
      {
        authentic: {
          op,
          canonical: Buffer.from(String(row['canonical'])),
          sha256: String(row['sha256']),
          signature: String(row['signature']),
        },
      },
    ];
  });
}
