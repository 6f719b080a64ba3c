import { afterEach, describe, expect, it, vi } from 'vitest';
import { testPageSchema } from '#shared/contract/scanners.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { anEsclScanner } from '../../../../tests/builders/escl-scanner.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { useSane } from '../../../../tests/builders/sane.ts';
import { aScannedPage } from '../../../../tests/builders/signed-sheet.ts';
import { aCounterAgentStation, aStation, type TestStation } from '../../../../tests/builders/station.ts';

afterEach(() => vi.unstubAllEnvs());

async function tested(
  station: TestStation,
  choice: { scanner: string; source: 'flatbed' | 'feeder'; colour?: 'grey' },
) {
  const { jobId } = await station.call('scanners.test', { choice });
  const job = await finishedJob(station, jobId);
  return testPageSchema.parse(job.result);
}

describe('the scanners of a station', () => {
  it('are those of SANE, the network ones that were declared, and the folder; the choice is kept', async () => {
    useSane();
    const station = await aStation();
    const network = await anEsclScanner();
    await station.call('scanners.declare', { addresses: [network.url], folder: '/nonexistent/partage' });
    await station.call('scanners.choose', { scanner: 'sane:test:0', source: 'feeder' });
    const { scanners, troubles, settings } = await station.call('scanners.list', {});

    expect({ found: scanners.map(({ id, trouble }) => [id, trouble?.code]), troubles, settings }).toEqual({
      found: [
        ['sane:test:0', undefined],
        ['sane:pnm:0', undefined],
        ['sane:pnm:1', undefined],
        [`escl:${network.url}`, undefined],
        ['folder:/nonexistent/partage', 'folder-gone'],
      ],
      troubles: [],
      settings: {
        chosen: { scanner: 'sane:test:0', source: 'feeder', resolutionDpi: 300, colour: 'colour' },
        addresses: [network.url],
        folder: '/nonexistent/partage',
      },
    });
  });

  it('are declared by those who manage the station; anyone chooses among them', async () => {
    const station = await aCounterAgentStation();

    expect((await station.failure('scanners.declare', { folder: '/tmp' })).code).toBe('forbidden');
    expect(
      (await station.call('scanners.choose', { scanner: 'sane:test:0', source: 'flatbed' })).chosen?.scanner,
    ).toBe('sane:test:0');
  });
});

describe('a test page', () => {
  it('of a sheet of ours says how the scanner renders it, and is kept nowhere', async () => {
    const station = await aStation();
    const scanner = await anEsclScanner();
    useSane({ airscan: { name: 'Simulateur', url: scanner.url } });
    const { registrationNumber: number } = await station.call('registrations.register', {
      answers: anAnswer(),
    });
    scanner.load([await aScannedPage(await station.call('confirmations.issue', { number }), {})]);
    const { dpi, colour, findings, reading } = await tested(station, {
      scanner: 'sane:airscan:e0:Simulateur',
      source: 'feeder',
    });

    expect({ dpi, colour, findings, number: reading?.registrationNumber }).toEqual({
      dpi: expect.closeTo(200, -1) as number,
      colour: 'colour',
      findings: ['good'],
      number,
    });
    expect(await station.call('returns.stacks', {})).toEqual([]);
  });

  it('of any other paper says so, and what the image lacks', async () => {
    useSane();
    const station = await aStation();

    expect(
      await tested(station, { scanner: 'sane:test:0', source: 'flatbed', colour: 'grey' }),
    ).toMatchObject({
      dpi: 300,
      colour: 'grey',
      findings: ['not-our-sheet', 'no-colour'],
    });
  });
});
