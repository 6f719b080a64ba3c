import type { Page } from 'playwright-core';
import type { ShownScreen } from './screens.ts';

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** To a screen from the home screen, until it has all that it asked for. */
export async function showScreen(page: Page, { route, heading, act }: ShownScreen): Promise<void> {
  // Nothing of the screen before: neither its dialog, nor what was typed in it.
  await page.keyboard.press('Escape');
  await goTo(page, 'home');
  await page.getByRole('heading', { level: 1, name: 'Accueil' }).waitFor();
  await goTo(page, route);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await settled(page);
  await act?.(page);
  // Nothing is under the mouse.
  await page.mouse.move(0, 0);
  await settled(page);
}

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${route}'`);
}

async function settled(page: Page): Promise<void> {
  await page.locator('body:not(:has(.loading, [aria-busy=true]))').waitFor();
  await page.getByText(/^Brouillon…/).waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

/** The same moment in both colours. */
export async function pictures(page: Page): Promise<Record<Scheme, Buffer>> {
  const shot = async (colorScheme: Scheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A scan bears a code sealed with a key drawn by lot.
    const mask = [page.locator('.page-image, .field-crop')];
    return page.screenshot({ animations: 'disabled', caret: 'hide', mask, maskColor: '#808080' });
  };
  return { light: await shot('light'), dark: await shot('dark') };
}
