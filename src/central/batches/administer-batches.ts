import { mkdirSync } from 'node:fs';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { BatchManifest } from '#shared/protocol/batch.ts';
import { openBlobPlace } from '../blobs/blob-place.ts';
import { createBlobStore } from '../blobs/blob-store.ts';
import type { CentreStores } from '../administer.ts';
import { deadlinesOf } from '../intake/deadlines.ts';
import { openCentreKind } from '../keys/centre-kind.ts';
import { openEpoch } from '../keys/server-epoch.ts';
import { loadServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';
import { migrate } from '../postgres/migrate.ts';
import { reachDatabase } from '../postgres/reach-database.ts';
import { loadBatchIdentity } from './batch-identity.ts';
import { checkVolume } from './check-volume.ts';
import { importVolumes, type BatchImporter, type ImportOutcome } from './import-batch.ts';

export interface BatchPlace extends CentreStores {
  /** As the centre itself was given them. */
  campaigns?: readonly Campaign[];
}

/** Beside a centre that runs, or while it is stopped. */
export function importBatches(place: BatchPlace, paths: readonly string[]): Promise<ImportOutcome[]> {
  return atCentre(place, (importer) => importVolumes(paths, importer));
}

export interface InspectedVolume {
  manifest: BatchManifest;
  manifestSha256: string;
  stationName: string;
}

/** Proves a file whole, and says what it holds; changes nothing. Throws BatchRefused. */
export function inspectBatch(place: BatchPlace, path: string): Promise<InspectedVolume> {
  return atCentre(place, async (importer) => {
    const { manifest, manifestSha256, station } = await checkVolume(path, importer);
    return { manifest, manifestSha256, stationName: station.name };
  });
}

async function atCentre<T>(place: BatchPlace, work: (importer: BatchImporter) => Promise<T>): Promise<T> {
  mkdirSync(place.dataFolder, { recursive: true, mode: 0o700 });
  const { database, close } = await reachDatabase(place.dataFolder, place.databaseUrl);
  try {
    return await work(await openImporter(database, place));
  } finally {
    await close();
  }
}

async function openImporter(database: Database, place: BatchPlace): Promise<BatchImporter> {
  await migrate(database);
  const key = await loadServerKey(database);
  const { epoch, remember } = await openEpoch(database, place.dataFolder, undefined);
  const kind = openCentreKind(database);
  const nowMs = () => Date.now();
  const training = (await kind.isTraining()) === true;
  const deadlines = place.campaigns && deadlinesOf(place.campaigns);
  const folder = openBlobPlace(place);
  return {
    database,
    key,
    keyIds: key.keyIds,
    identity: await loadBatchIdentity(database),
    intake: { database, key, epoch, training, deadlines, nowMs },
    blobs: createBlobStore({ database, folder, key, epoch, nowMs }),
    remember,
    nowMs,
    isTraining: () => kind.isTraining(),
  };
}
