import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { aProgramWindow } from '../builders/program-window.ts';
import { PASSPHRASE } from '../builders/station.ts';
import { violations } from '../pages/axe.ts';
import { aReadyWindow } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

const heading = (page: Page, at: number) =>
  page.getByRole('heading', { name: new RegExp(`Visite guidée, ${at} sur 8`) }).and(page.locator(':focus'));

it('the guided tour shows eight places on the real screens by keyboard, keeps its place and covers nothing', async () => {
  const { page, call, complaints } = await aReadyWindow();
  const typist = aTypist(page);
  await page.getByRole('button', { name: 'Commencer la visite guidée' }).press('Enter');
  const wrong: Record<number, string[]> = {};
  const places: string[] = [];
  for (let at = 1; at <= 8; at += 1) {
    await heading(page, at).waitFor();
    await page.locator('.tour-outline').waitFor();
    places.push(new URL(page.url()).hash.split('/')[1] ?? '');
    if (at === 1 || at === 3) wrong[at] = await violations(page);
    if (at === 5) {
      await typist.press('Escape');
      await page.getByRole('complementary', { name: 'Visite guidée' }).waitFor({ state: 'detached' });
      await typist.press('Alt+q');
      await heading(page, 5).waitFor();
    }
    // Past « Précédent », which is disabled at the first stop.
    await typist.press(...(at === 1 ? ['Tab'] : ['Tab', 'Tab']), 'Enter');
  }
  await page.getByRole('button', { name: 'Commencer la visite guidée' }).waitFor();
  const drafts = await call('drafts.list', {});
  expect({ wrong, places, drafts, complaints }).toEqual({
    wrong: { 1: [], 3: [] },
    places: ['search', 'search', 'registration', 'prints', 'returns', 'pieces', 'sync', 'home'],
    drafts: [],
    complaints: [],
  });
});

it('a real base offers no tour, and says where it is done to who asks for it in the help', async () => {
  const { page, core, clock } = await aProgramWindow();
  // A real base takes no played hour.
  Object.assign(clock, { isPlayed: false });
  const setup = { name: 'Guichet 1', office: 'Bureau d’essai', academyCode: '23', agentLogin: 'agent.essai' };
  await core.call('station.setup', { ...setup, passphrase: PASSPHRASE, training: false });
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  const offered = await page.getByRole('button', { name: /visite guidée/ }).count();
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Visite guidée' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Visite guidée' });
  await dialog.getByText('Ce poste est une base réelle.').waitFor();
  const wrong = await violations(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect([offered, wrong, new URL(page.url()).hash]).toEqual([0, [], '']);
});
