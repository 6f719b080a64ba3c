import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aFolder } from '../builders/folder.ts';
import { finishedJob } from '../builders/job.ts';
import { aProgramWindow } from '../builders/program-window.ts';
import { aReadyPrinter } from '../builders/printer.ts';
import { aStation, PASSPHRASE } from '../builders/station.ts';
import { violations } from '../pages/axe.ts';
import { aReadyWindow } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('the first start is made by keyboard alone, says what a passphrase is worth, keeps what is done and tells what remains', async () => {
  const { page, core, complaints } = await aProgramWindow();
  const typist = aTypist(page);
  const heading = (name: RegExp | string) => page.getByRole('heading', { level: 1, name });
  await page.getByLabel('Nom du poste').and(page.locator(':focus')).waitFor();
  await typist.fill('Guichet 1', 'Bureau d’essai');
  await typist.press('Enter');
  await page.getByRole('option', { name: 'Nice' }).waitFor();
  await typist.type('Nice');
  await page.locator('[role=option][data-focused]', { hasText: 'Nice' }).waitFor();
  await typist.press('Enter');
  await page.getByRole('button', { name: 'Nice Académie' }).and(page.locator(':focus')).waitFor();
  await typist.press('Tab', 'Control+Enter');
  // Real or training is never chosen for her.
  await page.locator('.field[data-invalid] [type=radio]:focus').waitFor({ state: 'attached' });
  const atStation = await violations(page);
  // What was typed survives a closed window.
  await page.reload();
  await page.getByLabel('Nom du poste').and(page.locator(':focus')).waitFor();
  await typist.press('Tab', 'Tab', 'Tab', 'ArrowDown', 'Control+Enter');
  await page.getByLabel('Identifiant du premier agent').and(page.locator(':focus')).waitFor();
  await typist.fill('agent.essai', 'Agent Essai');
  await typist.type('trop court');
  await page.getByText('Pas encore.').waitFor();
  await typist.press('Control+a');
  await typist.type(PASSPHRASE);
  await page.getByText('Cette phrase de passe convient.').waitFor();
  await typist.press('Tab');
  await typist.type(PASSPHRASE);
  const atClerk = await violations(page);
  await typist.press('Enter');

  await heading(/clé de secours$/)
    .and(page.locator(':focus'))
    .waitFor();
  const mayContinue = await page.getByRole('button', { name: /continuer/ }).isEnabled();
  await page.getByRole('button', { name: 'Faire sans imprimer' }).focus();
  await typist.press('Enter');
  await page.locator('.secret').waitFor();
  await typist.press('Control+Enter');
  await heading(/campagne$/)
    .and(page.locator(':focus'))
    .waitFor();
  await page.getByText('Des inscriptions sont ouvertes aujourd’hui.').waitFor();
  await page.getByRole('button', { name: 'Plus tard', exact: true }).focus();
  await typist.press('Enter');
  await heading(/scanner$/).waitFor();
  await typist.press('Alt+a');

  const reminder = page.getByRole('region', { name: /^Mise en service/ });
  const left = await reminder.getByRole('button').allTextContents();
  await page.reload();
  await reminder.getByRole('button', { name: 'Campagne' }).press('Enter');
  await heading(/campagne$/)
    .and(page.locator(':focus'))
    .waitFor();
  await typist.press('Control+Enter');
  await heading(/scanner$/).waitFor();
  await typist.press('Alt+a');
  await reminder.getByRole('button', { name: 'Campagne' }).waitFor({ state: 'detached' });
  await reminder.getByRole('button', { name: /^Ne plus afficher/ }).press('Enter');
  await reminder.waitFor({ state: 'detached' });
  const status = await core.call('station.status', {});
  expect({ atStation, atClerk, mayContinue, left, status, complaints }).toMatchObject({
    atStation: [],
    atClerk: [],
    mayContinue: false,
    left: ['Ne plus afficher', 'Campagne', 'Scanner', 'Imprimante', 'Tout ce qui est fait et ce qui reste'],
    status: { value: { training: true, hasRecoveryKey: true, agent: { login: 'agent.essai' } } },
    complaints: [],
  });
});

it('a step is not said to be done while its machines are still being looked for, and says so', async () => {
  const listed = Promise.withResolvers<void>();
  const scanner = await aSilentScanner();
  const printer = aReadyPrinter(() => 1);
  const { page, call, complaints } = await aReadyWindow({
    printer: { ...printer, list: () => listed.promise.then(() => printer.list()) },
  });
  await call('scanners.declare', { addresses: [scanner.url], folder: null });
  const done = page.getByRole('button', { name: /^C’est fait, continuer/ });
  const pressedAt = async (step: string, told: string) => {
    await page.goto(new URL(`#/setup/${step}`, page.url()).href);
    await page.getByText(told).waitFor();
    await page.keyboard.press('Control+Enter');
    return { canBePressed: await done.isEnabled(), address: new URL(page.url()).hash };
  };

  const atScanner = await pressedAt('scanner', 'Les scanners sont encore recherchés');
  scanner.answer();
  await page.getByRole('heading', { name: 'Scanner de ce poste' }).waitFor();
  await page.getByText('Les scanners sont encore recherchés').waitFor({ state: 'detached' });
  const onceFound = await done.isEnabled();
  const atPrinter = await pressedAt('printer', 'Les imprimantes sont encore recherchées');
  listed.resolve();
  await page.getByText('Les imprimantes sont encore recherchées').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: /résumé$/i }).waitFor();

  expect({ atScanner, onceFound, atPrinter, complaints }).toEqual({
    atScanner: { canBePressed: false, address: '#/setup/scanner' },
    onceFound: true,
    atPrinter: { canBePressed: false, address: '#/setup/printer' },
    complaints: [],
  });
});

it('a station that was saved elsewhere comes back from the first screen', async () => {
  const lost = await aStation();
  const to = join(aFolder(), 'sauvegarde.tar');
  const { jobId } = await lost.call('safekeeping.backup', { to, passphrase: 'la phrase de la clé' });
  await finishedJob(lost, jobId);
  const { page } = await aProgramWindow();
  await page.getByRole('button', { name: /reprendre une sauvegarde$/ }).press('Enter');
  await page.getByLabel('Fichier de la sauvegarde').fill(`"${to}"`);
  await page.getByLabel('Identifiant').fill('agent.essai');
  await page.getByLabel('Phrase de passe de la sauvegarde').fill('la phrase de la clé');
  await page.keyboard.press('Enter');
  await page.getByText('Le poste est verrouillé.').waitFor();
  await page.getByText('BASE ÉCOLE').waitFor();
});

/** A scanner of the network that takes its time. */
async function aSilentScanner(): Promise<{ url: string; answer(): void }> {
  const waiting: ServerResponse[] = [];
  const server = createServer((_request, response) => waiting.push(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/eSCL`,
    answer: () => waiting.forEach((response) => response.writeHead(503).end()),
  };
}
