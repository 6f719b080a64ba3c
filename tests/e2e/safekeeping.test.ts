import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aFolder } from '../builders/folder.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('a backup is written on a key and everything is read again, by key and by mouse', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  await aSavedRegistration(window);
  const typist = aTypist(page);
  const key = aFolder();

  await typist.press('Alt+u');
  await page.getByRole('tab', { name: 'Sauvegarde' }).click();
  await page.getByText(/jamais été sauvegardé/).waitFor();
  await page.getByLabel('Dossier, clé ou partage').fill(key);
  await page.getByLabel('Phrase de passe de la sauvegarde').fill('la phrase de la clé');
  await typist.press('Control+s');
  const written = page.getByText(/Sauvegarde écrite et relue/);
  await written.waitFor();
  await page.getByLabel('Phrase de passe de la sauvegarde').fill('la phrase de la clé');
  await page.getByRole('button', { name: /Sauvegarder/ }).click();
  await written.nth(1).waitFor();
  await typist.press('Alt+o');
  await page.getByText(/^Tout se relit : 1 inscription/).waitFor();
  // One for each time it was asked; the clock of this test stands still, and so does the name of the file.
  expect([await written.count(), readdirSync(key).length, complaints]).toEqual([2, 1, []]);
});
