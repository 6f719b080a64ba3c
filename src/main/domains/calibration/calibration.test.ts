import { describe, expect, it } from 'vitest';
import { chartReadingSchema } from '#shared/contract/calibration.ts';
import { stackResultSchema } from '#shared/contract/returns.ts';
import type { ScanPlan } from '#simulator/scanner/scan-plan.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aFilledChart } from '../../../../tests/builders/calibration-chart.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { aScannedPage } from '../../../../tests/builders/signed-sheet.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

/** A lamp too green: the office's fountain pen comes out turquoise. */
const GREENISH: Partial<ScanPlan> = { cast: [1, 1.7, 1] };

async function readChart(
  station: TestStation,
  command: 'calibration.read' | 'calibration.keep',
  bytes: Uint8Array,
) {
  const { jobId } = await station.call(command, { files: [{ name: 'mire.jpg', bytes }] });
  return chartReadingSchema.parse((await finishedJob(station, jobId)).result);
}

async function aChart(station: TestStation, scan?: Partial<ScanPlan>): Promise<Uint8Array> {
  return aFilledChart((await station.call('calibration.chart', {})).pdf, scan);
}

/** A confirmation corrected with the fountain pen, on the greenish scanner. */
async function aCorrectedSheet(station: TestStation): Promise<Uint8Array> {
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer(),
  });
  const sheet = await station.call('confirmations.issue', { number });
  return aScannedPage(sheet, {
    scan: GREENISH,
    corrections: [
      {
        fieldId: 'identification.phone',
        kind: 'strike-and-rewrite',
        penId: 'tuning-blue-fountain',
        text: '06 00 00 00 44',
      },
    ],
  });
}

async function inksOn(station: TestStation, bytes: Uint8Array): Promise<string[]> {
  const files = [{ name: 'retour.jpg', bytes }];
  const { jobId } = await station.call('returns.read', { files, keep: false });
  const { readings } = stackResultSchema.parse((await finishedJob(station, jobId)).result);
  return [...new Set(readings[0]!.marks.map(({ ink }) => ink))];
}

describe('the chart of an office', () => {
  it('says of each pen what it is called, and asks for nothing where all is right', async () => {
    const station = await aStation();
    const { pens, refused, kept } = await readChart(station, 'calibration.read', await aChart(station));
    expect(pens.map(({ pen, ink, expected }) => [pen, ink === expected])).toEqual([
      ['red-ballpoint', true],
      ['red-gel', true],
      ['red-felt', true],
      ['blue-ballpoint', true],
      ['blue-other', true],
      ['black-ballpoint', true],
      ['highlighter', true],
      ['purple', true],
    ]);
    expect([refused, kept]).toEqual([[], false]);
  });

  it('has a pen that was taken for another read rightly from then on', async () => {
    const station = await aStation({ role: 'bureauHead' });
    const sheet = await aCorrectedSheet(station);
    const before = await inksOn(station, sheet);
    const { pens, kept } = await readChart(station, 'calibration.keep', await aChart(station, GREENISH));
    const wrong = pens.filter(({ ink, expected }) => ink !== expected);
    expect(wrong.map(({ pen, ink, inkThen }) => [pen, ink, inkThen])).toEqual([
      ['blue-other', 'other', 'blue'],
    ]);
    const after = await inksOn(station, sheet);
    // Over print, its colour is mixed with that of the toner: there it stays another ink than blue.
    expect([kept, before.includes('blue'), after.includes('blue')]).toEqual([true, false, true]);
  });

  it('is forgotten by a word, and by nobody who was not entitled to keep it', async () => {
    const station = await aStation({ role: 'bureauHead' });
    await readChart(station, 'calibration.keep', await aChart(station, GREENISH));
    const { bounds } = await station.call('calibration.current', {});
    await station.call('calibration.forget', {});
    const agent = await aStation({ role: 'counterAgent' });
    expect([
      bounds && bounds.blueFrom < -98,
      await station.call('calibration.current', {}),
      (await station.failure('calibration.forget', {})).code,
      (await agent.failure('calibration.forget', {})).code,
    ]).toEqual([true, { bounds: null }, 'nothing-changed', 'forbidden']);
  });

  it('keeps nothing of a scan without colour, nor of what is no chart of this station', async () => {
    const station = await aStation({ role: 'bureauHead' });
    const grey = await readChart(station, 'calibration.keep', await aChart(station, { mode: 'grey' }));
    const foreign = await readChart(station, 'calibration.keep', await aChart(await aStation()));
    expect([grey, foreign].map(({ bounds, kept, refused }) => [bounds, kept, refused[0]?.reasons])).toEqual([
      [null, false, ['colour-unknown']],
      [null, false, ['other-station']],
    ]);
    expect(await station.call('calibration.current', {})).toEqual({ bounds: null });
  });
});
