import { expect, it } from 'vitest';
import { aReadyWindow } from '../pages/ready-window.ts';
import { openSearch } from '../pages/registration-page.ts';
import { aTypist } from '../pages/typist.ts';

const SCREENS = [
  ['F3', 'Candidat'],
  ['Alt+r', 'Retours'],
  ['F4', 'Pièces'],
  ['F6', 'Courrier'],
  ['Alt+l', 'Lots'],
  ['Alt+s', 'Listes'],
  ['Alt+g', 'Tableau de bord'],
  ['Alt+u', 'Administration'],
  ['Alt+c', 'Campagnes'],
  ['Alt+a', 'Accueil'],
  ['F2', 'Candidat'],
] as const;

it('every screen is one key away', async () => {
  const { page, complaints } = await aReadyWindow();
  const typist = aTypist(page);
  for (const [key, name] of SCREENS) {
    await typist.press(key);
    await page.locator('.rail [aria-current=page]', { hasText: name }).waitFor();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  expect(complaints).toEqual([]);
});

it('the palette does what is named, by its first letters', async () => {
  const { page } = await aReadyWindow();
  const typist = aTypist(page);
  await typist.press('Control+k');
  await page.getByRole('dialog', { name: 'Commandes' }).waitFor();
  await typist.type('camp');
  await typist.press('ArrowDown', 'Enter');
  await page.getByRole('heading', { name: 'Campagnes', exact: true }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('a question mark shows the keys of the screen, except to someone who types one', async () => {
  const { page } = await aReadyWindow();
  const typist = aTypist(page);
  await typist.press('?');
  const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier de cet écran' });
  await sheet.getByText('Verrouiller').waitFor();
  await typist.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await openSearch(page, typist);
  const search = page.getByRole('searchbox');
  await search.waitFor();
  await typist.type('?');
  expect({ typed: await search.inputValue(), sheets: await sheet.count() }).toEqual({
    typed: '?',
    sheets: 0,
  });
});

it('what was chosen of the colours stays after a reload', async () => {
  const { page } = await aReadyWindow();
  const theme = () => page.evaluate("document.documentElement.dataset['theme']");
  await page.keyboard.press('Alt+t');
  await page.getByRole('button', { name: 'Thème clair' }).waitFor();
  await page.keyboard.press('Alt+t');
  await page.getByRole('button', { name: 'Thème sombre' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Thème sombre' }).waitFor();
  expect(await theme()).toBe('dark');
});
