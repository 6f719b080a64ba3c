import type { Page } from 'playwright-core';
import { PASSPHRASE } from '../builders/station.ts';

/** First start, filled like a clerk would, for a base école. */
export async function setUpTrainingStation(page: Page): Promise<void> {
  await page.getByLabel('Nom du poste').fill('Guichet 1');
  await page.getByLabel('Service').fill('Bureau d’essai');
  await page.getByRole('button', { name: /Académie/ }).click();
  await page.getByRole('option', { name: 'Nice' }).click();
  await page.getByText('Base école : pour s’entraîner').click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Identifiant du premier agent').fill('agent.essai');
  await page.getByLabel('Nom de l’agent').fill('Agent Essai');
  await page.getByLabel('Phrase de passe', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Phrase de passe, encore').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Créer le poste' }).click();
  await page.getByRole('button', { name: 'Finir plus tard' }).click();
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByLabel('Phrase de passe').fill(passphrase);
  await page.getByRole('button', { name: 'Déverrouiller' }).click();
}
