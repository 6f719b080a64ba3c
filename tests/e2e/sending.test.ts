import { expect, it } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';

const postgres = usePostgres();

it('a clerk ties the station to its centre, sends what waits, and sees it received', async () => {
  const central = await aCentral(postgres, { training: true });
  const window = await aReadyWindow();
  const { page, complaints } = window;
  const { shown } = await aSavedRegistration(window);
  await page.keyboard.press('Alt+l');
  await page.getByLabel('Adresse du serveur').fill(central.url);
  await page.getByLabel('Code de rattachement').fill(await central.code());
  await page.keyboard.press('Enter');
  await page.getByText(/^Poste rattaché/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Envoi terminé.').waitFor();

  expect({
    row: await page.getByRole('row', { name: shown }).getByText('Reçue', { exact: true }).count(),
    form: await page.getByRole('button', { name: 'Rattacher' }).count(),
    status: await page.getByText('Rien à envoyer').isVisible(),
    complaints,
  }).toEqual({ row: 1, form: 0, status: true, complaints: [] });
});

it('a code that the centre does not know is refused in a sentence, and stays to be corrected', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  await page.keyboard.press('Alt+l');
  await page.getByLabel('Adresse du serveur').fill('http://127.0.0.1:9');
  const code = page.getByLabel('Code de rattachement');
  await code.fill('CODE-FICTIF');
  await page.keyboard.press('Enter');
  await page.getByText('Le code de rattachement est inconnu').waitFor();

  expect(await code.inputValue()).toBe('CODE-FICTIF');
});

it('a long queue shows its beginning; asked for the rest, the keys go to the first row of it', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  const { number } = await aSavedRegistration(window);
  for (let version = 2; version <= 43; version += 1)
    await window.call('registrations.amend', {
      number,
      changes: { 'identification.locality': version % 2 === 0 ? 'Cannes' : 'Menton' },
    });
  await page.keyboard.press('Alt+l');
  const rows = page.getByRole('grid', { name: 'Opérations' }).getByRole('row');
  const more = page.getByRole('button', { name: 'Montrer les 3 lignes suivantes' });
  await more.waitFor();
  const before = await rows.count();
  await more.focus();
  await page.keyboard.press('Enter');
  await more.waitFor({ state: 'detached' });

  expect({
    // One of each is the heads of the columns.
    rows: [before, await rows.count()],
    focused: await rows.nth(41).and(page.locator(':focus')).count(),
    complaints,
  }).toEqual({ rows: [41, 44], focused: 1, complaints: [] });
});
