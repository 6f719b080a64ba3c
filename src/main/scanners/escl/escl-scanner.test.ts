import { beforeAll, describe, expect, it } from 'vitest';
import { anEsclScanner, type EsclFault } from '../../../../tests/builders/escl-scanner.ts';
import { scannedImages } from '../../../../tests/builders/scanned-images.ts';
import { scanned, testScanner } from '#main/ports/scanner.contract.ts';
import { createEsclScanner } from './escl-scanner.ts';

let pages: Uint8Array[];

beforeAll(async () => {
  pages = await scannedImages(4);
});

async function aLoadedScanner(fault?: EsclFault) {
  const simulator = await anEsclScanner();
  simulator.load(pages, fault);
  const choice = {
    scanner: `escl:${simulator.url}`,
    source: 'feederDuplex' as const,
    resolutionDpi: 300,
    colour: 'colour' as const,
  };
  return { simulator, choice, scanner: createEsclScanner(() => [simulator.url]) };
}

testScanner('eSCL', async () => ({ ...(await aLoadedScanner()), sheets: 4 }));

describe('a network scanner', () => {
  it('is described by its own capabilities', async () => {
    const { scanner, choice } = await aLoadedScanner();
    const source = { resolutionsDpi: [150, 200, 300], colours: ['colour', 'grey'] };

    expect((await scanner.list()).scanners).toEqual([
      {
        id: choice.scanner,
        name: expect.stringMatching(/^Simulateur recto-verso \(127\.0\.0\.1:\d+\)$/) as string,
        sources: [
          { kind: 'flatbed', ...source },
          { kind: 'feeder', ...source },
          { kind: 'feederDuplex', ...source },
        ],
        trouble: null,
      },
    ]);
  });

  it('is asked for A4 on both sides in colour, then for pages until it has none', async () => {
    const { scanner, choice, simulator } = await aLoadedScanner();
    await scanned(scanner, choice);

    expect(
      simulator.settings.map((body) => [...body.matchAll(/>([^<>\n]+)</g)].map(([, text]) => text)),
    ).toEqual([
      [
        '2.63',
        'Document',
        'escl:ThreeHundredthsOfInches',
        '0',
        '0',
        '2480',
        '3508',
        'Feeder',
        'true',
        'RGB24',
        '300',
        '300',
        'image/jpeg',
        'image/jpeg',
      ],
    ]);
    expect(simulator.asked).toEqual([
      'GET /eSCL/ScannerCapabilities',
      'POST /eSCL/ScanJobs',
      ...Array<string>(5).fill('GET /eSCL/ScanJobs/JOB/NextDocument'),
      'GET /eSCL/ScannerStatus',
    ]);
  });

  it.each<[EsclFault, number, string]>([
    [{ kind: 'jam', atPage: 3 }, 2, 'paper-jam'],
    [{ kind: 'double', atPage: 4 }, 3, 'double-feed'],
    [{ kind: 'cover' }, 0, 'cover-open'],
    [{ kind: 'door', atPage: 2 }, 1, 'cover-open'],
    [{ kind: 'busy' }, 0, 'scanner-busy'],
    [{ kind: 'refused' }, 0, 'scanner-refused'],
    [{ kind: 'hang-up', atPage: 2 }, 1, 'scanner-nonsense'],
    [{ kind: 'cut-image', atPage: 2 }, 1, 'scanner-nonsense'],
    [{ kind: 'not-an-image', atPage: 1 }, 0, 'scanner-nonsense'],
    [{ kind: 'bomb' }, 0, 'scanner-nonsense'],
    [{ kind: 'endless' }, 0, 'scanner-nonsense'],
  ])('with %j gives %i pages, then says %s', async (fault, kept, code) => {
    const { scanner, choice } = await aLoadedScanner(fault);
    const outcome = await scanned(scanner, choice);

    expect({ pages: outcome.files.map(({ bytes }) => bytes), fault: outcome.fault }).toEqual({
      pages: pages.slice(0, kept),
      fault: code,
    });
  });

  it('with an empty feeder says so', async () => {
    const { scanner, choice, simulator } = await aLoadedScanner();
    simulator.load([]);

    expect(await scanned(scanner, choice)).toEqual({ files: [], fault: 'feeder-empty' });
  });

  it.each(['busy-once', 'elsewhere'] as const)('that is %s gives its pages all the same', async (kind) => {
    const { scanner, choice } = await aLoadedScanner({ kind });

    expect((await scanned(scanner, choice)).files).toHaveLength(4);
  });

  it('that is stopped in the middle of a page is told to give up its job', async () => {
    const { scanner, choice, simulator } = await aLoadedScanner({ kind: 'slow', atPage: 1 });
    const stop = new AbortController();
    const outcome = scanned(scanner, choice, stop.signal);
    await expect.poll(() => simulator.asked.at(-1)).toMatch(/NextDocument/);
    stop.abort();

    expect((await outcome).fault).toBe('cancelled');
    expect(simulator.asked.at(-1)).toBe('DELETE /eSCL/ScanJobs/JOB');
  });

  it('that is switched off is listed with its trouble', async () => {
    const scanner = createEsclScanner(() => ['http://127.0.0.1:9/eSCL']);

    expect((await scanner.list()).scanners).toMatchObject([
      { sources: [], trouble: { code: 'scanner-gone' } },
    ]);
  });

  it.each([
    'http://192.0.2.1/eSCL',
    'http://[2001:db8::1]/eSCL',
    'file:///etc/passwd',
    'http://agent:secret@192.168.1.20/',
    'pas une adresse',
  ])('at %s is never asked anything', async (address) => {
    const scanner = createEsclScanner(() => [address]);

    expect((await scanner.list()).scanners).toMatchObject([{ trouble: { code: 'scanner-address-refused' } }]);
  });
});
