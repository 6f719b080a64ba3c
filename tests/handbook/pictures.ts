import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../docs/manuel/images');
/** Beside the pictures: the words of each screen on the day it was taken. */
const WORDS = join(FOLDER, 'ecrans.json');
/** Few colours are enough for a screen, and keep the repository small. */
const COLOURS = 64;
/** Around what a picture shows, in pixels. */
const MARGIN = 20;

type WordsOfScreens = Record<string, string[]>;

/** Stands before each screen of the tour, when it has come. */
export interface Photographer {
  take(page: Page, name: string): Promise<void>;
  /** After the tour. */
  finish(): void;
}

/** Takes the pictures, and keeps the words that are on them. */
export function aPhotographer(): Photographer {
  const words: WordsOfScreens = {};
  return {
    async take(page, name) {
      await settled(page);
      words[name] = await wordsOn(page);
      const picture = await page.screenshot({
        animations: 'disabled',
        caret: 'hide',
        clip: await whatMatters(page),
      });
      mkdirSync(FOLDER, { recursive: true });
      await sharp(picture)
        .png({ palette: true, colours: COLOURS, effort: 10 })
        .toFile(join(FOLDER, `${name}.png`));
    },
    finish: () => writeFileSync(WORDS, `${JSON.stringify(words, undefined, 2)}\n`),
  };
}

/** Takes nothing: sees whether each screen still says what it said on its picture. */
export function aReader(): Photographer {
  const kept = JSON.parse(readFileSync(WORDS, 'utf8')) as WordsOfScreens;
  const seen: string[] = [];
  return {
    async take(page, name) {
      seen.push(name);
      await expect
        .poll(() => wordsOn(page), {
          message: `the screen of images/${name}.png no longer says what it shows: look whether the page still holds, then npm run manual:shots`,
          timeout: 5_000,
        })
        .toEqual(kept[name]);
    },
    finish: () => expect(seen).toEqual(Object.keys(kept)),
  };
}

/** Nothing is asked for any more, pictures of scans are drawn, and two looks see the same words. */
async function settled(page: Page): Promise<void> {
  await page.locator('body:not(:has(.loading, [aria-busy=true]))').waitFor();
  await page.getByText(/^Brouillon…/).waitFor({ state: 'detached' });
  await page.evaluate(
    'Promise.all([...document.querySelectorAll("image")].map((image) => image.decode())).then(() => undefined)',
  );
  for (let before = ''; ;) {
    const now = (await wordsOn(page)).join();
    if (now === before) return;
    before = now;
    await page.waitForTimeout(500);
  }
}

interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The screen without the rail, which is the same everywhere, and without what is empty under it. */
async function whatMatters(page: Page): Promise<Clip> {
  return page.evaluate<Clip>(`(() => {
    const whole = document.querySelector('.main, .gate-panel') ?? document.body;
    const { x, y, width, height } = whole.getBoundingClientRect();
    const parts = [...document.querySelectorAll('.page > *, .page .section')];
    if (parts.length === 0) return { x, y, width, height };
    const bottom = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)) + ${MARGIN};
    return { x, y, width, height: Math.min(height, bottom - y) };
  })()`);
}

/** Titles, buttons, columns and labels with their keys, in the part of the screen that its picture shows. */
async function wordsOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(`(() => {
    const names = 'h1, h2, h3, button, a, label, legend, thead th, [role=tab], [role=columnheader], .field-label, .notice-title';
    const shown = document.querySelector('.main') ?? document.body;
    return [...shown.querySelectorAll(names)].filter((one) => one.checkVisibility()).map((one) => one.innerText);
  })()`);
  // Numbers change from one day to another, and from a station to the next.
  const plain = texts.map((text) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/(?<!F)\d+/g, '0')
      .trim(),
  );
  return [...new Set(plain)].filter(Boolean).sort();
}
