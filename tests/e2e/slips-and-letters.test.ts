import { expect, it } from 'vitest';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('signed files of a portfolio go on a slip, by keyboard, and the slip is printed', async () => {
  const window = await aReadyWindow();
  const { page, call, printed, complaints } = window;
  const { number, shown } = await aSavedRegistration(window);
  await call('returns.record', {
    number,
    modality: 'counter',
    receivedOn: '2026-11-20',
    signed: true,
    dated: true,
  });
  const typist = aTypist(page);

  await typist.press('F8');
  await page.getByRole('heading', { name: 'Bordereaux', exact: true }).waitFor();
  await page.getByRole('row', { name: /Filière alimentation/ }).click();
  await page.getByRole('gridcell', { name: shown }).waitFor();
  await typist.press('Control+Enter');
  await page.getByText('établi : 1 dossier.').waitFor();
  await page.getByRole('button', { name: /Imprimer le bordereau/ }).waitFor();
  await typist.press('Control+p');
  await page.getByText('Imprimé sur essai.').waitFor();
  await page.getByText('Aucun dossier prêt').waitFor();

  const [slip] = await call('portfolios.slips', {});
  expect([slip?.portfolioTitle, slip?.entryCount, printed, complaints]).toEqual([
    'Filière alimentation',
    1,
    [`Bordereau ${slip?.slipNumber ?? ''}`],
    [],
  ]);
});

it('a reminder is written from the file, archived and printed', async () => {
  const window = await aReadyWindow();
  const { page, call, printed, complaints } = window;
  const { number } = await aSavedRegistration(window);

  await page.goto(`${page.url().replace(/#.*/, '')}#/dossier/${number}`);
  await page.getByText('Filière alimentation (01 99 00 00 03').waitFor();
  await page.getByRole('tab', { name: 'Lettres' }).click();
  await page.getByRole('button', { name: 'Relance', exact: true }).click();
  await page.getByText('Relance : lettre établie et archivée.').waitFor();
  await page.getByRole('button', { name: /Imprimer la lettre/ }).waitFor();
  await page.keyboard.press('Alt+p');
  await page.getByText('Imprimé sur essai.').waitFor();

  const { letters } = await call('letters.list', { number });
  expect([letters.map(({ kind }) => kind), printed, complaints]).toEqual([
    ['reminder'],
    [`Relance ${number}`],
    [],
  ]);
});
