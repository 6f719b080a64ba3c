import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FAULT_POINTS } from '#shared/fault-points.ts';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** Every file of the product except the one that defines the points. */
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && name !== join('shared', 'fault-points.ts'))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }));

it('every point is passed by the product, once', () => {
  const passed = sources.flatMap(({ text }) =>
    Array.from(text.matchAll(/passing\('([^']+)'\)/g), (match) => match[1]),
  );
  expect(passed.sort()).toEqual([...FAULT_POINTS].sort());
});

it('nothing in the product listens to them, or ends a process at one', () => {
  const suspects = sources.filter(({ text }) =>
    /listenToFaultPoints|FAULT_AT|process\.(abort|kill\((process\.pid|.*SIGKILL))/.test(text),
  );
  expect(suspects.map(({ name }) => name)).toEqual([]);
});
