import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enrolFile, importBatches, type ImportOutcome } from '#central/index.ts';
import type { ImportedVolume } from '#central/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { exportBatch, readReceipt, type ExportOrder } from '#main/sync/index.ts';
import type { BatchExport } from '#shared/contract/batches.ts';
import type { TestCentral } from './central.ts';
import type { SyncStation } from './sync-station.ts';

const HANDLE: JobHandle = { signal: new AbortController().signal, report: () => undefined };

export function writeBatch(
  station: Pick<SyncStation, 'context'>,
  order: ExportOrder,
  handle: Partial<JobHandle> = {},
): Promise<BatchExport> {
  return exportBatch(station.context, { ...HANDLE, ...handle }, order);
}

/** Seals what waits and writes it; the paths of its volumes. */
export async function aBatch(
  station: Pick<SyncStation, 'context'>,
  folder: string,
  order: Partial<ExportOrder> = {},
): Promise<string[]> {
  const { files } = await writeBatch(station, { folder, ...order });
  return files.map(({ name }) => join(folder, name));
}

/** As a command beside the centre does. */
export function bringTo(central: TestCentral, files: readonly string[]): Promise<ImportOutcome[]> {
  const { dataFolder, databaseUrl } = central;
  return importBatches({ dataFolder, databaseUrl, blobsFolder: join(dataFolder, 'blobs') }, files);
}

/** A request of enrolment, taken in by a command beside the centre. */
export function broughtTo(
  { dataFolder, databaseUrl, url }: TestCentral,
  request: Uint8Array,
  { allowsAgain = false } = {},
) {
  const place = { dataFolder, databaseUrl, blobsFolder: join(dataFolder, 'blobs') };
  return enrolFile(place, { serverUrl: url, allowsAgain }, request);
}

/** What came of files that must all be taken in. */
export async function takenIn(central: TestCentral, files: readonly string[]): Promise<ImportedVolume[]> {
  return (await bringTo(central, files)).map((outcome) => {
    if ('refused' in outcome) throw outcome.refused;
    return outcome.imported;
  });
}

/** Why each file is refused; `taken` for one that is not. */
export async function refusalsOf(central: TestCentral, files: readonly string[]): Promise<string[]> {
  return (await bringTo(central, files)).map((outcome) =>
    'refused' in outcome ? outcome.refused.code : 'taken',
  );
}

export function settle(station: Pick<SyncStation, 'context'>, receipt: Uint8Array) {
  return readReceipt(station.context, receipt);
}

/** The same file with some of its bytes changed, under another name. */
export function spoilt(file: string, change: (bytes: Buffer) => Uint8Array, name = 'abime'): string {
  const path = file.replace(/\.lot$/, `-${name}.lot`);
  writeFileSync(path, change(readFileSync(file)));
  return path;
}
