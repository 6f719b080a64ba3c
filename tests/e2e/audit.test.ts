import { expect, it } from 'vitest';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('an auditor finds who looked at a file, and has the log read again', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  const { number } = await aSavedRegistration(window);
  await window.call('registrations.get', { number });
  await window.call('registrations.search', { query: 'Exemple' });
  const typist = aTypist(page);

  await typist.press('Alt+u');
  await page.getByRole('tab', { name: 'Journal' }).click();
  await page.getByRole('gridcell', { name: 'Recherche de personnes' }).waitFor();
  await page.getByLabel('N° ou référence').fill(number);
  await typist.press('Enter');
  await page.getByRole('gridcell', { name: 'Recherche de personnes' }).waitFor({ state: 'detached' });
  const operations = await page
    .getByRole('gridcell', { name: /Inscription|Dossier consulté/ })
    .allTextContents();
  await typist.press('Alt+o');
  await page.getByText(/Le journal est entier/).waitFor();
  expect([operations, complaints]).toEqual([['Dossier consulté', 'Inscription'], []]);
});
