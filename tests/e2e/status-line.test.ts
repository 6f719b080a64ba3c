import { expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aReadyPrinter } from '../builders/printer.ts';
import { aReadyWindow, aSavedRegistration, type ReadyWindow } from '../pages/ready-window.ts';

const region = ({ page }: ReadyWindow) => page.locator('.status-message[role=status]');

it('what was just saved is told on the screen that opens with it, and leaves with that screen', async () => {
  const window = await aReadyWindow();
  const { page, call, complaints } = window;
  const { id } = await call('drafts.save', { answers: anAnswer(), step: 6 });
  await page.goto(new URL(`#/registration/${id}`, page.url()).href);
  await page.getByText('Pas encore enregistrée').waitFor();
  await page.keyboard.press('Control+s');
  await page.locator('.number-large').waitFor();
  const onItsScreen = await region(window).textContent();
  await page.keyboard.press('Alt+a');
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await expect.poll(() => region(window).textContent()).toBe('');

  expect({ onItsScreen, complaints }).toEqual({ onItsScreen: 'Inscription enregistrée.', complaints: [] });
});

it('on the same screen it leaves after a minute, and a way back after five', async () => {
  const window = await aReadyWindow();
  const { page, call } = window;
  const { number } = await aSavedRegistration(window);
  await call('pieces.set', { number, pieceId: 'identityDocument', state: 'deposited' });
  await page.clock.install();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: /^Verrouiller les pièces/ }).waitFor();
  await page.keyboard.press('v');
  await page.getByText('Pièces verrouillées.').waitFor();
  await page.clock.runFor(55_000);
  const almost = await region(window).textContent();
  await page.clock.runFor(10_000);
  const later = await region(window).textContent();

  await page.keyboard.press('v');
  await page.getByRole('dialog').locator('textarea:focus').waitFor();
  await page.keyboard.type('Nouvelle pièce');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Pièces déverrouillées.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Déposée/ }).waitFor();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Défaire' }).waitFor();
  await page.clock.runFor(4 * 60_000);
  const offered = await page.getByRole('button', { name: 'Défaire' }).count();
  await page.clock.runFor(2 * 60_000);

  expect({
    almost,
    later,
    offered,
    offeredLater: await page.getByRole('button', { name: 'Défaire' }).count(),
  }).toEqual({ almost: 'Pièces verrouillées.', later: '', offered: 1, offeredLater: 0 });
});

it('it leaves when another act begins, which may say nothing or fail', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  await page.goto(new URL('#/administration/printer', page.url()).href);
  await page.getByText('Cette imprimante imprime en couleur').click();
  await page.getByText('Cette imprimante est celle du poste.').waitFor();
  await page.keyboard.press('Alt+p');
  await page.getByText('Imprimé sur essai.').waitFor();

  expect(await region(window).textContent()).toBe('');
});

it('a print that waits for somebody is told on every screen as long as it waits, and no longer', async () => {
  let hasPaper = false;
  const printer = aReadyPrinter(() => 1);
  const window = await aReadyWindow({
    printer: {
      ...printer,
      follow: (job) =>
        hasPaper
          ? printer.follow(job)
          : Promise.resolve({ state: 'blocked', troubles: ['no-paper'], words: '' }),
    },
  });
  const { page, call } = window;
  const { number } = await aSavedRegistration(window);
  await page.clock.install();
  await call('confirmations.print', { number });
  await expect.poll(() => region(window).textContent()).toContain('Plus de papier.');
  await page.keyboard.press('Alt+l');
  await page.getByRole('heading', { name: 'Lots', exact: true }).waitFor();
  await page.clock.runFor(6 * 60_000);
  const stillTold = await region(window).textContent();
  hasPaper = true;
  await expect.poll(() => region(window).textContent(), { timeout: 10_000 }).toBe('');

  expect(stillTold).toContain('Plus de papier.');
});
