import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { aReadyWindow } from '../pages/ready-window.ts';
import { compare, small } from './compare-pictures.ts';
import { fillStation } from './fill-station.ts';
import { screensOf } from './screens.ts';
import { pictures, SCHEMES, showScreen } from './walk.ts';

const KEPT = join(import.meta.dirname, 'pictures');
/** What differs is left there, and by `npm run look` what is seen on a large screen. */
const OUT = resolve(import.meta.dirname, '../../out/look');
const LARGE = { width: 1920, height: 1080 };
const USUAL = { width: 1366, height: 768 };

// The block of numbers of a station is drawn by lot: always the first one here.
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  randomInt: (first: number) => first,
}));

/** Set by `npm run look`. */
const isUpdate = process.env['GUICHET_LOOK'] === 'update';
const isForEyes = process.env['GUICHET_LOOK'] === 'compare';

it(
  'every screen looks as it did when somebody last looked at it, in light and in dark',
  { timeout: 600_000 },
  async () => {
    const window = await aReadyWindow();
    const { page, clock } = window;
    const work = await fillStation(window);
    await page.clock.setFixedTime(clock.nowMs());
    rmSync(OUT, { recursive: true, force: true });
    const changed: string[] = [];
    for (const screen of screensOf(work)) {
      await showScreen(page, screen);
      const seen = await pictures(page);
      for (const scheme of SCHEMES) {
        const name = `${scheme}/${screen.name}`;
        const kept = join(KEPT, `${name}.webp`);
        const difference = existsSync(kept) ? await compare(readFileSync(kept), seen[scheme]) : undefined;
        if (difference) {
          write(join(OUT, 'changed', `${name}.png`), seen[scheme]);
          write(join(OUT, 'differences', `${name}.png`), difference.picture);
        }
        if (!difference && existsSync(kept)) continue;
        if (isUpdate) write(kept, await small(seen[scheme]));
        else changed.push(`${name}: ${difference ? `${difference.pixels} pixels` : 'no picture is kept'}`);
      }
      if (isForEyes) await keepLarge(screen.name);
    }
    expect(changed).toEqual([]);

    async function keepLarge(name: string): Promise<void> {
      await page.setViewportSize(LARGE);
      const large = await pictures(page);
      for (const scheme of SCHEMES) write(join(OUT, 'large', scheme, `${name}.png`), large[scheme]);
      await page.setViewportSize(USUAL);
    }
  },
);

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
