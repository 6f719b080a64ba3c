import { expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('a piece noted by mistake, a draft and a view thrown away come back by Ctrl+Z, and typing keeps its own', async () => {
  const window = await aReadyWindow();
  const { page, call, complaints } = window;
  const { number } = await aSavedRegistration(window);
  await call('pieces.set', { number, pieceId: 'identityDocument', state: 'deposited' });
  const { id } = await call('drafts.save', { answers: anAnswer(), step: 3 });
  await call('views.save', { name: 'Les CAP', filters: { exams: ['cap'] } });
  const draft = await call('drafts.get', { id });
  const [view] = await call('views.list', {});
  const typist = aTypist(page);

  await typist.press('F4');
  const piece = page.getByRole('row', { selected: true });
  await piece.getByText('Déposée').waitFor();
  await typist.press('n');
  await page.getByRole('dialog').locator('textarea:focus').waitFor();
  await typist.type('Illisibles');
  await typist.press('Control+z', 'Backspace', 'Control+Enter');
  await piece.getByText('Non conforme').waitFor();
  await typist.press('Control+z');
  await page.getByText('Défait.').waitFor();
  const { pieces } = await call('pieces.list', { number });

  await typist.press('Alt+a');
  await page.getByRole('button', { name: /^Jeter le brouillon/ }).click();
  await page.getByText('Aucun brouillon en attente.').waitFor();
  await page.getByRole('button', { name: 'Défaire' }).click();
  await page.getByRole('button', { name: /^Jeter le brouillon/ }).waitFor();

  await page.getByRole('button', { name: /^Jeter le brouillon/ }).click();
  await page.getByRole('button', { name: 'Défaire' }).waitFor();
  await page.goto(new URL(`#/amendment/${number}`, page.url()).href);
  await page.getByRole('button', { name: 'Défaire' }).waitFor({ state: 'detached' });
  await call('drafts.save', { id, answers: anAnswer(), step: 3 });

  await typist.press('Alt+s');
  await page.getByRole('button', { name: /Vue enregistrée/ }).click();
  await page.getByRole('option', { name: 'Les CAP' }).click();
  await page.getByRole('button', { name: 'Supprimer la vue' }).click();
  await page.getByText('Vue « Les CAP » supprimée.').waitFor();
  await typist.press('Control+z');
  await page.getByText('Défait.').waitFor();

  const [viewBack] = await call('views.list', {});
  expect({
    piece: pieces.find((one) => one.id === 'identityDocument')?.state,
    draft: { ...(await call('drafts.get', { id })), savedAtMs: draft.savedAtMs },
    view: { ...viewBack, id: view?.id },
    complaints,
  }).toEqual({ piece: 'deposited', draft, view, complaints: [] });
});
