import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
  expect(await folder.read(hash)).toBeDefined();
});
