import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/builders/launch-browser.ts';
import { aTypist, type Typist } from '../../tests/pages/typist.ts';
import { PASSPHRASE } from '../register/bench-station.ts';
import { installActs, installWaits, type PageProbe, type Shown } from './page-probe.ts';

/** A wait that long is no figure but a fault, of the program or of the measure. */
const GIVEN_UP_MS = 20_000;

/** What a clerk waits for when she presses these keys: milliseconds until it is painted. */
type Wait = (act: () => Promise<unknown>, shown: Shown, event?: 'keydown' | 'change') => Promise<number>;

export interface DeskWindow {
  browser: Browser;
  page: Page;
  typist: Typist;
  waitFor: Wait;
  ask<Name extends keyof PageProbe>(name: Name): Promise<Awaited<ReturnType<PageProbe[Name]>>>;
  /** To an address of the program, without a key. */
  goTo(route: string): Promise<void>;
  close(): Promise<void>;
}

/** Chromium at the size of the screens of the counters, the program in it, still locked. */
export async function openWindow(url: string): Promise<DeskWindow> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
  await page.addInitScript(installWaits);
  await page.addInitScript(installActs);
  await page.goto(url);
  const ask: DeskWindow['ask'] = (name) => page.evaluate(`({ ...deskWaits, ...deskActs }).${name}()`);
  return {
    browser,
    page,
    typist: aTypist(page),
    ask,
    async waitFor(act, shown, event = 'keydown') {
      await page.evaluate(`deskWaits.arm(${JSON.stringify(shown)}, '${event}')`);
      await act();
      const waitedMs = await Promise.race([
        ask('waited'),
        setTimeout(GIVEN_UP_MS, undefined, { ref: false }),
      ]);
      if (waitedMs !== undefined) return waitedMs;
      await page.screenshot({ path: join(tmpdir(), 'guichet-desk-stuck.png') });
      throw new Error(`never shown, see guichet-desk-stuck.png: ${JSON.stringify(shown)}`);
    },
    goTo: (route) => page.evaluate(`location.hash = '#/${route}'`),
    close: () => browser.close(),
  };
}

/** By keyboard; resolves at the home screen, with what that took. */
export async function unlock({ page, typist, waitFor }: DeskWindow): Promise<number> {
  await page.getByLabel('Phrase de passe').and(page.locator(':focus')).waitFor();
  await typist.type(PASSPHRASE);
  return waitFor(() => typist.press('Enter'), { present: [{ selector: 'h1', text: 'Accueil' }] });
}

/** A screen that has all it asked for. */
export const LOADED = ['main .loading', 'main [aria-busy=true]'];
