import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anEsclScanner } from '../../../../tests/builders/escl-scanner.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { aReturnedStack } from '../../../../tests/builders/returned-stack.ts';
import { scannedImages } from '../../../../tests/builders/scanned-images.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

/** A network scanner that this station has chosen. */
async function aScanningStation() {
  const station = await aStation();
  const simulator = await anEsclScanner();
  await station.call('scanners.declare', { addresses: [simulator.url] });
  await station.call('scanners.choose', { scanner: `escl:${simulator.url}`, source: 'feederDuplex' });
  return { station, simulator };
}

async function scan(station: TestStation, input: { stackId?: string } = {}) {
  const { jobId, stackId } = await station.call('returns.scan', input);
  const { state, error, label } = await finishedJob(station, jobId);
  return { stackId, state, code: error?.code, label };
}

const pagesOf = async (station: TestStation, stackId: string) =>
  (await station.call('returns.list', { stackId }))
    .map(({ file, status, sheetPage }) => `${file} ${status} ${sheetPage ?? ''}`.trim())
    .sort();

describe('a stack scanned here', () => {
  it('keeps the pages before a jam, and goes on with those after it in the same stack', async () => {
    const { station, simulator } = await aScanningStation();
    const { files } = await aReturnedStack(station.call, { signed: 1 });
    const [recto, verso] = files.map(({ bytes }) => bytes);
    simulator.load([recto!, verso!], { kind: 'jam', atPage: 2 });
    const jammed = await scan(station);

    expect(jammed).toMatchObject({ state: 'failed', code: 'paper-jam', label: '1 numérisée, 1 lue' });
    expect(await pagesOf(station, jammed.stackId)).toEqual(['Page 1.jpg matched 1']);

    simulator.load([verso!]);
    const { state } = await scan(station, { stackId: jammed.stackId });
    expect(state).toBe('done');
    expect(await pagesOf(station, jammed.stackId)).toEqual(['Page 1.jpg matched 1', 'Page 2.jpg matched 2']);
    expect(await station.call('returns.stacks', {})).toHaveLength(1);
  });

  it('keeps the pages before it was stopped', async () => {
    const { station, simulator } = await aScanningStation();
    simulator.load(await scannedImages(3), { kind: 'slow', atPage: 3 });
    const { jobId, stackId } = await station.call('returns.scan', {});
    await expect
      .poll(async () => (await station.call('jobs.get', { id: jobId })).done, { timeout: 30_000 })
      .toBe(2);
    await station.call('jobs.cancel', { id: jobId });

    expect((await finishedJob(station, jobId)).state).toBe('cancelled');
    expect(await pagesOf(station, stackId)).toEqual(['Page 1.jpg unidentified', 'Page 2.jpg unidentified']);
  });

  it('of an empty feeder leaves no stack', async () => {
    const { station, simulator } = await aScanningStation();
    simulator.load([]);

    expect(await scan(station)).toMatchObject({ state: 'failed', code: 'feeder-empty' });
    expect(await station.call('returns.stacks', {})).toEqual([]);
  });

  it('asks for a scanner where none was chosen', async () => {
    const station = await aStation();

    expect((await station.failure('returns.scan', {})).code).toBe('no-scanner-chosen');
  });
});

describe('a folder that the station follows', () => {
  it('gives its files as they come, each once, until it is told to stop', async () => {
    const station = await aStation();
    const folder = aFolder();
    const [first, second] = await scannedImages(2);
    const choice = { scanner: `folder:${folder}`, source: 'folder' as const };
    await station.call('scanners.declare', { folder });
    writeFileSync(join(folder, 'scan 1.jpg'), first!);
    writeFileSync(join(folder, 'scan 1 (copie).jpg'), first!);
    const { jobId, stackId } = await station.call('returns.scan', { choice, follow: true });
    const label = async () => (await station.call('jobs.get', { id: jobId })).label;
    await expect.poll(label, { timeout: 30_000 }).toContain('écartés : 1');
    writeFileSync(join(folder, 'scan 2.jpg'), second!);
    await expect.poll(label, { timeout: 30_000 }).toBe('2 numérisées, 2 lues – déjà lus, écartés : 1');
    await station.call('jobs.cancel', { id: jobId });

    expect((await finishedJob(station, jobId)).state).toBe('done');
    expect(await pagesOf(station, stackId)).toEqual([
      'scan 1 (copie).jpg unidentified',
      'scan 2.jpg unidentified',
    ]);
    expect(readdirSync(join(folder, 'pris'))).toHaveLength(3);
  });
});
