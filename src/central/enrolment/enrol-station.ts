import type { EnrolmentRequest } from '#shared/protocol/requests.ts';
import { Refusal } from '../refusal.ts';
import type { CentreKind } from '../keys/centre-kind.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { hashOfCode } from './enrolment-codes.ts';
import { grantBlock, grantedBefore, grantFreshBlock, type BlockGrant } from './grant-block.ts';
import { moveStart, succeed } from './succeed.ts';

/**
 * Takes a station in with its one-time code. The same station with the same code and key again gets the same answer: the
 * first reply may have been lost. Throws Refusal.
 */
export function enrolStation(
  database: Database,
  request: EnrolmentRequest,
  kind: CentreKind,
): Promise<BlockGrant> {
  return database.transaction(async (sql) => {
    await kind.require(sql, request.training);
    const usedBy = await useCode(sql, request);
    if (usedBy === request.stationId) {
      await requireSameKey(sql, request);
      if (request.replaces) await moveStart(sql, request.stationId, request.replaces);
      return grantedBefore(sql, request.stationId);
    }
    return takeIn(sql, request);
  });
}

async function takeIn(sql: Sql, request: EnrolmentRequest): Promise<BlockGrant> {
  await addStation(sql, request);
  if (!request.replaces) return grantBlock(sql, request.stationId, request.claimedBlock);
  await succeed(sql, request, request.replaces);
  return { block: await grantFreshBlock(sql, request.stationId), claimedBlockContested: false };
}

/** For a request that a person brought by hand: her act is the code. The same station with the same key again gets the same answer. */
export function enrolWithoutCode(
  database: Database,
  request: EnrolmentRequest,
  kind: CentreKind,
): Promise<BlockGrant> {
  return database.transaction(async (sql) => {
    await kind.require(sql, request.training);
    const [known] = await sql.rows('SELECT public_key FROM station WHERE station_id = $1 FOR UPDATE', [
      request.stationId,
    ]);
    if (known?.['public_key'] === request.publicKey) return grantedBefore(sql, request.stationId);
    return takeIn(sql, request);
  });
}

/** Marks the code as used, and says who had used it: undefined when it was fresh. */
async function useCode(
  sql: Sql,
  { code, stationId, replaces }: EnrolmentRequest,
): Promise<string | undefined> {
  const hash = hashOfCode(code);
  if (hash === undefined) throw new Refusal('code-unknown');
  const [row] = await sql.rows(
    'SELECT used_by, replaces, expires_at < now() AS expired FROM enrolment_code WHERE code_hash = $1 FOR UPDATE',
    [hash],
  );
  if (!row || row['replaces'] !== (replaces?.stationId ?? null)) throw new Refusal('code-unknown');
  if (typeof row['used_by'] === 'string') {
    if (row['used_by'] !== stationId) throw new Refusal('code-used');
    return stationId;
  }
  if (row['expired'] === true) throw new Refusal('code-expired');
  await sql.rows('UPDATE enrolment_code SET used_by = $2, used_at = now() WHERE code_hash = $1', [
    hash,
    stationId,
  ]);
  return undefined;
}

async function requireSameKey(sql: Sql, { stationId, publicKey }: EnrolmentRequest): Promise<void> {
  const [station] = await sql.rows('SELECT public_key FROM station WHERE station_id = $1', [stationId]);
  if (station?.['public_key'] !== publicKey) throw new Refusal('code-used');
}

async function addStation(sql: Sql, request: EnrolmentRequest): Promise<void> {
  const added = await sql.rows(
    `INSERT INTO station (station_id, public_key, name, office, academy_code) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING station_id`,
    [request.stationId, request.publicKey, request.name, request.office, request.academyCode],
  );
  if (added.length === 0) throw new Refusal('station-known-otherwise');
}
