import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the keys, as its role and its name; the page as a whole where nothing has: there a screen reader begins anew. */
export async function keysAt(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return 'nothing: the page as a whole';
    const labelled = document.getElementById((one.getAttribute('aria-labelledby') ?? '').split(' ')[0] ?? '');
    const name = one.getAttribute('aria-label') ?? labelled?.innerText ?? one.labels?.[0]?.innerText ?? one.innerText;
    const first = name.trim().split('\\n')[0] ?? '';
    return (one.getAttribute('role') ?? one.localName) + ': ' + first.replace(/\\s+/g, ' ');
  })()`);
}

/** After an act, whose result is on screen: the keys are there, or come there. */
export async function expectKeysAt(page: Page, place: string | RegExp): Promise<void> {
  const isThere = (at: string) => (typeof place === 'string' ? at.includes(place) : place.test(at));
  await expect.poll(() => keysAt(page), { timeout: 5_000 }).toSatisfy(isThere);
}

/** By keyboard, on the first button of that name. */
export async function act(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().press('Enter');
}

/** In a table the row takes the keys first, then what is in it. */
export async function actInRow(page: Page, table: string, name: string | RegExp): Promise<void> {
  const row = page.getByRole('grid', { name: table }).getByRole('row').nth(1);
  await row.focus();
  await row.getByRole('button', { name }).press('Enter');
}

/** In the dialog that asks for a reason. */
export async function sayWhy(page: Page, reason: string): Promise<void> {
  await page.locator(':is([role=dialog], [role=alertdialog]) :is(input, textarea):focus').waitFor();
  await page.keyboard.type(reason);
  await page.keyboard.press('Control+Enter');
}
