import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#main/database/open-database.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { aKey } from '../../../tests/builders/key.ts';
import { createFileStore } from './file-store.ts';

function aStore() {
  const folder = aFolder();
  const database = openDatabase(join(folder, 'guichet.db'), aKey());
  onTestFinished(() => database.close());
  const files = createFileStore(join(folder, 'files'), database, () => 0);
  const pathOf = (id: string) => join(folder, 'files', id.slice(-2), `${id}.enc`);
  return { files, pathOf };
}

const content = new TextEncoder().encode('confirmation de Camille EXEMPLE');

describe('a stored file', () => {
  it('comes back whole and is unreadable on disk', () => {
    const { files, pathOf } = aStore();
    const { id } = files.put(content, 'application/pdf');
    expect([Buffer.from(files.get(id)).toString(), readFileSync(pathOf(id)).includes('EXEMPLE')]).toEqual([
      'confirmation de Camille EXEMPLE',
      false,
    ]);
  });

  it('is refused when one bit of it changed', () => {
    const { files, pathOf } = aStore();
    const { id } = files.put(content, 'application/pdf');
    const bytes = readFileSync(pathOf(id));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(pathOf(id), bytes);
    expect(() => files.get(id)).toThrow(expect.objectContaining({ code: 'database-damaged' }));
  });

  it('is refused when another took its place', () => {
    const { files, pathOf } = aStore();
    const [mine, other] = [files.put(content, 'application/pdf'), files.put(content, 'application/pdf')];
    renameSync(pathOf(other.id), pathOf(mine.id));
    expect(() => files.get(mine.id)).toThrow(expect.objectContaining({ code: 'database-damaged' }));
  });

  it('also comes part by part, however large it is', async () => {
    const { files } = aStore();
    const sizes = [0, 1, 256 * 1024, 600_000];
    const contents = sizes.map((size) => new Uint8Array(randomBytes(size)));
    const ids = contents.map((bytes) => files.put(bytes, 'image/png').id);
    const read = await Promise.all(ids.map(async (id) => new Uint8Array(await buffer(files.parts(id)))));
    expect(read.map((bytes, index) => Buffer.compare(bytes, contents[index] ?? new Uint8Array()))).toEqual(
      sizes.map(() => 0),
    );
  });

  it('never comes whole when one bit of it changed, when it was cut, or when it is gone', async () => {
    const { files, pathOf } = aStore();
    const damages: ((path: string) => void)[] = [
      (path) => {
        const bytes = readFileSync(path);
        bytes[300_000] = (bytes[300_000] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
      (path) => truncateSync(path, 300_000),
      (path) => truncateSync(path, 5),
      (path) => rmSync(path),
    ];
    for (const damage of damages) {
      const { id } = files.put(new Uint8Array(randomBytes(600_000)), 'image/png');
      damage(pathOf(id));
      await expect(buffer(files.parts(id))).rejects.toMatchObject({ code: 'database-damaged' });
    }
  });
});
