import { describe, expect, it } from 'vitest';
import { longestRun } from './longest-run.ts';

/** `#` is ink. */
function grid(...rows: string[]) {
  const width = rows[0]!.length;
  return {
    width,
    height: rows.length,
    cells: Uint8Array.from(rows.join(''), (cell) => Number(cell === '#')),
  };
}

describe('the longest run of ink', () => {
  it('goes through what touches', () => {
    expect(longestRun(grid('#.#.##..', '.#######', '#.#..#..'), 3)).toEqual({
      length: 7,
      startX: 1,
      startY: 1,
      endX: 7,
      endY: 1,
    });
  });

  it('follows a line that rises slowly', () => {
    expect(longestRun(grid('........####', '....####....', '####........'), 3)).toMatchObject({
      length: 12,
      startY: 2,
      endY: 0,
    });
  });

  it('does not climb from letter to letter', () => {
    expect(longestRun(grid('..#..#..#', '.#.##.##.', '#..#..#..'), 3).length).toBeLessThan(3);
  });

  it('of nothing is none', () => {
    expect(longestRun(grid('....', '....'), 3).length).toBe(0);
  });
});
