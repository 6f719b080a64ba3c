import type { Figure } from '../figures.ts';
import { atStep, openSearch } from '../../tests/pages/registration-page.ts';
import { LOADED, type DeskWindow } from './desk-window.ts';
import type { Prepared } from './prepare-station.ts';
import { waitsOf } from './waits.ts';

/** From Ctrl+S to the number on screen: it is shown once the transaction is on disk. */
export async function measureSaves(window: DeskWindow, { drafts }: Prepared): Promise<Figure[]> {
  const { page, typist, waitFor, goTo } = window;
  const times: number[] = [];
  for (const draft of drafts) {
    await goTo(`registration/${draft}`);
    await atStep(page, 'Récapitulatif');
    await page.locator('main:not(:has(.loading, [aria-busy=true]))').waitFor();
    const shown = {
      present: [{ selector: 'main', text: 'Inscription enregistrée.' }, { selector: '.number-large' }],
    };
    times.push(await waitFor(() => typist.press('Control+s'), shown));
  }
  return waitsOf('durable-save', times);
}

/** From Enter on somebody who was found to her whole file. */
export async function measureOpening(window: DeskWindow, { files }: Prepared): Promise<Figure[]> {
  const { page, typist, waitFor } = window;
  const times: number[] = [];
  for (const { name } of files) {
    await openSearch(page, typist);
    await typist.type(name);
    await page.getByRole('row', { name: new RegExp(`^${name}`) }).waitFor();
    await page.locator('main:not(:has([aria-busy=true]))').waitFor();
    await typist.press('Tab');
    await page.locator('[role=row]:focus').waitFor();
    const shown = { present: [{ selector: 'h1', text: name }], absent: LOADED };
    times.push(await waitFor(() => typist.press('Enter'), shown));
  }
  return waitsOf('open-file', times);
}

/** Every screen of the rail, by its key. */
const SCREENS = [
  ['F3', 'Candidat'],
  ['Alt+r', 'Retours'],
  ['F4', 'Pièces'],
  ['F6', 'Courrier'],
  ['F8', 'Bordereaux'],
  ['F9', 'Impressions'],
  ['Alt+l', 'Lots'],
  ['Alt+s', 'Listes'],
  ['Alt+g', 'Tableau de bord'],
  ['Alt+c', 'Campagnes'],
  ['Alt+b', 'Référentiel'],
  ['Alt+u', 'Administration'],
  ['Alt+a', 'Accueil'],
] as const;

/** The first time each is opened counts as the others. The slowest is named. */
export async function measureScreens(window: DeskWindow, rounds: number): Promise<Figure[]> {
  const { typist, waitFor } = window;
  const byScreen = new Map<string, number[]>(SCREENS.map(([, title]) => [title, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [keys, title] of SCREENS) {
      const shown = { present: [{ selector: 'h1', text: title }], absent: LOADED };
      byScreen.get(title)?.push(await waitFor(() => typist.press(keys), shown));
    }
  }
  const [slowest] = [...byScreen]
    .map(([name, times]) => ({ name, value: Math.max(...times) }))
    .sort((one, other) => other.value - one.value);
  return waitsOf('change-screen', [...byScreen.values()].flat()).map((figure) =>
    slowest && figure.name.endsWith('p95') ? { ...figure, against: slowest } : figure,
  );
}

/** From Ctrl+P to what the window says once the spooler has taken the document. */
export async function measurePrints(window: DeskWindow, { files }: Prepared): Promise<Figure[]> {
  const { page, typist, waitFor, goTo } = window;
  const times: number[] = [];
  for (const { number, name } of files) {
    await goTo(`numbers/${number}`);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('button', { name: /Imprimer la confirmation/, disabled: false }).waitFor();
    // « Envoyé à… », or already « en cours sur… »: the printer has a name once the spooler has taken the document. Never of the file before.
    await page.locator('main', { hasText: 'accueil…' }).waitFor({ state: 'hidden' });
    const shown = { present: [{ selector: 'main', text: 'accueil…' }] };
    times.push(await waitFor(() => typist.press('Control+p'), shown));
  }
  return waitsOf('print-accepted', times);
}
