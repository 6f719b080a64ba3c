import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BatchReceipt, ReceiptCode } from '#shared/protocol/batch-receipt.ts';
import { receiptCodeText } from '#shared/protocol/batch-receipt.ts';
import { passing } from '#shared/fault-points.ts';
import { fateOf, type VerdictFate } from '#shared/protocol/verdict.ts';
import { adoptKeys } from '../keys/station-keys.ts';
import { tellStart } from '../enrolment/succeed.ts';
import { confirmReceipts } from '../intake/confirm-receipts.ts';
import type { Signed } from '#shared/protocol/signed-reply.ts';
import type { ServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';
import { applyVolume, type Applied, type AppliedBlob, type AppliedOp, type Applier } from './apply-volume.ts';
import { ALARMING, BatchRefused } from './batch-refused.ts';
import { checkVolume, findStation, type CheckedVolume, type Checker } from './check-volume.ts';

export interface BatchImporter extends Checker, Applier {
  key: ServerKey;
  nowMs(): number;
}

/** What came of one file. */
export interface ImportedVolume {
  batchId: string;
  volume: { number: number; count: number };
  station: { stationId: string; name: string };
  /** Times this very volume has come, this one included. */
  times: number;
  ops: AppliedOp[];
  scans: AppliedBlob[];
  /** Of ops: kept by the centre; refused or set apart. Held ones are neither. */
  received: number;
  refused: number;
  importedAtMs: number;
  /** Bytes of the signed receipt file. */
  receipt: Uint8Array;
  /** Text of the printed code. */
  code: string;
}

export type ImportOutcome = { path: string } & ({ imported: ImportedVolume } | { refused: BatchRefused });

/**
 * Takes in files. Each is proven whole before anything of it changes anything; those that are go in the order their station made them,
 * whatever the order they were named in. What a person may have done is noted as a security event. Throws what is no fault of a file.
 */
export async function importVolumes(
  paths: readonly string[],
  importer: BatchImporter,
): Promise<ImportOutcome[]> {
  const outcomes = new Map<string, ImportOutcome>();
  const proven: { path: string; checked: CheckedVolume }[] = [];
  const attempt = async (path: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof BatchRefused)) throw error;
      await noteRefusal(importer, error, path);
      outcomes.set(path, { path, refused: error });
    }
  };
  for (const path of paths)
    await attempt(path, async () => void proven.push({ path, checked: await checkVolume(path, importer) }));
  proven.sort((one, other) => placeOf(one.checked) - placeOf(other.checked));
  for (const { path, checked } of proven)
    await attempt(path, async () => {
      outcomes.set(path, { path, imported: await takeIn(path, checked, importer) });
    });
  return paths.flatMap((path) => outcomes.get(path) ?? []);
}

/** Scans after the ops that name them. */
function placeOf({ manifest }: CheckedVolume): number {
  return manifest.ops?.firstSeq ?? Number.MAX_SAFE_INTEGER;
}

async function takeIn(path: string, proven: CheckedVolume, importer: BatchImporter): Promise<ImportedVolume> {
  const checked = await asItStands(proven, importer);
  const { stationId } = checked.station;
  const { start, receipts } = checked.isOfFormerKey ? {} : checked.manifest;
  if (start) await tellStart(importer.database, stationId, start);
  const applied = await applyVolume(path, checked, importer);
  const importedAtMs = importer.nowMs();
  const times = await noteVolume(importer.database, checked, importedAtMs);
  const confirmed = receipts ? await confirmReceipts(importer.database, receipts, importedAtMs) : null;
  passing('centre.batch_before_receipt');
  return report(importer, { checked, applied, confirmed, importedAtMs, times });
}

/**
 * With the keys it brings followed; another file may have stopped its station since it was checked, or brought other successors of the same
 * key. Throws BatchRefused `key-forked`.
 */
