import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import type { BaseCounts, BaseFault } from '#shared/contract/safekeeping.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';

export interface BaseProof {
  faults: BaseFault[];
  counts: BaseCounts;
}

const NOTHING: BaseCounts = { registrations: 0, versions: 0, candidates: 0, operations: 0, files: 0 };

/** Reads every page, every reference and the whole chain of ops. Never throws for what it finds: damage is an answer. */
export function proveBase(database: ReadableDatabase): BaseProof {
  const faults: BaseFault[] = [];
  let counts = NOTHING;
  const look = (what: BaseFault['what'], find: () => string[]) => {
    try {
      faults.push(...find().map((where) => ({ what, where })));
    } catch (error) {
      if (!isDamage(error)) throw error;
      faults.push({ what, where: '' });
    }
  };
  look('unreadablePages', () => brokenPages(database));
  // What cannot be read says nothing true of references or of the chain.
  if (faults.length > 0) return { faults, counts };
  look('brokenReferences', () => brokenReferences(database));
  look('brokenChain', () => brokenPlaces(database));
  counts = countsOf(database);
  return { faults, counts };
}

export function countsOf(database: ReadableDatabase): BaseCounts {
  const count = (table: string) => numberOf(database.get(`SELECT count(*) AS n FROM ${table}`) ?? {}, 'n');
  return {
    registrations: count('registration'),
    versions: count('registration_version'),
    candidates: count('candidate'),
    operations: count('outbox_op'),
    files: count('stored_file'),
  };
}

export function isDamage(error: unknown): boolean {
  return error instanceof GuichetError && error.code === 'database-damaged';
}

/** Every page carries a proof of its own (HMAC): reading them all is what finds a single changed bit. */
function brokenPages(database: ReadableDatabase): string[] {
  const said = database.all('PRAGMA integrity_check(20)').map((row) => textOf(row, 'integrity_check'));
  return said.length === 1 && said[0] === 'ok' ? [] : said;
}

function brokenReferences(database: ReadableDatabase): string[] {
  const rows = database.all('PRAGMA foreign_key_check');
  return [...new Set(rows.map((row) => textOf(row, 'table')))];
}

const opPlace = z.object({ previousHash: z.string() });
const START = '0'.repeat(64);

/** Places from 1 without gap, each naming the one before it, up to the place the station gives next. */
export function brokenPlaces(database: ReadableDatabase): string[] {
  const broken: string[] = [];
  let seq = 0;
  /** Undefined after an op that damage took: what it hashed to is known to nobody here. */
  let hash: string | undefined = START;
  const rows = database.each(`${chainOf(database)} WHERE station_seq > 0 ORDER BY station_seq`);
  for (const row of rows) {
    const place = numberOf(row, 'station_seq');
    const isLost = row['kind'] === 'lost';
    if (place !== seq + 1 || !isSound(row, isLost ? undefined : hash)) broken.push(String(place));
    seq = place;
    hash = isLost ? undefined : textOf(row, 'sha256');
  }
  const station = database.get('SELECT next_station_seq, last_op_hash FROM station WHERE id = 1');
  if (!station) return seq === 0 ? broken : [...broken, String(seq + 1)];
  const isEnd = hash === undefined || textOf(station, 'last_op_hash') === hash;
  return isEnd && numberOf(station, 'next_station_seq') === seq + 1 ? broken : [...broken, String(seq + 1)];
}

/** A base is proven before it is brought to the version of today, in which the text of an op is beside it (migration 270). */
function chainOf(database: ReadableDatabase): string {
  const columns = (text: string) =>
    `SELECT station_seq, kind, ${text} AS canonical, sha256, state FROM outbox_op`;
  if (!database.get(`SELECT 1 FROM sqlite_schema WHERE name = 'outbox_text'`))
    return columns('unsealed_if_entitled(canonical, op_id)');
  const text = `CASE WHEN canonical IS NULL THEN '' ELSE unsealed_if_entitled(canonical, op_id) END`;
  return `${columns(text)} LEFT JOIN outbox_text USING (op_id)`;
}

/** An erased op keeps its hash alone and can no longer say what it followed; a sealed one says it to whom it opens. */
function isSound(row: Row, previousHash: string | undefined): boolean {
  if (row['canonical'] === null) return true;
  const canonical = textOf(row, 'canonical');
  if (canonical === '') return textOf(row, 'state') === 'erased';
  if (createHash('sha256').update(canonical).digest('hex') !== textOf(row, 'sha256')) return false;
  const parsed = opPlace.safeParse(JSON.parse(canonical));
  return parsed.success && (previousHash === undefined || parsed.data.previousHash === previousHash);
}
