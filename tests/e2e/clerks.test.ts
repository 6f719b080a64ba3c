import { expect, it } from 'vitest';
import { aReadyWindow, type ReadyWindow } from '../pages/ready-window.ts';
import { PASSPHRASE } from '../builders/station.ts';
import { aTypist } from '../pages/typist.ts';

const OTHER = { login: 'dominique.temoin', passphrase: 'quatre mots bien à moi' };

async function addOther({ call }: ReadyWindow): Promise<void> {
  const { temporaryPassphrase } = await call('clerks.add', {
    login: OTHER.login,
    name: 'Dominique Témoin',
    role: 'counterAgent',
  });
  await call('session.unlock', { login: OTHER.login, passphrase: temporaryPassphrase });
  await call('station.changePassphrase', { before: temporaryPassphrase, after: OTHER.passphrase });
  await call('session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });
}

it('a half-typed form waits for the clerk who typed it, and is not shown to the next', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  await addOther(window);
  const typist = aTypist(page);
  await page.getByText('Agent Essai').waitFor();
  await page.goto(new URL('#/registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a31', page.url()).href);
  const name = page.getByLabel('Nom de naissance');
  await name.fill('EXEMPLE');
  // The core locks by itself: the window has no time to save anything first.
  await page.getByLabel('Prénom(s)').pressSequentially('Cam');
  window.clock.pass(11 * 60_000);
  await window.core.call('station.status', {});
  await page.getByText('Le poste est verrouillé').waitFor();
  const leaked = await page.getByLabel('Prénom(s)').count();
  await page.getByLabel('Phrase de passe').fill(PASSPHRASE);
  await typist.press('Enter');
  await page.getByLabel('Prénom(s)').and(page.locator(':focus')).waitFor();
  await typist.press('End');
  await typist.type('ille');
  const mine = [await name.inputValue(), await page.getByLabel('Prénom(s)').inputValue()];

  await typist.press('Alt+w');
  await page.getByLabel('Identifiant').and(page.locator(':focus')).waitFor();
  const login = await page.getByLabel('Identifiant').inputValue();
  await page.getByLabel('Identifiant').fill(OTHER.login);
  await page.getByLabel('Phrase de passe').fill(OTHER.passphrase);
  await typist.press('Enter');
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await page.getByText('Dominique Témoin').waitFor();
  const theirs = await page.getByLabel('Nom de naissance').count();
  const drafts = await window.call('drafts.list', {});
  expect({ leaked, mine, login, theirs, drafts: drafts.map(({ label }) => label) }).toEqual({
    leaked: 0,
    mine: ['EXEMPLE', 'Camille'],
    login: '',
    theirs: 0,
    drafts: [expect.stringContaining('EXEMPLE')],
  });
});

it('a head of bureau adds a clerk, who chooses her passphrase before she sees anything', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  const typist = aTypist(page);
  await typist.press('Alt+u');
  await page.getByRole('tab', { name: 'Agents' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Dominique Témoin');
  await page.getByLabel('Identifiant').fill(OTHER.login);
  await typist.press('Control+Enter');
  const temporary = (await page.locator('.secret').textContent()) ?? '';
  await page.getByRole('button', { name: 'C’est noté' }).click();
  await page.getByText('Phrase provisoire').waitFor();

  await typist.press('Alt+w');
  await page.locator('input:focus').waitFor();
  await page.getByLabel('Identifiant').fill(OTHER.login);
  await page.getByLabel('Phrase de passe').fill(temporary);
  await typist.press('Enter');
  await page.getByRole('heading', { name: 'Choisissez votre phrase de passe' }).waitFor();
  await page.getByLabel('Phrase de passe actuelle').fill(temporary);
  await page.getByLabel('Nouvelle phrase de passe', { exact: true }).fill(OTHER.passphrase);
  await page.getByLabel('Nouvelle phrase de passe, encore').fill(OTHER.passphrase);
  await typist.press('Enter');
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await typist.press('Alt+u');
  const tabs = await page.getByRole('tab').allTextContents();
  expect([tabs, window.complaints]).toEqual([
    ['Scanner', 'Imprimante', 'Sauvegarde', 'Ma phrase de passe', 'À propos'],
    [],
  ]);
});
