import { expect, it } from 'vitest';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('a file held for a litigation is not destroyed; once released it goes, under a visa, and the report stays', async () => {
  const window = await aReadyWindow();
  const { page, clock, complaints } = window;
  const { shown } = await aSavedRegistration(window);
  const typist = aTypist(page);
  clock.set('2038-02-01T09:00:00Z');

  await typist.press('Alt+u');
  await page.getByRole('tab', { name: 'Litiges' }).click();
  await page.getByLabel('N° inscription').fill(shown);
  await page.getByLabel('Motif').fill('Recours au tribunal');
  await typist.press('Control+Enter');
  await page.getByText('Dossier conservé pour litige.').waitFor();
  await page.getByRole('tab', { name: 'Élimination' }).click();
  await page.getByText(/Rien n’est à éliminer/).waitFor();
  const held = await window.call('registrations.list', {});

  await page.getByRole('tab', { name: 'Litiges' }).click();
  await page.getByRole('button', { name: /Mettre fin à la conservation de TÉMOIN/ }).click();
  await page.getByRole('dialog').locator('input:focus').waitFor();
  await typist.type('Désistement');
  await typist.press('Control+Enter');
  await page.getByText('Conservation pour litige terminée.').waitFor();

  await page.getByRole('tab', { name: 'Élimination' }).click();
  await page.getByText(/^1 dossier à éliminer/).waitFor();
  await page.getByLabel('Référence du visa').fill('AD06 2038-2');
  await page.getByLabel('Date du visa').fill('10/01/2038');
  await page.getByRole('button', { name: 'Éliminer', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Éliminer pour toujours' }).click();
  await page.getByText('AD06 2038-2 du 10/01/2038').waitFor();

  const { total } = await window.call('registrations.list', {});
  expect({ held: held.total, left: total, complaints }).toEqual({ held: 1, left: 0, complaints: [] });
});
