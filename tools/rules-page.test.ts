import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');

/** Rows of the notices' tables in docs/rules.md, cell by cell. */
const rows = readFileSync(resolve(project, 'docs/rules.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| S[0-4]-\d\d /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', , , , test = '']) => ({ id, test }));

it('every fact of the notices names the test that holds it, or says why it is not ours', () => {
  const isAnswered = ({ test }: { test: string }) =>
    /`(src|tests)\//.test(test) || test.startsWith('not ours:');
  expect({ facts: rows.length, open: rows.filter((row) => !isAnswered(row)) }).toEqual({
    facts: 84,
    open: [],
  });
});

it('the tests it names exist', () => {
  const named = rows.flatMap(({ test }) => [...test.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path));
  expect(named.filter((path) => !existsSync(resolve(project, path)))).toEqual([]);
});
