import type { Page } from 'playwright-core';

/** Someone who never touches the mouse. Her keystrokes are counted: they are what a queue waits for. */
export interface Typist {
  /** Types each text, with Tab after it. */
  fill(...texts: string[]): Promise<void>;
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  strokes(): number;
}

export function aTypist(page: Page): Typist {
  let strokes = 0;
  const typist: Typist = {
    async fill(...texts) {
      for (const text of texts) {
        await typist.type(text);
        await typist.press('Tab');
      }
    },
    async type(text) {
      strokes += text.length;
      await page.keyboard.type(text);
    },
    async press(...keys) {
      strokes += keys.length;
      for (const key of keys) await page.keyboard.press(key);
    },
    strokes: () => strokes,
  };
  return typist;
}
