import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { useSane } from '../../../../tests/builders/sane.ts';
import { scanned, testScanner } from '#main/ports/scanner.contract.ts';
import { createSaneScanner } from './sane-scanner.ts';

const FEEDER = {
  scanner: 'sane:test:0',
  source: 'feeder' as const,
  resolutionDpi: 75,
  colour: 'colour' as const,
};

let pagesFolder: string;

beforeEach(() => {
  pagesFolder = aFolder();
  vi.stubEnv('XDG_RUNTIME_DIR', pagesFolder);
});
afterEach(() => vi.unstubAllEnvs());

testScanner('SANE', () => {
  useSane();
  return { scanner: createSaneScanner(), choice: FEEDER, sheets: 10 };
});

describe('SANE’s virtual scanners', () => {
  it('are listed with what each can do', async () => {
    useSane();

    expect((await createSaneScanner().list()).scanners).toEqual([
      {
        id: 'sane:test:0',
        name: 'Noname frontend-tester',
        sources: (['flatbed', 'feeder'] as const).map((kind) => ({
          kind,
          resolutionsDpi: [150, 200, 240, 300, 400, 600],
          colours: ['colour', 'grey'],
        })),
        trouble: null,
      },
      ...['pnm:0', 'pnm:1'].map((device) => ({
        id: `sane:${device}`,
        name: 'Noname PNM file reader',
        sources: [{ kind: 'flatbed', resolutionsDpi: [150, 200, 240, 300], colours: ['colour'] }],
        trouble: null,
      })),
    ]);
  });

  it.each([
    ['JAMMED', 'paper-jam'],
    ['NO_DOCS', 'feeder-empty'],
    ['COVER_OPEN', 'cover-open'],
    ['DEVICE_BUSY', 'scanner-busy'],
    ['IO_ERROR', 'scanner-gone'],
    ['NO_MEM', 'scanner-refused'],
  ])('say %s as %s, and leave no page behind', async (status, code) => {
    useSane({ readStatus: `SANE_STATUS_${status}` });

    expect(await scanned(createSaneScanner(), FEEDER)).toEqual({ files: [], fault: code });
    expect(readdirSync(pagesFolder)).toEqual([]);
  });
});

describe('SANE', () => {
  it('where it is not installed says so', async () => {
    const absent = createSaneScanner('/nonexistent/scanimage');

    await expect(absent.list()).rejects.toMatchObject({ code: 'scan-program-absent' });
    expect((await scanned(absent, FEEDER)).fault).toBe('scan-program-absent');
  });
});

describe('SANE’s reader of files', () => {
  it('gives one page of its flatbed, whole and as large as it is', async () => {
    useSane();
    const folder = aFolder();
    const image = join(folder, 'page.ppm');
    const pixels = Buffer.alloc(2480 * 3508 * 3, 200);
    writeFileSync(image, Buffer.concat([Buffer.from('P6\n2480 3508\n255\n'), pixels]));
    // The driver names its file by an option of its own, which no scanner has.
    const command = join(folder, 'scanimage');
    writeFileSync(
      command,
      `#!/bin/sh\ncase "$*" in *--batch*) set -- "$1" --filename='${image}' "$@";; esac\nexec scanimage "$@"\n`,
    );
    chmodSync(command, 0o700);
    const choice = { ...FEEDER, scanner: 'sane:pnm:0', source: 'flatbed' as const, resolutionDpi: 300 };
    const { files, fault } = await scanned(createSaneScanner(command), choice);
    const sizes = await Promise.all(files.map(({ bytes }) => sharp(bytes).metadata()));

    expect({ fault, sizes: sizes.map(({ width, height, density }) => ({ width, height, density })) }).toEqual(
      {
        fault: undefined,
        sizes: [{ width: 2480, height: 3508, density: 300 }],
      },
    );
  });
});
