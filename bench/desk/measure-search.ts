import type { Figure } from '../figures.ts';
import { openSearch } from '../../tests/pages/registration-page.ts';
import type { InventedPerson } from '../register/invented-people.ts';
import { LOADED, type DeskWindow } from './desk-window.ts';
import { waitsOf } from './waits.ts';

/** Each letter of the names of so many people, until the rows are those of the letters typed so far; a fault in one name of three. */
export async function measureSearch(
  window: DeskWindow,
  people: readonly InventedPerson[],
): Promise<Figure[]> {
  const { page, typist, waitFor } = window;
  const times: number[] = [];
  for (const [index, { birthName, givenNames }] of people.entries()) {
    await openSearch(page, typist);
    const name = index % 3 === 2 ? withFault(birthName) : birthName;
    for (const letter of `${name} ${givenNames.slice(0, 3)}`.toLowerCase())
      // A space changes nothing of what is asked.
      if (letter === ' ') await typist.type(letter);
      else times.push(await waitFor(() => typist.type(letter), { present: [], absent: LOADED }));
    await typist.press('Alt+a');
    await page.getByRole('heading', { name: 'Accueil', level: 1 }).waitFor();
  }
  return waitsOf('search-as-you-type', times);
}

/** Two letters in the wrong order. */
function withFault(name: string): string {
  const at = Math.floor(name.length / 2);
  return name.slice(0, at - 1) + name.charAt(at) + name.charAt(at - 1) + name.slice(at + 1);
}
