import { mkdirSync, readdirSync, renameSync, writeFileSync, appendFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { scannedImages } from '../../../../tests/builders/scanned-images.ts';
import type { ScannedFile } from '#main/ports/scanner.ts';
import { scanned, testScanner } from '#main/ports/scanner.contract.ts';
import { createWatchedFolder } from './watched-folder.ts';

const QUICK = { lookMs: 5, stableMs: 15, hopelessMs: 60_000 };

let pages: Uint8Array[];

beforeAll(async () => {
  pages = await scannedImages(3);
});

function aWatchedFolder(patience = QUICK) {
  const folder = aFolder();
  const choice = {
    scanner: `folder:${folder}`,
    source: 'folder' as const,
    resolutionDpi: 300,
    colour: 'colour' as const,
  };
  return { folder, choice, scanner: createWatchedFolder(() => folder, patience) };
}

/** Follows a folder and notes what comes of it. */
function following({ choice, scanner }: ReturnType<typeof aWatchedFolder>) {
  const stop = new AbortController();
  const files: ScannedFile[] = [];
  const troubles: (string | null)[] = [];
  const request = { ...choice, follow: true, onTrouble: (code: string | null) => void troubles.push(code) };
  const ended = (async () => {
    for await (const file of scanner.scan(request, stop.signal)) files.push(file);
  })();
  return { files, troubles, names: () => files.map(({ name }) => name), end: () => (stop.abort(), ended) };
}

testScanner('the watched folder', () => {
  const bench = aWatchedFolder();
  pages.forEach((page, index) => writeFileSync(join(bench.folder, `scan ${index + 1}.jpg`), page));
  return { ...bench, sheets: 3, endsWell: true };
});

describe('a watched folder', () => {
  it('gives its scans in the order of their numbers, and keeps them under “pris”', async () => {
    const { folder, choice, scanner } = aWatchedFolder();
    for (const name of ['scan 10.jpg', 'scan 2.jpg', '.caché.jpg', 'Thumbs.db'])
      writeFileSync(join(folder, name), pages[0]!);
    const { files } = await scanned(scanner, choice);

    expect({
      names: files.map(({ name }) => name),
      left: readdirSync(folder).sort(),
      taken: readdirSync(join(folder, 'pris')).sort(),
    }).toEqual({
      names: ['scan 2.jpg', 'scan 10.jpg'],
      left: ['.caché.jpg', 'Thumbs.db', 'pris'],
      taken: ['scan 10.jpg', 'scan 2.jpg'],
    });
  });

  it('never gives a file that is still being written, however long its writer rests', async () => {
    const bench = aWatchedFolder();
    const half = pages[0]!.length >> 1;
    const path = join(bench.folder, 'lent.jpg');
    writeFileSync(path, pages[0]!.subarray(0, half));
    writeFileSync(join(bench.folder, 'vite.jpg'), pages[1]!);
    const watch = following(bench);
    await expect.poll(watch.names).toEqual(['vite.jpg']);
    appendFileSync(path, pages[0]!.subarray(half));

    await expect.poll(watch.names).toEqual(['vite.jpg', 'lent.jpg']);
    expect(Buffer.from(watch.files[1]!.bytes)).toEqual(Buffer.from(pages[0]!));
    await watch.end();
  });

  it('gives a file that never gets its end, for a person to see that it is damaged', async () => {
    const { folder, choice, scanner } = aWatchedFolder({ ...QUICK, hopelessMs: 30 });
    writeFileSync(join(folder, 'abîmé.jpg'), pages[0]!.subarray(0, 100));

    expect((await scanned(scanner, choice)).files.map(({ name }) => name)).toEqual(['abîmé.jpg']);
  });

  it('that goes away says so once, and goes on when it is back', async () => {
    const bench = aWatchedFolder();
    const watch = following(bench);
    const aside = `${bench.folder}-aside`;
    renameSync(bench.folder, aside);
    await expect.poll(() => watch.troubles).toEqual(['folder-gone']);
    renameSync(aside, bench.folder);
    await expect.poll(() => watch.troubles).toEqual(['folder-gone', null]);
    writeFileSync(join(bench.folder, 'après.jpg'), pages[0]!);

    await expect.poll(watch.names).toEqual(['après.jpg']);
    await watch.end();
  });

  it('that two stations share gives each file to one of them', async () => {
    const bench = aWatchedFolder();
    for (let index = 0; index < 30; index += 1) writeFileSync(join(bench.folder, `${index}.jpg`), pages[0]!);
    const outcomes = await Promise.all([
      scanned(bench.scanner, bench.choice),
      scanned(bench.scanner, bench.choice),
    ]);

    expect(
      outcomes.flatMap(({ files }) => files.map(({ name }) => Number.parseInt(name))).sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it('gets a file back that could not be kept, and those that a killed program had in hand', async () => {
    const { folder, choice, scanner } = aWatchedFolder();
    const dead = spawnSync('true').pid;
    mkdirSync(join(folder, 'en-cours', `${hostname()}-${dead}`), { recursive: true });
    writeFileSync(join(folder, 'en-cours', `${hostname()}-${dead}`, 'perdu.jpg'), pages[0]!);
    const scanning = (async () => {
      for await (const file of scanner.scan(choice, new AbortController().signal))
        throw new Error(`${file.name}: disk full`);
    })();

    await expect(scanning).rejects.toThrow('perdu.jpg: disk full');
    expect(readdirSync(folder)).toEqual(['perdu.jpg']);
  });

  it('replaces nothing that was taken before under the same name', async () => {
    const { folder, choice, scanner } = aWatchedFolder();
    for (const page of pages.slice(0, 2)) {
      writeFileSync(join(folder, 'scan.jpg'), page);
      await scanned(scanner, choice);
    }

    expect(readdirSync(join(folder, 'pris')).sort()).toEqual(['scan (2).jpg', 'scan.jpg']);
  });
});
