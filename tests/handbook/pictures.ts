import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

const FOLDER = resolve(import.meta.dirname, '../../docs/manuel/images');
/** Beside the pictures: the words of each screen on the day it was taken. */
const WORDS = join(FOLDER, 'ecrans.json');
/** Few colours are enough for a screen, and keep the repository small. */
const COLOURS = 64;

export type WordsOfScreens = Record<string, string[]>;

/** Takes the pictures of the handbook, or, in a test, only reads the words of the same screens. */
export interface Photographer {
  take(page: Page, name: string): Promise<void>;
  words(): WordsOfScreens;
}

export function aPhotographer(isWriting: boolean): Photographer {
  const words: WordsOfScreens = {};
  if (isWriting) mkdirSync(FOLDER, { recursive: true });
  return {
    async take(page, name) {
      words[name] = await wordsOn(page);
      if (!isWriting) return;
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      await sharp(picture)
        .png({ palette: true, colours: COLOURS, effort: 10 })
        .toFile(join(FOLDER, `${name}.png`));
      writeFileSync(WORDS, `${JSON.stringify(words, null, 2)}\n`);
    },
    words: () => words,
  };
}

export function wordsOfPictures(): WordsOfScreens {
  return JSON.parse(readFileSync(WORDS, 'utf8')) as WordsOfScreens;
}

const NAMES =
  'h1, h2, h3, button, a, label, legend, thead th, [role=tab], [role=columnheader], .field-label, .notice-title';

/** Titles, buttons, columns and labels with their keys; numbers change from one day to another. */
async function wordsOn(page: Page): Promise<string[]> {
  const texts = await page.locator(NAMES).filter({ visible: true }).allInnerTexts();
  const plain = texts.map((text) => text.replace(/\s+/g, ' ').replace(/\d+/g, '0').trim());
  return [...new Set(plain)].filter(Boolean).sort();
}
