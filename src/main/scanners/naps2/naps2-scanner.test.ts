import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { scannedImages } from '../../../../tests/builders/scanned-images.ts';
import { scanned, testScanner } from '#main/ports/scanner.contract.ts';
import { createNaps2Scanner } from './naps2-scanner.ts';
import { faultOf } from './naps2-words.ts';

const CHOICE = {
  scanner: 'naps2:wia:Brother ADS-2200 "accueil"',
  source: 'feederDuplex' as const,
  resolutionDpi: 300,
  colour: 'colour' as const,
};

afterEach(() => vi.unstubAllEnvs());

/** In place of NAPS2: notes its arguments, lists a device, writes the pages it is given and says what it is told to say. */
async function aNaps2(pages: number, words = '') {
  const folder = aFolder();
  const pagesFolder = aFolder();
  vi.stubEnv('XDG_RUNTIME_DIR', pagesFolder);
  const command = join(folder, 'naps2');
  const images = await scannedImages(pages);
  images.forEach((image, index) => writeFileSync(join(folder, `${index}.jpg`), image));
  writeFileSync(
    command,
    `#!/bin/sh
for arg in "$@"; do printf '%s\\n' "$arg" >> '${folder}/arguments'; done
case "$*" in
  *--listdevices*wia*) echo 'Brother ADS-2200 "accueil"'; exit 0;;
  *--listdevices*) echo 'No scanning device was found.'; exit 0;;
  *absent*) echo 'Le scanner sélectionné est introuvable.'; exit 0;;
esac
for out in "$@"; do :; done
for n in $(seq 1 ${pages}); do cp "${folder}/$((n - 1)).jpg" "$(dirname "$out")/page-000$n.jpg"; done
printf '%s' '${words}'
`,
  );
  chmodSync(command, 0o700);
  const args = () => readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');
  return { scanner: createNaps2Scanner(command), args, pagesFolder };
}

describe('NAPS2', () => {
  it('lists what each driver of Windows knows', async () => {
    const { scanner, args } = await aNaps2(0);
    const { scanners } = await scanner.list();

    expect(scanners.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: CHOICE.scanner, name: 'Brother ADS-2200 "accueil" (WIA)' },
    ]);
    expect(args()).toEqual(['--listdevices', '--driver', 'wia', '--listdevices', '--driver', 'twain']);
  });

  it('is asked for A4 on both sides in colour, and gives its pages in order', async () => {
    const { scanner, args, pagesFolder } = await aNaps2(3);
    const { files, fault } = await scanned(scanner, CHOICE);

    expect(args().slice(0, -1)).toEqual([
      '--noprofile',
      ...['--driver', 'wia'],
      ...['--device', 'Brother ADS-2200 "accueil"'],
      ...['--source', 'duplex'],
      ...['--dpi', '300'],
      ...['--bitdepth', 'color'],
      ...['--pagesize', 'a4'],
      ...['--jpegquality', '85'],
      '--output',
    ]);
    expect({ names: files.map(({ name }) => name), fault, left: readdirSync(pagesFolder) }).toEqual({
      names: ['page-0001.jpg', 'page-0002.jpg', 'page-0003.jpg'],
      fault: undefined,
      left: [],
    });
  });

  it('gives the pages that came before a fault, then the fault', async () => {
    const { scanner } = await aNaps2(2, 'Le scanner a un bourrage papier.');
    const { files, fault } = await scanned(scanner, CHOICE);

    expect({ pages: files.length, fault }).toEqual({ pages: 2, fault: 'paper-jam' });
  });

  it.each([
    ['The scanner has a paper jam.', 'paper-jam'],
    ['No pages are in the feeder.', 'feeder-empty'],
    ['Il n’y a aucune page dans le dispositif d’alimentation.', 'feeder-empty'],
    ['The scanner’s cover is open.', 'cover-open'],
    ['Le scanner sélectionné est occupé.', 'scanner-busy'],
    ['The selected scanner is offline.', 'scanner-gone'],
    ['The selected scanner does not support using duplex.', 'scanner-refused'],
    ['Ein Fehler.', 'scanner-refused'],
  ])('says “%s”, which is %s', (words, code) => {
    expect(faultOf(`${words}\r\n`)?.code).toBe(code);
  });

  it('that is not installed says so', async () => {
    await expect(createNaps2Scanner('/nonexistent/naps2').list()).rejects.toMatchObject({
      code: 'scan-program-absent',
    });
  });
});

testScanner('NAPS2', async () => ({ ...(await aNaps2(3)), choice: CHOICE, sheets: 3 }));
