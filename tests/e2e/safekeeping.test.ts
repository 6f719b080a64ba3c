import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aFolder } from '../builders/folder.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('a backup is written on a key and everything is read again, without the mouse', async () => {
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
  await page.getByText(/Sauvegarde écrite et relue/).waitFor();
  await typist.press('Alt+o');
  await page.getByText(/^Tout se relit : 1 inscription/).waitFor();
  expect([readdirSync(key).length, complaints]).toEqual([1, []]);
});
