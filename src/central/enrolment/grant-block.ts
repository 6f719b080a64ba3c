import type { Sql } from '../postgres/database.ts';
import { Refusal } from '../refusal.ts';

export interface BlockGrant {
  block: string;
  claimedBlockContested: boolean;
}

/**
 * Grants the block the station has been using, when no other station has it; otherwise a block of the centre's own for
 * numbers to come, the claimed one being noted as contested (docs/adr/0004). A block is never given twice: it is a key.
 */
export async function grantBlock(sql: Sql, stationId: string, claimedBlock: string): Promise<BlockGrant> {
  if (await take(sql, stationId, claimedBlock)) return { block: claimedBlock, claimedBlockContested: false };
  await sql.rows('INSERT INTO contested_block (station_id, block) VALUES ($1, $2)', [
    stationId,
    claimedBlock,
  ]);
  return { block: await grantFreshBlock(sql, stationId), claimedBlockContested: true };
}

/** One that no station ever had. Throws Refusal `blocks-exhausted`. */
export async function grantFreshBlock(sql: Sql, stationId: string): Promise<string> {
  for (;;) {
    const block = await nextBlock(sql);
    if (await take(sql, stationId, block)) return block;
  }
}

/** What was granted at a first enrolment, told again when its reply was lost. */
export async function grantedBefore(sql: Sql, stationId: string): Promise<BlockGrant> {
  const [row] = await sql.rows(
    `SELECT block, EXISTS (SELECT 1 FROM contested_block c WHERE c.station_id = b.station_id) AS contested
     FROM station_block b WHERE station_id = $1 ORDER BY granted_at DESC LIMIT 1`,
    [stationId],
  );
  return { block: String(row?.['block']), claimedBlockContested: row?.['contested'] === true };
}

async function take(sql: Sql, stationId: string, block: string): Promise<boolean> {
  const taken = await sql.rows(
    'INSERT INTO station_block (block, station_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING block',
    [block, stationId],
  );
  return taken.length === 1;
}

async function nextBlock(sql: Sql): Promise<string> {
  const [row] = await sql.rows(`SELECT last_value, is_called FROM granted_block`);
  if (row?.['is_called'] === true && Number(row['last_value']) >= 4999) throw new Refusal('blocks-exhausted');
  const [next] = await sql.rows(`SELECT nextval('granted_block') AS value`);
  return String(next?.['value']).padStart(4, '0');
}
