import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aProgramWindow } from '../builders/program-window.ts';
import { aReadyWindow } from '../pages/ready-window.ts';
import { atStep } from '../pages/registration-page.ts';

/** Where each step begins and ends, in its line of steps. */
async function places(page: Page): Promise<number[][]> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page.evaluate<number[][]>(`[...document.querySelectorAll('.step')].map((step) => {
    const line = step.closest('nav').getBoundingClientRect();
    const { left, right, top } = step.getBoundingClientRect();
    return [left - line.left, right - line.left, top - line.top];
  })`);
}

it('a step of the form is where it was when the mouse comes down on it, whatever is valid, wrong or current', async () => {
  const { page, complaints } = await aReadyWindow();
  await page.goto(new URL('#/registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a31', page.url()).href);
  await atStep(page, 'Identification');
  const blank = await places(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/réponses sont à corriger/).waitFor();
  const wrong = await places(page);

  await page.getByRole('button', { name: /^2 Infos/ }).click();
  await atStep(page, 'Infos candidature');
  // The answer is missed as the mouse goes down: its mark comes before the mouse is up again.
  await page.getByRole('button', { name: /Catégorie de candidat/ }).focus();
  await page.getByRole('button', { name: /^4 Acquis/ }).click();
  await atStep(page, 'Acquis');
  const later = await places(page);

  expect({
    wrong,
    later,
    told: await page.getByRole('button', { name: /^[12] .*\(\d+ à corriger\)$/ }).count(),
    complaints,
  }).toEqual({ wrong: blank, later: blank, told: 2, complaints: [] });
});

it('a step of the first start is where it was once the one before it is done', async () => {
  const { page } = await aProgramWindow();
  await page.getByLabel('Nom du poste').fill('Guichet 1');
  await page.getByLabel('Service').fill('Bureau d’essai');
  await page.getByRole('button', { name: /Académie/ }).click();
  await page.getByRole('option', { name: 'Nice' }).click();
  await page.getByText('Base école : pour s’entraîner').click();
  const first = await places(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Identifiant du premier agent').waitFor();

  expect(await places(page)).toEqual(first);
});

it('the first field of a step has the keys also when it comes after the step: a draft taken up at its épreuves', async () => {
  const { page, call } = await aReadyWindow();
  const id = '5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a32';
  await call('drafts.save', { id, answers: anAnswer(), step: 5 });
  await page.goto(new URL(`#/registration/${id}`, page.url()).href);
  await atStep(page, 'Épreuves');

  // Those of the step are read from the base once it is there.
  await page.locator('.step-body input').first().and(page.locator(':focus')).waitFor({ timeout: 5_000 });
});
