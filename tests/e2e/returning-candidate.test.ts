import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { atStep, chooseFromList, openSearch } from '../pages/registration-page.ts';
import { aTypist, type Typist } from '../pages/typist.ts';

const MARKS = { EP1: '12', EP2: '11', EG1: '10', EG2: '13', EG3: '14', EG4: '15', EG5: '16,5' };
const NICE_2025 = { 'candidature.campaignId': 'nice-2025' };

/** A window where Dominique TÉMOIN registered for the CAP of session 2025, opened two years later. */
async function aWindowWithSomebodyOf2025() {
  const window = await aReadyWindow();
  window.clock.set('2024-10-20T10:00:00Z');
  const { number } = await aSavedRegistration(window, NICE_2025);
  window.clock.set('2026-11-20T10:00:00Z');
  const { candidateNumber } = await window.call('registrations.get', { number });
  return { ...window, number, candidateNumber };
}

/** One mark after the other: the form goes to the next one that is missing. */
async function typeMarks(page: Page, typist: Typist, marks: Record<string, string>): Promise<void> {
  await atStep(page, 'Acquis');
  await typist.press('Control+Enter');
  for (const [code, mark] of Object.entries(marks)) {
    await page.getByLabel(`Note de ${code}`).and(page.locator(':focus')).waitFor();
    await typist.type(mark);
    await typist.press('Control+Enter');
  }
}

it('somebody who failed is found by a mistyped name and registered again under the same number, by keyboard', async () => {
  const { page, call, candidateNumber, complaints } = await aWindowWithSomebodyOf2025();
  const typist = aTypist(page);
  await openSearch(page, typist);
  await typist.type('dominiqe temion');
  await page.getByRole('row', { name: /TÉMOIN Dominique · orthographe proche/ }).waitFor();
  await typist.press('Tab', 'Enter');
  await page.getByRole('heading', { name: 'TÉMOIN Dominique' }).waitFor();
  await typist.press('Alt+k');
  await page.getByText('N° candidat').first().waitFor();
  await typist.press('F2');
  await page.getByText('Session 2025 non obtenue').waitFor();
  await typist.press('Control+Enter');

  await atStep(page, 'Identification');
  await page.getByText('Identité figée').waitFor();
  await typist.press('Control+Enter');
  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Tab', 'ArrowDown');
  await chooseFromList(page, typist, 'Candidat individuel (libre)');
  await typist.press('Tab', 'Space', 'Control+Enter');
  await atStep(page, 'Qualification présentée');
  await typist.press('Control+Enter');
  await typeMarks(page, typist, MARKS);
  await atStep(page, 'Épreuves');
  await typist.press('Control+Enter');
  await atStep(page, 'Récapitulatif');
  await page.getByText('Pas encore enregistrée').waitFor();
  await typist.press('Control+s');
  await page.locator('.number-large').waitFor();

  const { registrations } = await call('candidates.get', { candidateNumber });
  const { answers } = await call('registrations.get', { number: registrations[0]!.registrationNumber });
  expect({
    sessions: registrations.map(({ examYear }) => examYear),
    specialty: answers.qualification.specialtyCode,
    marks: answers.achievements[0]?.effects.map(({ effect, mark }) => [effect, mark]),
    drafts: await call('drafts.list', {}),
    isBrief: typist.strokes() <= 100,
    complaints,
  }).toEqual({
    sessions: [2027, 2025],
    specialty: '50022141S',
    marks: [12, 11, 10, 13, 14, 15, 16.5].map((mark) => ['kept', mark]),
    drafts: [],
    isBrief: true,
    complaints: [],
  });
});

it('the form tells of somebody like the person being typed, and takes up her file once the clerk says so', async () => {
  const { page, call, candidateNumber } = await aWindowWithSomebodyOf2025();
  await page.goto(new URL(`#/registration/${crypto.randomUUID()}`, page.url()).href);
  const typist = aTypist(page);
  await atStep(page, 'Identification');
  await typist.press('ArrowRight', 'Tab');
  await typist.fill('TEMION', '', 'Dominique', '03021992');
  await page.getByText('Cette personne est peut-être déjà connue').waitFor();
  await page.getByLabel('Téléphone').fill('07 00 00 00 02');
  await page.getByRole('button', { name: 'C’est la même personne' }).press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Reprendre ces réponses/ })
    .waitFor();
  await typist.press('Control+Enter');
  await page.getByText('son identité est reprise').waitFor();
  await page.getByText('Brouillon gardé').waitFor();

  const [draft] = await call('drafts.list', {});
  expect({
    name: await page.getByLabel('Nom de naissance').inputValue(),
    isFrozen: await page.getByLabel('Nom de naissance').isDisabled(),
    phone: await page.getByLabel('Téléphone').inputValue(),
    draft: [draft?.label, draft?.candidate],
  }).toEqual({
    name: 'TÉMOIN',
    isFrozen: true,
    phone: '07 00 00 00 02',
    draft: ['TÉMOIN Dominique', candidateNumber],
  });
});

it('an entitled clerk corrects an identity, the document seen, and the history says it', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  const { number } = await aSavedRegistration(window);
  await page.goto(new URL(`#/dossier/${number}`, page.url()).href);
  await page.getByRole('heading', { name: 'TÉMOIN Dominique' }).waitFor();
  const typist = aTypist(page);
  await typist.press('Alt+j');
  await page.getByLabel('Nom de naissance').fill('TÉMOIN-EXEMPLE');
  await page.getByText('Avant : TÉMOIN').waitFor();
  await page.getByLabel('Motif').fill('Trait d’union oublié');
  await typist.press('Control+s');
  await page.getByText('Pièce d’identité vue : Cette réponse est obligatoire.').waitFor();
  await page.getByRole('button', { name: /Pièce d’identité vue/ }).press('ArrowDown');
  await page.getByRole('option', { name: 'Passeport' }).press('Enter');
  await typist.press('Control+s');
  await page.getByText('Modification enregistrée : une nouvelle signature est nécessaire.').waitFor();
  await typist.press('Alt+d');
  await page.getByRole('tab', { name: /Historique/ }).click();
  await page
    .getByText('Identité corrigée, pièce vue : passeport (version 02) — motif : Trait d’union oublié')
    .waitFor();
  const change = page.getByRole('row', { name: /Nom de naissance/ });
  expect([await change.allInnerTexts(), complaints]).toEqual([
    ['Nom de naissance\tTÉMOIN\tTÉMOIN-EXEMPLE'],
    [],
  ]);
});
