import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { createApp } from '#main/app.ts';
import type { Core } from '#main/core.ts';
import type { Printer } from '#main/ports/printer.ts';
import { startBrowserHost } from '#main/hosts/browser/browser-host.ts';
import { buildIfNeeded } from '../../tools/build-if-needed.mjs';
import { aBrowser } from './browser.ts';
import { aClock, type TestClock } from './clock.ts';
import { aFolder } from './folder.ts';
import { aReadyPrinter } from './printer.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

export interface ProgramWindow {
  page: Page;
  core: Core;
  clock: TestClock;
  /** Titles of what was sent to the printer. */
  printed: string[];
  /** Whatever the page complained of: errors, and what the content security policy stopped. */
  complaints: string[];
}

/** The whole program on a fresh folder: the built window in Chromium, over the browser host. Only the printer is a list. */
export async function aProgramWindow(
  options: { colorScheme?: 'light' | 'dark'; printer?: Printer } = {},
): Promise<ProgramWindow> {
  buildIfNeeded({
    projectFolder,
    script: 'build:window',
    sources: ['src/renderer/**', 'src/shared/**', 'docs/manuel/**'],
    result: 'out/renderer/index.html',
  });
  const clock = aClock();
  const printed: string[] = [];
  let core: Core | undefined;
  const folder = aFolder();
  const host = await startBrowserHost({
    rendererFolder: join(projectFolder, 'out/renderer'),
    version: '0.0.0-test',
    settingsFolder: aFolder(),
    createCore: (ports) => {
      const printer = options.printer ?? aReadyPrinter(({ title }) => printed.push(title));
      core = createApp({ folder: join(folder, 'data'), clock, ports: { ...ports, printer } });
      return core;
    },
  });
  onTestFinished(() => host.close());
  const { page, complaints } = await openPage(host.url, options.colorScheme ?? 'light');
  if (!core) throw new Error('the host made no core');
  return { page, core, clock, printed, complaints };
}

async function openPage(
  url: string,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; complaints: string[] }> {
  const browser = await aBrowser();
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
    colorScheme,
  });
  // A scan is read in a few seconds, more when the machine is busy with the other tests.
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}
