import { expect, it } from 'vitest';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('a changed answer becomes version 02, and the history says what changed', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  await aSavedRegistration(window);
  const typist = aTypist(page);
  await typist.press('F3');
  await typist.type('temoin');
  await page.getByRole('row', { name: /TÉMOIN Dominique/ }).waitFor();
  await typist.press('Tab', 'Enter');
  await page.getByRole('heading', { name: 'TÉMOIN Dominique' }).waitFor();
  await typist.press('Alt+m');

  await page.getByLabel('Téléphone').fill('06 00 00 00 99');
  await page.getByRole('button', { name: /Récapitulatif/ }).click();
  await page.getByText('Modification pas encore enregistrée').waitFor();
  await typist.press('Control+s');
  await page.getByText('Modification enregistrée : une nouvelle signature est nécessaire.').waitFor();
  await typist.press('Alt+d');
  await page.getByRole('tab', { name: /Historique/ }).click();
  const change = page.getByRole('row', { name: /Téléphone/ });

  expect({ change: await change.allInnerTexts(), complaints }).toEqual({
    change: ['Téléphone\t06 00 00 00 01\t06 00 00 00 99'],
    complaints: [],
  });
});

it('refuses to overwrite a version that somebody else made meanwhile, and keeps what was typed', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  const { number } = await aSavedRegistration(window);
  await page.goto(new URL(`#/amendment/${number}`, page.url()).href);
  const phone = page.getByLabel('Téléphone');
  await phone.fill('06 00 00 00 99');
  await window.call('registrations.amend', { number, changes: { 'identification.locality': 'Cannes' } });
  await page.getByRole('button', { name: /Récapitulatif/ }).click();
  await page.getByText('Modification pas encore enregistrée').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('Le dossier a changé entre-temps').waitFor();
  await page
    .getByRole('button', { name: /Identification/ })
    .first()
    .click();

  const { answers, version } = await window.call('registrations.get', { number });
  expect({ typed: await phone.inputValue(), saved: answers.identification.locality, version }).toEqual({
    typed: '06 00 00 00 99',
    saved: 'Cannes',
    version: 2,
  });
});
