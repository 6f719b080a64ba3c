import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pdfTexts } from '../builders/pdf-text.ts';
import { aReadyWindow } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

const DRAFT = 'registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a13';
const RESIDENCE = 'Le candidat réside dans l’académie où il s’inscrit.';

async function openForm(page: Page): Promise<void> {
  await page.goto(new URL(`#/${DRAFT}`, page.url()).href);
  await page.getByRole('heading', { name: 'Nouvelle inscription' }).waitFor();
}

it('F1 explains the field in focus by its rules and their sources, then the screen; the palette leads to À propos and its licences', async () => {
  const { page, complaints } = await aReadyWindow();
  const typist = aTypist(page);
  await openForm(page);
  await page.getByLabel('Code postal').focus();
  await typist.press('F1');
  const field = page.getByRole('dialog', { name: 'Code postal' });
  const rule = field.locator('li', { hasText: RESIDENCE });
  await rule.getByText('Source : notice d’Aix-Marseille, session 2021.').waitFor();
  await typist.press('F1');
  const handbook = page.getByRole('dialog', { name: '2. Inscrire une personne' });
  await handbook.getByRole('heading', { name: 'Si une règle l’empêche' }).waitFor();
  await typist.press('Escape');
  await handbook.waitFor({ state: 'detached' });
  await page.getByLabel('Code postal').and(page.locator(':focus')).waitFor();
  // To ask before answering is no fault.
  const blamed = await page.getByLabel('Code postal').getAttribute('aria-invalid');

  await typist.press('Control+k');
  await page.getByRole('dialog', { name: 'Commandes' }).waitFor();
  await typist.type('propos');
  await typist.press('ArrowDown', 'Enter');
  await page.getByRole('heading', { name: 'Guichet 0.0.0-test' }).waitFor();
  await page.getByLabel('Chercher un composant ou une licence').fill('atkinson ofl');
  await page.getByText('Atkinson Hyperlegible (police').click();
  await page.getByText('SIL OPEN FONT LICENSE').first().waitFor();
  await typist.press('Alt+u');
  await page.getByRole('tab', { name: 'Conservation', selected: true }).waitFor();
  await page.getByRole('link', { name: 'Guichet 0.0.0-test' }).click();
  await page.getByRole('tab', { name: 'À propos', selected: true }).waitFor();
  expect({ blamed, complaints }).toEqual({ blamed: null, complaints: [] });
});

it('the handbook is one key away on every screen, over a dialog and on the locked station; its words are found', async () => {
  const { page, core } = await aReadyWindow();
  const typist = aTypist(page);
  await typist.press('F9');
  await page.getByRole('heading', { name: 'Impressions', level: 1 }).waitFor();
  await typist.press('F1');
  const printing = page.getByRole('dialog', { name: '3. Imprimer la confirmation' });
  await printing.waitFor();
  await typist.press('Control+f');
  await typist.type('fiche ordinateur');
  await printing
    .getByRole('button', { name: /^Fiche/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: /^Fiche : un ordinateur/ }).waitFor();
  const paper = await pdfTexts(await page.pdf({ format: 'A4' }));
  expect([paper, paper.join().includes('Accueil')]).toEqual([
    [expect.stringMatching(/^\s*Fiche : un ordinateur[^]*Déposer plainte[^]*Rempli par/)],
    false,
  ]);
  await typist.press('Control+f', 'Control+a');
  await typist.type('cachet poste');
  await page.getByRole('button', { name: 'Courrier (F6)' }).first().click();
  await page.getByRole('dialog', { name: '5. Pièces et courrier' }).waitFor();
  await typist.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await typist.press('Control+k');
  await page.getByRole('dialog', { name: 'Commandes' }).waitFor();
  await typist.press('F1');
  await printing.waitFor();
  await typist.press('Escape');
  await printing.waitFor({ state: 'detached' });
  await typist.type('aide');
  await typist.press('ArrowDown', 'Enter');
  await printing.locator(':focus').waitFor();
  expect(await page.getByRole('dialog', { name: 'Commandes' }).count()).toBe(0);

  await core.call('session.lock', {});
  await page.getByText('Le poste est verrouillé').waitFor();
  await typist.press('F1');
  await page.getByRole('dialog', { name: '1. Ouvrir le poste' }).waitFor();
});
