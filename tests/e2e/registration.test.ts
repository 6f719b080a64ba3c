import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aProgramWindow } from '../builders/program-window.ts';
import { aReadyWindow } from '../pages/ready-window.ts';
import { openSearch, typeRegistration } from '../pages/registration-page.ts';
import { setUpTrainingStation, unlock } from '../pages/station-page.ts';
import { aTypist } from '../pages/typist.ts';

const DRAFT = '5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a51';

it('a clerk registers a candidate without the mouse, prints the confirmation and finds the file again', async () => {
  const { page, printed, complaints } = await aProgramWindow();
  await setUpTrainingStation(page);
  const typist = aTypist(page);

  await typeRegistration(page, typist);
  await page.getByText('Pas encore enregistrée').waitFor();
  await typist.press('Control+s');
  const number = await page.locator('.number-large').textContent();
  await typist.press('Control+p');
  await page.getByText('Imprimé sur essai.').waitFor();
  const strokes = typist.strokes();

  await openSearch(page, typist);
  await typist.type('exemple');
  await page.getByRole('row', { name: /EXEMPLE Camille Élodie/ }).waitFor();
  await typist.press('Tab', 'Enter');
  await page.getByRole('heading', { name: 'EXEMPLE Camille Élodie' }).waitFor();
  await page
    .getByText(number ?? '')
    .first()
    .waitFor();

  expect({ printed: printed.length, isBrief: strokes <= 160, complaints }).toEqual({
    printed: 1,
    isBrief: true,
    complaints: [],
  });
});

it('shows the confirmation that will be printed, inside the window', async () => {
  const { page, complaints } = await aProgramWindow();
  await setUpTrainingStation(page);
  const typist = aTypist(page);
  await typeRegistration(page, typist);
  await typist.press('Control+s');
  await page.locator('.number-large').waitFor();

  await typist.press('Alt+p');
  const preview = page.locator('iframe[title="Confirmation, version 1"]');
  await preview.waitFor();
  const link = page.getByRole('link', { name: /-v01\.pdf$/ });
  const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
  const file = readFileSync(await download.path());

  // What Chromium's own viewer does inside the frame is not ours to test; that it was given our file, and let to, is.
  expect([await preview.getAttribute('src'), file.subarray(0, 5).toString(), complaints]).toEqual([
    expect.stringMatching(/^blob:/),
    '%PDF-',
    [],
  ]);
});

it('says beside each field and in a summary what is missing, and keeps what was typed', async () => {
  const { page } = await aProgramWindow();
  await setUpTrainingStation(page);
  const typist = aTypist(page);
  await openSearch(page, typist);
  await typist.type('ESSAI');
  await page.getByText('Personne ne correspond').waitFor();
  await typist.press('F2');
  await page.getByLabel('Nom de naissance').fill('ESSAI');
  await page.getByLabel('Date de naissance').fill('31/02/1990');
  await typist.press('Control+Enter');

  await page.getByRole('alert').getByRole('button', { name: 'Date de naissance' }).click();
  const focused = page.locator(':focus');
  expect({
    summary: await page.getByText(/réponses sont à corriger/).isVisible(),
    sentence: await page.getByText('Cette date n’existe pas dans le calendrier.').isVisible(),
    focused: await focused.inputValue(),
    name: await page.getByLabel('Nom de naissance').inputValue(),
  }).toEqual({ summary: true, sentence: true, focused: '31/02/1990', name: 'ESSAI' });
});

it('a saving that is refused leads to what is wrong, from the end of the answers', async () => {
  const { page, call } = await aReadyWindow();
  const answers = anAnswer({ 'examPapers.physicalEducation.choices': [] });
  await call('drafts.save', { id: DRAFT, answers: { ...answers }, step: 6 });
  await page.goto(new URL(`#/registration/${DRAFT}`, page.url()).href);
  await page.getByText('Une réponse est à corriger').waitFor();
  await page.getByText('Pièces à fournir').scrollIntoViewIfNeeded();
  await page.keyboard.press('Control+s');

  const problem = page.getByRole('button', { name: /^Éducation physique et sportive :/ });
  await problem.and(page.locator(':focus')).waitFor();
  expect((await problem.boundingBox())?.y).toBeGreaterThan(0);
});

it('finds what was typed again after a lock in the middle of a word, and after a reload', async () => {
  const { page } = await aProgramWindow();
  await setUpTrainingStation(page);
  const typist = aTypist(page);
  await openSearch(page, typist);
  await typist.type('ESSAI');
  await page.getByText('Personne ne correspond').waitFor();
  await typist.press('F2');
  const name = page.getByLabel('Nom de naissance');
  await name.pressSequentially('ESSAI-TÉMOI');
  await typist.press('Alt+v');
  await page.getByText('Le poste est verrouillé').waitFor();
  const isHidden = (await page.getByText('ESSAI').count()) === 0;
  await unlock(page);
  const afterLock = await name.inputValue();
  await page.reload();
  const afterReload = await name.inputValue();

  expect({ isHidden, afterLock, afterReload }).toEqual({
    isHidden: true,
    afterLock: 'ESSAI-TÉMOI',
    afterReload: 'ESSAI-TÉMOI',
  });
});
