import { describe, expect, it } from 'vitest';
import { panned, viewBoxOf, viewOf, wholePage, zoomed } from './scan-view.ts';

const size = { widthPx: 1000, heightPx: 1400 };
const whole = wholePage(size);

describe('the part of a scan that is looked at', () => {
  it('is the whole page at first, and never less', () => {
    expect([viewBoxOf(whole, size), zoomed(whole, 0.5, size)]).toEqual(['0 0 1000 1400', whole]);
  });

  it('grows around its middle, up to a limit', () => {
    const twice = zoomed(whole, 2, size);
    expect([viewBoxOf(twice, size), zoomed(twice, 100, size).zoom]).toEqual(['250 350 500 700', 8]);
  });

  it('moves by a share of what is visible, and stops at the edges', () => {
    const twice = zoomed(whole, 2, size);
    expect([viewBoxOf(panned(twice, 1, 0, size), size), viewBoxOf(panned(twice, 0, -9, size), size)]).toEqual(
      ['350 350 500 700', '250 0 500 700'],
    );
  });

  it('goes to a mark with what lies around it, even in a corner of the page', () => {
    const middle = viewOf({ x: 400, y: 600, width: 200, height: 100 }, size);
    const corner = viewOf({ x: 990, y: 1390, width: 4, height: 4 }, size);
    expect([middle, viewBoxOf(corner, size)]).toEqual([{ zoom: 2, x: 500, y: 650 }, '714 1000 286 400']);
  });
});
