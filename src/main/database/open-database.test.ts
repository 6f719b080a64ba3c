import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import { aFolder } from '../../../tests/builders/folder.ts';
import { aKey } from '../../../tests/builders/key.ts';
import { openDatabase } from './open-database.ts';

const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'no failure';
  } catch (error) {
    return error instanceof GuichetError ? error.code : String(error);
  }
};

describe('the encrypted base', () => {
  it('is opened with every pragma that durability and secrecy need', () => {
    const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
    const pragmas = ['journal_mode', 'synchronous', 'temp_store', 'foreign_keys'].map(
      (name) => Object.values(database.get(`PRAGMA ${name}`) ?? {})[0],
    );
    database.close();
    expect(pragmas).toEqual(['wal', 2, 2, 1]);
  });

  it('shows nothing of what it holds, not even that it is SQLite', () => {
    const file = join(aFolder(), 'guichet.db');
    const database = openDatabase(file, aKey());
    database.run(
      "INSERT INTO draft (id, answers, step, label, agent_id, saved_at_ms) VALUES ('1', '{}', 1, 'TÉMOIN Dominique', 'a', 0)",
    );
    const onDisk = Buffer.concat(['', '-wal'].map((suffix) => readFileSync(file + suffix)));
    database.close();
    expect([onDisk.includes('SQLite format'), onDisk.includes('Dominique')]).toEqual([false, false]);
  });

  it('keeps what was committed when opened again with its key', () => {
    const file = join(aFolder(), 'guichet.db');
    const key = aKey();
    const first = openDatabase(file, key);
    first.run("INSERT INTO campaign (id, content, imported_at_ms, imported_by) VALUES ('c', '{}', 1, 'a')");
    first.close();
    const second = openDatabase(file, key);
    const rows = second.all('SELECT id FROM campaign');
    second.close();
    expect(rows).toEqual([{ id: 'c' }]);
  });

  it('says that it is damaged, and changes nothing, with a wrong key or a truncated file', () => {
    const file = join(aFolder(), 'guichet.db');
    const key = aKey();
    openDatabase(file, key).close();
    const before = readFileSync(file);
    const wrongKey = codeOf(() => openDatabase(file, aKey()));
    const unchanged = readFileSync(file).equals(before);
    writeFileSync(file, before.subarray(0, 1000));
    expect([wrongKey, unchanged, codeOf(() => openDatabase(file, key))]).toEqual([
      'database-damaged',
      true,
      'database-damaged',
    ]);
  });

  it('undoes the whole of a transaction that fails, nested work included', () => {
    const database = openDatabase(join(aFolder(), 'guichet.db'), aKey());
    const insert = (id: string) =>
      database.run(
        "INSERT INTO campaign (id, content, imported_at_ms, imported_by) VALUES (?, '{}', 1, 'a')",
        id,
      );
    expect(() =>
      database.transaction(() => {
        insert('outer');
        database.transaction(() => insert('inner'));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    const rows = database.all('SELECT id FROM campaign');
    database.close();
    expect(rows).toEqual([]);
  });
});
