import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import sharp from 'sharp';
import { anEsclScanner } from '../../../../tests/builders/escl-scanner.ts';
import { useSane } from '../../../../tests/builders/sane.ts';
import { scannedImages } from '../../../../tests/builders/scanned-images.ts';
import { scanned } from '#main/ports/scanner.contract.ts';
import { createSaneScanner } from '../sane/sane-scanner.ts';

let pages: Uint8Array[];

beforeAll(async () => {
  pages = await scannedImages(4);
});
afterEach(() => vi.unstubAllEnvs());

/** The grey of each page, which tells them apart after a driver has decoded and encoded them again. */
async function greys(images: readonly Uint8Array[]): Promise<number[]> {
  return Promise.all(
    images.map(async (bytes) => Math.round((await sharp(bytes).stats()).channels[0]?.mean ?? 0)),
  );
}

/** The simulator of network scanners is judged by a client that is not ours. */
describe('sane-airscan', () => {
  const CHOICE = {
    scanner: 'sane:airscan:e0:Simulateur',
    source: 'feederDuplex' as const,
    resolutionDpi: 75,
    colour: 'colour' as const,
  };

  it('finds all three sources of our simulator, and takes its pages in order', async () => {
    const simulator = await anEsclScanner();
    simulator.load(pages);
    useSane({ airscan: { name: 'Simulateur', url: simulator.url } });
    const scanner = createSaneScanner();

    const { scanners } = await scanner.list();
    expect(scanners.map(({ id, sources }) => ({ id, kinds: sources.map(({ kind }) => kind) }))).toEqual([
      { id: CHOICE.scanner, kinds: ['flatbed', 'feeder', 'feederDuplex'] },
    ]);
    const { files, fault } = await scanned(scanner, CHOICE);
    expect({ fault, greys: await greys(files.map(({ bytes }) => bytes)) }).toEqual({
      fault: undefined,
      greys: await greys(pages),
    });
  });

  it.each([
    ['jam', 2, 'paper-jam'],
    ['door', 2, 'cover-open'],
  ] as const)(
    'calls a %s of our simulator by its name, after the pages before it',
    async (kind, kept, code) => {
      const simulator = await anEsclScanner();
      simulator.load(pages, { kind, atPage: kept + 1 });
      useSane({ airscan: { name: 'Simulateur', url: simulator.url } });
      const { files, fault } = await scanned(createSaneScanner(), CHOICE);

      expect({ pages: files.length, fault }).toEqual({ pages: kept, fault: code });
    },
  );
});
