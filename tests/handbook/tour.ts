import type { Page } from 'playwright-core';
import { fromWireError } from '#shared/wire/envelope.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { anAnswer } from '../builders/answers.ts';
import { aProgramWindow, type ProgramWindow } from '../builders/program-window.ts';
import { aScannedPage } from '../builders/signed-sheet.ts';
import { setUpTrainingStation } from '../pages/station-page.ts';
import type { Photographer } from './pictures.ts';

interface Visit extends ProgramWindow {
  photographer: Photographer;
}

const DRAFT = 'registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a11';
const CAMILLE = anAnswer({
  'identification.civility': 'mrs',
  'identification.birthName': 'EXEMPLE',
  'identification.givenNames': 'Camille Élodie',
  'identification.birthDate': '1990-04-12',
  'identification.addressLine1': '12 rue de l’Exemple',
  'identification.phone': '+33600000012',
  'identification.email': 'camille.exemple@example.org',
});

interface HandbookDay {
  complaints: string[];
  /** The one that came back, as it was decided. */
  page: CommandOutput<'returns.list'>[number] | undefined;
}

/** A clerk's first day, as the handbook tells it, in a base école: each screen she is shown a picture of, in order. */
export async function followHandbook(photographer: Photographer): Promise<HandbookDay> {
  const visit = { ...(await aProgramWindow()), photographer };
  await openStation(visit);
  const number = await register(visit);
  await print(visit, number);
  await treatReturn(visit, number);
  await refusePage(visit);
  await lookAtDailyScreens(visit, number);
  const [page] = await call(visit, 'returns.list', {});
  return { complaints: visit.complaints, page };
}

async function openStation({ page, photographer }: Visit): Promise<void> {
  await page.getByRole('heading', { name: 'Premier démarrage' }).waitFor();
  await photographer.take(page, 'premier-demarrage');
  await setUpTrainingStation(page);
}

/** From a draft with every answer: the tests of the form type them, here they are only shown. */
async function register(visit: Visit): Promise<string> {
  const { page, photographer } = visit;
  await call(visit, 'drafts.save', { id: DRAFT.split('/')[1] ?? '', answers: { ...CAMILLE }, step: 1 });
  await goTo(page, DRAFT);
  await page.getByRole('heading', { name: 'Nouvelle inscription — EXEMPLE' }).waitFor();
  await photographer.take(page, 'identification');
  await page.getByRole('button', { name: '6 Récapitulatif' }).click();
  await page.locator('[aria-current=step]', { hasText: 'Récapitulatif' }).waitFor();
  await photographer.take(page, 'recapitulatif');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: 'EXEMPLE Camille Élodie' }).waitFor();
  await photographer.take(page, 'numeros');
  return page.url().split('/').at(-1) ?? '';
}

async function print(visit: Visit, number: string): Promise<void> {
  const { page, photographer } = visit;
  await call(visit, 'confirmations.print', { number });
  await goTo(page, 'prints');
  await page.getByText('Imprimée').waitFor();
  await photographer.take(page, 'impressions');
}

/** The sheet comes back signed, the address corrected in red. */
async function treatReturn(visit: Visit, number: string): Promise<void> {
  const { page, photographer } = visit;
  const bytes = await aScannedPage(await call(visit, 'confirmations.issue', { number }), {
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
  await goTo(page, 'returns');
  await page.getByRole('heading', { name: 'Retours' }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'retour.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
  await page.getByText('0 sur 1').waitFor();
  await photographer.take(page, 'pile');
  await page.keyboard.press('c');
  await page.getByText(/^Imprimé : 12 rue/).waitFor();
  await page.locator('.decision:focus, .decision :focus').first().waitFor();
  await photographer.take(page, 'retour');
}

/** The other way out of a page, with the keys of the handbook's table. */
async function refusePage({ page }: Visit): Promise<void> {
  // Bare keys are for who does not type: out of the field first.
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.type('Signature manquante');
  await page.getByRole('button', { name: 'Refuser la page' }).click();
  await page.getByText('Page refusée. Plus rien à traiter.').waitFor();
  await page.keyboard.press('c');
  await page.getByText('Signature manquante').waitFor();
}

async function lookAtDailyScreens({ page, photographer }: Visit, number: string): Promise<void> {
  const daily: [route: string, heading: string, name: string][] = [
    [`pieces/${number}`, 'Pièces', 'pieces'],
    ['mail', 'Courrier', 'courrier'],
    ['portfolios', 'Bordereaux', 'bordereaux'],
    ['sync', 'Lots', 'lots'],
    ['lists', 'Listes', 'listes'],
    ['home', 'Accueil', 'accueil'],
  ];
  for (const [route, heading, name] of daily) {
    await goTo(page, route);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await photographer.take(page, name);
  }
}

async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${route}'`);
}

async function call<Name extends CommandName>(
  { core }: Visit,
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandOutput<Name>> {
  const envelope = await core.call(name, input);
  if (!envelope.ok) throw fromWireError(envelope.error);
  return envelope.value as never;
}
