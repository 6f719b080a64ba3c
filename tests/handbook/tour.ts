import type { Page } from 'playwright-core';
import { aScannedPage } from '../builders/signed-sheet.ts';
import { aProgramWindow, type ProgramWindow } from '../builders/program-window.ts';
import { typeIdentification, atStep, beginRegistration, typeRest } from '../pages/registration-page.ts';
import { setUpTrainingStation } from '../pages/station-page.ts';
import { aTypist, type Typist } from '../pages/typist.ts';
import type { Photographer } from './pictures.ts';

interface Visit extends ProgramWindow {
  typist: Typist;
  photographer: Photographer;
}

/** A clerk's first day, as the handbook tells it, in a base école: each screen she is shown a picture of, in order. */
export async function followHandbook(photographer: Photographer): Promise<{ complaints: string[] }> {
  const window = await aProgramWindow();
  const visit = { ...window, typist: aTypist(window.page), photographer };
  await openStation(visit);
  const number = await register(visit);
  await print(visit);
  await treatReturn(visit, number);
  await lookAtDailyScreens(visit);
  return { complaints: window.complaints };
}

async function openStation({ page, photographer }: Visit): Promise<void> {
  await page.getByRole('heading', { name: 'Premier démarrage' }).waitFor();
  await photographer.take(page, 'premier-demarrage');
  await setUpTrainingStation(page);
  await photographer.take(page, 'accueil');
}

async function register({ page, typist, photographer }: Visit): Promise<string> {
  await beginRegistration(page, typist);
  await atStep(page, 'Identification');
  await typeIdentification(page, typist);
  await atStep(page, 'Infos candidature');
  await typist.press('PageUp');
  await atStep(page, 'Identification');
  await photographer.take(page, 'identification');
  await typist.press('Control+Enter');
  await typeRest(page, typist);
  await page.getByText('À dire au candidat').waitFor();
  await photographer.take(page, 'recapitulatif');
  await typist.press('Control+s');
  await page.getByRole('heading', { name: 'EXEMPLE Camille Élodie' }).waitFor();
  await photographer.take(page, 'numeros');
  return page.url().split('/').at(-1) ?? '';
}

async function print({ page, typist, photographer }: Visit): Promise<void> {
  await typist.press('Control+p');
  await page.getByText('Imprimé sur essai.').waitFor();
  await typist.press('F9');
  await page.getByRole('heading', { name: 'Impressions' }).waitFor();
  await photographer.take(page, 'impressions');
}

/** The sheet comes back signed, the telephone corrected in red. */
async function treatReturn({ page, core, typist, photographer }: Visit, number: string): Promise<void> {
  const issued = await core.call('confirmations.issue', { number });
  if (!issued.ok) throw new Error('no sheet');
  const bytes = await aScannedPage(issued.value as Parameters<typeof aScannedPage>[0], {
    signature: { penId: 'scoring-blue-cristal' },
    date: { penId: 'scoring-blue-cristal', text: '20/11/2026' },
    corrections: [
      {
        fieldId: 'identification.addressLine1',
        kind: 'strike-and-rewrite',
        penId: 'scoring-red-gel-school',
        text: '14 rue de l’Exemple',
      },
    ],
  });
  await typist.press('Alt+r');
  await page.getByRole('heading', { name: 'Retours' }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'retour.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
  await page.getByText('0 sur 1').waitFor();
  await photographer.take(page, 'pile');
  await typist.press('c');
  await page.getByText(/^Imprimé : 12 rue/).waitFor();
  await page.locator('.decision:focus, .decision :focus').first().waitFor();
  await photographer.take(page, 'retour');
}

async function lookAtDailyScreens({ page, typist, photographer }: Visit): Promise<void> {
  const daily: [key: string, heading: string, name: string][] = [
    ['F4', 'Pièces', 'pieces'],
    ['F6', 'Courrier', 'courrier'],
    ['F8', 'Bordereaux', 'bordereaux'],
    ['Alt+l', 'Lots', 'lots'],
    ['Alt+s', 'Listes', 'listes'],
  ];
  for (const [key, heading, name] of daily) {
    await typist.press(key);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(page);
    await photographer.take(page, name);
  }
}

/** Everything that was asked for has come. */
async function settled(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
}
