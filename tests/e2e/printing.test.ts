import { expect, it } from 'vitest';
import { createCupsPrinter } from '#main/hosts/cups/cups-printer.ts';
import { usePrivateSpooler } from '../builders/use-private-spooler.ts';
import { violations } from '../pages/axe.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';

const spooler = usePrivateSpooler('accueil', 'secours');

it('a clerk whose printer has stopped is told wherever she is, and prints on another one', async () => {
  const window = await aReadyWindow({ printer: createCupsPrinter() });
  const { page, complaints } = window;
  const { number } = await aSavedRegistration(window);
  spooler().disable('accueil');
  await page.goto(new URL(`#/numbers/${number}`, page.url()).href);
  await page.getByRole('button', { name: /Imprimer la confirmation/ }).waitFor();
  await page.keyboard.press('Control+p');
  await page.getByText('Impression bloquée').waitFor();
  expect(await page.getByRole('status').allTextContents()).toContainEqual(
    expect.stringContaining('Imprimante suspendue.'),
  );

  await page.keyboard.press('F9');
  const row = page.getByRole('row', { name: /^Confirmation/ });
  await row.getByText('Bloquée').waitFor();
  await row.press('Enter');
  await page.getByRole('button', { name: /Imprimante$/ }).press('Enter');
  await page.getByRole('option', { name: 'secours' }).press('Enter');
  const wrong = await violations(page);
  await page.getByRole('button', { name: 'Imprimer', exact: true }).press('Enter');
  await row.getByText('Imprimée').waitFor();

  expect({ wrong, left: spooler().waitingJobs(), complaints }).toEqual({
    wrong: [],
    left: [],
    complaints: [],
  });
});

it('the printer of the station is chosen and tried from Administration', async () => {
  const { page, call } = await aReadyWindow({ printer: createCupsPrinter() });
  await page.goto(new URL('#/administration', page.url()).href);
  await page.getByRole('tab', { name: 'Imprimante' }).click();
  await page.getByRole('button', { name: /Imprimante$/ }).press('Enter');
  await page.getByRole('option', { name: 'secours' }).press('Enter');
  await page.getByText('Cette imprimante est celle du poste.').waitFor();
  await page.getByText('Cette imprimante imprime en couleur').click();
  await page.keyboard.press('Alt+p');
  await page.getByText('Imprimé sur secours.').waitFor();
  const { settings, printsInColour } = await call('printers.list', {});

  expect({ settings, printsInColour, wrong: await violations(page) }).toEqual({
    settings: { chosen: 'secours' },
    printsInColour: false,
    wrong: [],
  });
});

it('the recovery key comes out on no printer that the clerk did not say, and on the one she says by keyboard', async () => {
  spooler().enable('accueil');
  const { page, call, complaints } = await aReadyWindow({ printer: createCupsPrinter() });
  await page.goto(new URL('#/setup/recoveryKey', page.url()).href);
  const where = page.getByRole('button', { name: /Où l’imprimer$/ });
  const make = page.getByRole('button', { name: 'Faire et imprimer une clé de secours' });
  await where.waitFor();
  const wrong = await violations(page);
  const shown = async () => (await where.innerText()).split('\n')[0];
  const before = { proposed: await shown(), canBeMade: await make.isEnabled() };
  await where.press('Enter');
  await page.getByRole('option', { name: 'secours' }).press('Enter');
  await make.press('Enter');
  await page.getByText('Envoyée à l’imprimante secours.').waitFor();
  const { pageLog } = await spooler().lastPrinted();

  await call('printers.choose', { printer: 'accueil', printsInColour: true });
  await page.goto(new URL('#/administration/keys', page.url()).href);
  await where.waitFor();
  expect({
    before,
    queue: pageLog.split(' ')[0],
    ofTheStation: await shown(),
    wrong,
    complaints,
  }).toEqual({
    before: { proposed: 'Choisir…', canBeMade: false },
    queue: 'secours',
    ofTheStation: 'accueil – par défaut',
    wrong: [],
    complaints: [],
  });
});
