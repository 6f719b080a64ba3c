import { expect, it } from 'vitest';
import { aScannedPage } from '../builders/signed-sheet.ts';
import { aReadyWindow, aSavedRegistration, type ReadyWindow } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

type Returned = Parameters<typeof aScannedPage>[1];

/** The page that bears the signature comes back from the post, and is given to the window. */
async function returnPage(window: ReadyWindow, number: string, changes: Returned): Promise<void> {
  const issued = await window.call('confirmations.issue', { number });
  const bytes = await aScannedPage(issued, changes);
  await window.page.keyboard.press('Alt+r');
  await window.page.getByRole('heading', { name: 'Retours' }).waitFor();
  await window.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'retour.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
  await window.page.getByText('0 sur 1').waitFor();
  await window.page.keyboard.press('c');
}

it('a red correction on a signed sheet becomes version 02, by keyboard, and the new sheet is printed', async () => {
  const window = await aReadyWindow();
  const { page, printed, complaints } = window;
  const { number, shown } = await aSavedRegistration(window);
  await returnPage(window, number, {
    corrections: [
      {
        fieldId: 'identification.birthName',
        kind: 'strike-and-rewrite',
        penId: 'scoring-red-gel-school',
        text: 'FICTIF',
      },
    ],
  });
  const typist = aTypist(page);

  await page.getByText(`${shown} · page 1 sur 2`).waitFor();
  const input = page.getByRole('textbox', { name: 'Nom de naissance' });
  await page.getByText('Imprimé : TÉMOIN').waitFor();
  await input.fill('FICTIF');
  // The identity is corrected with a document in hand (S4-07).
  const seen = page.getByRole('button', { name: /Pièce d’identité vue/ });
  await seen.waitFor();
  await seen.focus();
  await typist.press('Enter');
  const choice = page.getByRole('option', { name: 'Passeport' });
  await choice.waitFor();
  await typist.type('Pas');
  await typist.press('Enter');
  await choice.waitFor({ state: 'hidden' });
  await seen.and(page.locator(':focus')).waitFor();
  await typist.press('Control+s');
  await page.getByRole('heading', { name: 'Une nouvelle version' }).waitFor();
  await typist.press('Control+p');
  await page.getByText('1 confirmation à l’imprimante.').waitFor();

  const { version, answers, history } = await window.call('registrations.get', { number });
  expect({
    version,
    birthName: answers.identification.birthName,
    reason: history.at(-1)?.reason,
    printed: printed.length,
    complaints,
  }).toEqual({
    version: 2,
    birthName: 'FICTIF',
    reason: 'redInkCorrection',
    printed: 1,
    complaints: [],
  });
});
