import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../../../tests/builders/folder.ts';
import { sha256Hex } from '../canonical.ts';
import { openBlobFolder } from './blob-folder.ts';

it('starts a file again from nothing at offset 0, and goes on anywhere else', async () => {
  const folder = openBlobFolder(aFolder());
  await folder.append('upload', Buffer.from('une longue page'), 0);
  await folder.append('upload', Buffer.from('une '), 0);
  expect(await folder.append('upload', Buffer.from('page'), 4)).toBe(8);
  expect(await folder.sealPartial('upload')).toBe(sha256Hex('une page'));
});

it('forgets what was begun and left, and keeps what is still coming and what came whole', async () => {
  const place = aFolder();
  const folder = openBlobFolder(place);
  const hash = sha256Hex('une page');
  await folder.store('whole', hash, Buffer.from('une page'));
  await folder.append('left', Buffer.from('une '), 0);
  utimesSync(join(place, 'partial', 'left'), 1, 1);
  await folder.append('coming', Buffer.from('une '), 0);
  await folder.discardOlder(1_000_000);
  expect([
    await folder.partialSize('left'),
    await folder.partialSize('coming'),
    (await folder.read(hash)) !== undefined,
  ]).toEqual([0, 4, true]);
});

it('keeps a beginning only where there is none, and a whole file does not touch it', async () => {
  const folder = openBlobFolder(aFolder());
  await folder.appendFirst('upload', Buffer.from('une '));
  await expect(folder.appendFirst('upload', Buffer.from('u'))).rejects.toThrow('EEXIST');
  await folder.store('upload', sha256Hex('une page'), Buffer.from('une page'));
  expect(await folder.partialSize('upload')).toBe(4);
});

it('leaves nothing of a file that could not be kept, and keeps it when it comes again and can be', async () => {
  const place = aFolder();
  const folder = openBlobFolder(place);
  const hash = sha256Hex('une page');
  const inTheWay = join(place, hash.slice(0, 2));
  writeFileSync(inTheWay, 'not a folder');
  await expect(folder.store('upload', hash, Buffer.from('une page'))).rejects.toThrow();
  expect(readdirSync(join(place, 'partial'))).toEqual([]);
  rmSync(inTheWay);
  await folder.store('upload', hash, Buffer.from('une page'));
  expect(await folder.holds(hash)).toBe(true);
});

it('replaces as a whole what a fall has left of a file, which it does not take for the file', async () => {
  const place = aFolder();
  const folder = openBlobFolder(place);
  const hash = sha256Hex('une page');
  mkdirSync(join(place, hash.slice(0, 2)));
  writeFileSync(join(place, hash.slice(0, 2), hash), 'une ');
  expect(await folder.holds(hash)).toBe(false);
  await folder.store('upload', hash, Buffer.from('une page'));
  expect([await folder.holds(hash), readdirSync(join(place, 'partial'))]).toEqual([true, []]);
});

it('keeps one file of those that several stations send at the same moment, whole', async () => {
  const place = aFolder();
  const content = randomBytes(300_000);
  const hash = sha256Hex(content);
  const instances = [openBlobFolder(place), openBlobFolder(place)];
  const sendings = Array.from({ length: 12 }, async (_, index) => {
    const folder = instances[index % 2];
    // What is handed over is spent.
    await folder?.store(`station-${index}`, hash, Buffer.from(content));
    return folder?.holds(hash);
  });
  expect(await Promise.all(sendings)).toEqual(Array.from({ length: 12 }, () => true));
  expect(readdirSync(join(place, 'partial'))).toEqual([]);
});

it('empties an old piece of a file that has no row, and no other: neither a whole one, nor one that is listed, nor one of today, nor what is not ours', async () => {
  const place = aFolder();
  const folder = openBlobFolder(place);
  const put = (text: string, content: string, isOld: boolean) => {
    const hash = sha256Hex(text);
    const path = join(place, hash.slice(0, 2), hash);
    mkdirSync(join(place, hash.slice(0, 2)), { recursive: true });
    writeFileSync(path, content);
    if (isOld) utimesSync(path, 1, 1);
    return { hash, size: () => statSync(path).size };
  };
  const piece = put('une page', 'une ', true);
  const whole = put('une autre page', 'une autre page', true);
  const listed = put('une page connue', 'une ', true);
  const coming = put('une page en route', 'une ', false);
  const foreign = join(place, piece.hash.slice(0, 2), `.${piece.hash}.copy`);
  writeFileSync(foreign, 'une ');
  utimesSync(foreign, 1, 1);

  await folder.discardPieces(1_000_000, (asked) =>
    Promise.resolve(asked.filter((hash) => hash !== listed.hash)),
  );

  expect([piece, whole, listed, coming].map(({ size }) => size())).toEqual([0, 14, 4, 4]);
  expect(statSync(foreign).size).toBe(4);
});