async function asItStands(
  checked: CheckedVolume,
  { database, nowMs }: BatchImporter,
): Promise<CheckedVolume> {
  const { stationId } = checked.station;
  const { keys = [] } = checked.manifest;
  const { followed, isStopped } = await database.transaction(async (sql) => ({
    followed: keys.length > 0 && (await adoptKeys(sql, stationId, keys, nowMs())),
    isStopped: (await findStation(sql, stationId))?.isStopped ?? true,
  }));
  if (followed === 'forked') throw new BatchRefused('key-forked', { claimedStation: stationId });
  return { ...checked, station: { ...checked.station, isStopped } };
}

async function noteVolume(
  database: Database,
  { manifest, manifestSha256, station }: CheckedVolume,
  atMs: number,
): Promise<number> {
  const [row] = await database.rows(
    `INSERT INTO batch_volume (station_id, batch_id, volume, volumes, manifest_sha256, ops, scans, first_received_ms, last_received_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     ON CONFLICT (station_id, batch_id, volume) DO UPDATE SET times = batch_volume.times + 1, last_received_ms = $8
     RETURNING times`,
    [
      station.stationId,
      manifest.batchId,
      manifest.volume.number,
      manifest.volume.count,
      manifestSha256,
      manifest.ops?.count ?? 0,
      manifest.blobs.length,
      atMs,
    ],
  );
  return Number(row?.['times']);
}

interface Taken {
  checked: CheckedVolume;
  applied: Applied;
  /** Receipts of the manifest that the centre holds too; null when it names none. */
  confirmed: string[] | null;
  importedAtMs: number;
  times: number;
}

function report({ key, intake }: BatchImporter, taken: Taken): ImportedVolume {
  const { checked, applied, importedAtMs, times } = taken;
  const { batchId, volume } = checked.manifest;
  const { stationId, name } = checked.station;
  const count = (fate: VerdictFate) => applied.ops.filter(({ verdict }) => fateOf(verdict) === fate).length;
  const received = count('acknowledged');
  const refused = count('refused');
  const scans = applied.blobReceipts.length;
  const code: ReceiptCode = {
    kind: 'batch-receipt-code',
    batchId,
    volume,
    stationId,
    received,
    refused,
    scans,
    importedAtMs,
  };
  return {
    batchId,
    volume,
    station: { stationId, name },
    times,
    ops: applied.ops,
    scans: applied.blobs,
    received,
    refused,
    importedAtMs,
    receipt: Buffer.from(JSON.stringify(key.seal(receiptOf(taken, intake.epoch, key.introductions)))),
    code: receiptCodeText(code, key.keyId, key.seal(code).signature),
  };
}

function receiptOf(
  { checked, applied, confirmed, importedAtMs }: Taken,
  epoch: string,
  introductions: readonly Signed[],
): BatchReceipt {
  const { manifest, manifestSha256, station } = checked;
  return {
    kind: 'batch-receipt',
    batchId: manifest.batchId,
    volume: manifest.volume,
    manifestSha256,
    stationId: station.stationId,
    epoch,
    importedAtMs,
    verdicts: applied.ops.map(({ opId, sha256, verdict, reason }) => ({ opId, sha256, verdict, reason })),
    receipts: applied.receipts,
    blobReceipts: applied.blobReceipts,
    confirmed,
    introductions: [...introductions],
  };
}

/** Its code and the hash of the file; nothing personal. A proven fork stops its station. */
async function noteRefusal(
  { database, nowMs }: BatchImporter,
  refused: BatchRefused,
  path: string,
): Promise<void> {
  const { claimedStation, forkedKeys } = refused;
  if (claimedStation && forkedKeys.length > 0)
    await database.transaction((sql) => adoptKeys(sql, claimedStation, forkedKeys, nowMs()));
  if (!ALARMING.includes(refused.code)) return;
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Uint8Array);
  await database.rows('INSERT INTO security_event (station_id, code, op_sha256) VALUES ($1, $2, $3)', [
    claimedStation ?? null,
    `batch-${refused.code}`,
    hash.digest('hex'),
  ]);
}
