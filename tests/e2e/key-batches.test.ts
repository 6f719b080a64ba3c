import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';

const postgres = usePostgres();

it('a clerk writes a batch on a key, and reads the receipt that comes back', async () => {
  const central = await aCentral(postgres, { training: true });
  const window = await aReadyWindow();
  const { page, complaints } = window;
  await aSavedRegistration(window);
  await window.call('sync.enrol', { serverUrl: central.url, code: await central.code() });
  await page.keyboard.press('Alt+l');
  const key = aFolder();
  await page.getByLabel('Dossier ou clé').fill(key);
  await page.keyboard.press('Enter');
  await page.getByText('Lot écrit et relu').waitFor();
  const waiting = page.getByText('Écrit sur une clé ; 1 opération et 0 numérisation sans réponse.');
  await waiting.waitFor();
  const files = readdirSync(key).map((name) => join(key, name));
  const [imported] = await takenIn(central, files);

  await page.getByLabel('Code d’un reçu imprimé').fill(imported?.code ?? '');
  await page.keyboard.press('Enter');
  await page.getByText(/est arrivé au centre/).waitFor();
  await page.getByLabel('Lire un reçu').setInputFiles({
    name: 'recu.recu',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(imported?.receipt ?? []),
  });
  await page.getByText('Soldé : chaque envoi a sa réponse.').waitFor();

  expect({
    again: await page.getByRole('button', { name: /^Écrire de nouveau/ }).count(),
    status: await page.getByText('Rien à envoyer').isVisible(),
    complaints,
  }).toEqual({ again: 0, status: true, complaints: [] });
});
