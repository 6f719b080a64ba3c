import { createHash, verify } from 'node:crypto';
import type { BatchManifest } from '#shared/protocol/batch.ts';
import { signatureText } from '#shared/protocol/signed-reply.ts';
import { readLines, type AuthenticOp } from '../intake/read-lines.ts';
import {
  FORMER_KEYS,
  followKeys,
  keysOf,
  provenKey,
  readKey,
  type StationKeys,
} from '../keys/station-keys.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { linePages } from './batch-lines.ts';
import { BatchRefused } from './batch-refused.ts';
import { readVolume, type VolumeHead } from './open-volume.ts';

/** Who checks: the centre's keys and what it knows. */
export interface Checker {
  database: Database;
  /** Private key of age. */
  identity: string;
  /** Of the centre's signing keys: a batch may have been sealed before the last rotation. */
  keyIds: readonly string[];
  isTraining(): Promise<boolean | null>;
}

export interface CheckedVolume {
  manifest: BatchManifest;
  manifestSha256: string;
  station: BatchStation;
  /** Signed by a key that was replaced since, with no op whose place says that it was in use: its files are kept, what it says of the station is not heard. */
  isOfFormerKey: boolean;
}

export interface BatchStation {
  stationId: string;
  /** With those that the batch itself introduces. */
  keys: StationKeys;
  name: string;
  /** Its ops go to a person; its files stay with it. */
  isStopped: boolean;
}

/** First pass: reads and proves everything, changes nothing. Throws BatchRefused. */
export async function checkVolume(path: string, checker: Checker): Promise<CheckedVolume> {
  let checked: CheckedVolume | undefined;
  const known = () => {
    if (!checked) throw new BatchRefused('not-as-listed');
    return checked;
  };
  await readVolume(path, checker.identity, {
    async head(head) {
      const station = await provenStation(checker, head);
      const { manifest, manifestSha256 } = head;
      const isOfFormerKey = manifest.ops === null && !isSignedBy(head, station.keys.current);
      checked = { manifest, manifestSha256, station, isOfFormerKey };
    },
    ops: (bytes) => checkOps(bytes, known()),
    blob: (blob, bytes) => checkBlob(blob, bytes, known()),
  });
  await requireSameVolume(checker.database, known());
  return known();
}

async function provenStation(checker: Checker, head: VolumeHead): Promise<BatchStation> {
  const { stationId, keyId, training, keys = [] } = head.manifest;
  const refused = (code: BatchRefused['code']) => new BatchRefused(code, { claimedStation: stationId });
  const known = await findStation(checker.database, stationId);
  if (!known) throw refused('unknown-station');
  const followed = followKeys(known.keys, stationId, keys);
  if (followed === 'unproven') throw refused('bad-signature');
  const keysNow = followed === 'forked' ? known.keys : followed.keys;
  // As by the line: the statements prove a fork, and whoever brings them holds the key they lead to.
  const forkedKey = followed === 'forked' ? [provenKey(known.keys, stationId, keys)] : [];
  if (!isSigned(head, keysNow) && !forkedKey.some((key) => isSignedBy(head, key)))
    throw refused('bad-signature');
  if (!checker.keyIds.includes(keyId)) throw refused('other-centre');
  if (training !== ((await checker.isTraining()) === true)) throw refused('training-mismatch');
  if (followed === 'forked')
    throw new BatchRefused('key-forked', { claimedStation: stationId, forkedKeys: keys });
  return { ...known, keys: keysNow };
}

export async function findStation(database: Sql, stationId: string): Promise<BatchStation | undefined> {
  const [row] = await database.rows(
    `SELECT public_key, ${FORMER_KEYS}, name, suspended_for IS NOT NULL OR revoked_at_ms IS NOT NULL AS stopped FROM station WHERE station_id = $1`,
    [stationId],
  );
  if (!row) return undefined;
  return {
    stationId,
    keys: keysOf(row),
    name: String(row['name']),
    isStopped: row['stopped'] === true,
  };
}

/** By the key in use, or by one of before that may have signed all that it lists: a batch is sealed once. */
function isSigned(head: VolumeHead, keys: StationKeys): boolean {
  const lastSeq = head.manifest.ops?.lastSeq ?? 0;
  const former = keys.former.filter((one) => lastSeq <= one.lastSeq).map(({ publicKey }) => publicKey);
  return [keys.current, ...former].some((key) => isSignedBy(head, key));
}

function isSignedBy({ manifestBytes, signature }: VolumeHead, key: string): boolean {
  if (!signatureText.safeParse(signature).success) return false;
  return verify(null, manifestBytes, readKey(key), Buffer.from(signature, 'base64'));
}

/** Each line is the station's own, in its order, and all of them are what the manifest lists. */
async function checkOps(
  bytes: AsyncIterable<Uint8Array>,
  { manifest, station }: CheckedVolume,
): Promise<void> {
  const { stationId } = station;
  const hash = createHash('sha256');
  let first: AuthenticOp | undefined;
  let last: AuthenticOp | undefined;
  let count = 0;
  for await (const page of linePages(hashed(bytes, hash))) {
    const lines = await readLines(page, station);
    for (const line of lines) {
      if ('refused' in line && line.refused.reason === 'schema-unknown')
        throw new BatchRefused('newer-version');
      if (!('authentic' in line)) throw new BatchRefused('bad-op', { claimedStation: stationId });
      if (last && line.authentic.op.stationSeq <= last.op.stationSeq)
        throw new BatchRefused('not-as-listed', { claimedStation: stationId });
      first ??= line.authentic;
      last = line.authentic;
      count += 1;
    }
  }
  const { ops } = manifest;
  const isAsListed =
    ops?.sha256 === hash.digest('hex') &&
    ops.count === count &&
    ops.firstSeq === first?.op.stationSeq &&
    ops.previousHash === first.op.previousHash &&
    ops.lastSeq === last?.op.stationSeq;
  if (!isAsListed) throw new BatchRefused('not-as-listed', { claimedStation: stationId });
}

async function checkBlob(
  { sha256 }: { sha256: string },
  bytes: AsyncIterable<Uint8Array>,
  { station }: CheckedVolume,
): Promise<void> {
  const hash = createHash('sha256');
  for await (const part of bytes) hash.update(part);
  if (hash.digest('hex') !== sha256)
    throw new BatchRefused('not-as-listed', { claimedStation: station.stationId });
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    hash.update(part);
    yield part;
  }
}

/** A volume that came before came as the same thing: a sealed batch never changes. */
async function requireSameVolume(
  database: Database,
  { manifest, manifestSha256, station }: CheckedVolume,
): Promise<void> {
  const [row] = await database.rows(
    'SELECT manifest_sha256 FROM batch_volume WHERE station_id = $1 AND batch_id = $2 AND volume = $3',
    [station.stationId, manifest.batchId, manifest.volume.number],
  );
  if (row && row['manifest_sha256'] !== manifestSha256)
    throw new BatchRefused('batch-id-reused', { claimedStation: station.stationId });
}
