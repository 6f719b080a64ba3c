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
