import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const PROGRAM = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { setImmediate as nextTurn } from 'node:timers/promises';
  import { keepHeapSmall } from ${JSON.stringify(new URL('./small-heap.ts', import.meta.url).href)};
  keepHeapSmall();
  for (let kept = [], round = 0; round < 60; round += 1) {
    for (let index = 0; index < 20_000; index += 1) kept.push({ index, text: 'x' + index });
    if (kept.length > 100_000) kept = kept.slice(50_000);
    await nextTurn();
  }
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  console.log(young.space_size / 1024 / 1024);
`;

test('a program that makes and keeps many objects gets no large space for new ones', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    encoding: 'utf8',
  });
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThanOrEqual(20);
});
