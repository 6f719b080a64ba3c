import { expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { unlock } from '../pages/station-page.ts';
import { openSearch } from '../pages/registration-page.ts';
import { aTypist } from '../pages/typist.ts';

it('a changed answer becomes version 02, and the history says what changed', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  await aSavedRegistration(window);
  const typist = aTypist(page);
  await openSearch(page, typist);
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

it('finds a modification again after a lock and a reload, from the home screen, until it is saved', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  const { number } = await aSavedRegistration(window);
  await page.goto(new URL(`#/amendment/${number}`, page.url()).href);
  const phone = page.getByLabel('Téléphone');
  await phone.fill('06 00 00 00 98');
  await page.keyboard.press('Alt+v');
  await unlock(page);
  const afterLock = await phone.inputValue();
  await phone.fill('06 00 00 00 99');
  await page.getByText('brouillon gardé').waitFor();
  await page.reload();
  const afterReload = await phone.inputValue();
  await page.keyboard.press('Alt+a');
  await page.getByRole('row', { name: /Modification de TÉMOIN Dominique/ }).click();
  const afterHome = await phone.inputValue();
  await page.getByRole('button', { name: /Récapitulatif/ }).click();
  await page.getByText('Modification pas encore enregistrée').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('Modification enregistrée : une nouvelle signature est nécessaire.').waitFor();

  const { answers } = await window.call('registrations.get', { number });
  expect({
    afterLock,
    afterReload,
    afterHome,
    saved: answers.identification.phone,
    drafts: await window.call('drafts.list', {}),
    complaints,
  }).toEqual({
    afterLock: '06 00 00 00 98',
    afterReload: '06 00 00 00 99',
    afterHome: '06 00 00 00 99',
    saved: '+33600000099',
    drafts: [],
    complaints: [],
  });
});

it('leaves no draft of a file that was only looked through', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  const { number } = await aSavedRegistration(window);
  await page.goto(new URL(`#/amendment/${number}`, page.url()).href);
  for (const step of [/Qualification/, /Acquis/, /Épreuves/, /Récapitulatif/]) {
    await page.getByRole('button', { name: step }).click();
    await page.getByRole('group', { name: step }).waitFor();
  }
  await page.keyboard.press('Alt+a');
  await page.getByText('Aucun brouillon en attente.').waitFor();
  expect(await window.call('drafts.list', {})).toEqual([]);
});

it('says at once that a modification taken up again was made on an older version, and keeps it', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  const { number } = await aSavedRegistration(window);
  const answers = { ...anAnswer({ 'identification.phone': '06 00 00 00 99' }) };
  await window.call('drafts.save', { answers, step: 1, registrationNumber: number, onVersion: 1 });
  await window.call('registrations.amend', { number, changes: { 'identification.locality': 'Cannes' } });
  await page.goto(new URL(`#/amendment/${number}`, page.url()).href);
  await page.getByText('Le dossier a changé entre-temps : il est maintenant en version 2.').waitFor();
  expect(await page.getByLabel('Téléphone').inputValue()).toBe('06 00 00 00 99');
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
