import type { Figure } from '../figures.ts';
import type { InventedPerson } from '../register/invented-people.ts';
import type { DeskWindow } from './desk-window.ts';
import { effortOf } from './klm.ts';
import type { Prepared } from './prepare-station.ts';
import {
  amendFromRedPen,
  typeBrevetWithArrangement,
  typeCap,
  typeLeast,
  typeRepeatedBacPro,
} from './typical-files.ts';

/** Keys, seconds of the keystroke-level model and presses of the mouse, from the home screen to the printed sheet. */
export async function measureEffort(
  window: DeskWindow,
  { repeater, redPage }: Prepared,
  people: readonly [InventedPerson, InventedPerson, InventedPerson],
): Promise<Figure[]> {
  const [forCap, forBrevet, forLeast] = people;
  const files: [name: string, type: () => Promise<void>][] = [
    ['cap-new', () => typeCap(window, forCap)],
    ['bac-pro-repeated', () => typeRepeatedBacPro(window, repeater)],
    ['bp-arrangement', () => typeBrevetWithArrangement(window, forBrevet)],
    ['cs-least', () => typeLeast(window, forLeast)],
    ['red-pen-amendment', () => amendFromRedPen(window, redPage)],
  ];
  const figures: Figure[] = [];
  let mouseTrips = 0;
  for (const [name, type] of files) {
    await window.typist.press('Alt+a');
    await window.page.getByRole('heading', { name: 'Accueil', level: 1 }).waitFor();
    await window.ask('takeActs');
    const startedAtMs = performance.now();
    await type();
    const acts = await window.ask('takeActs');
    mouseTrips += acts.mousePresses;
    const { keystrokes, decisions, seconds } = effortOf(acts);
    figures.push(
      { name: `effort-${name}-keystrokes`, value: keystrokes, unit: 'keys', n: 1 },
      { name: `effort-${name}-decisions`, value: decisions, unit: 'decisions', n: 1 },
      { name: `effort-${name}-klm`, value: seconds, unit: 's', n: 1 },
      // Typed without a thought: what is left is the program's own time, at most.
      { name: `effort-${name}-played`, value: (performance.now() - startedAtMs) / 1000, unit: 's', n: 1 },
    );
  }
  return [...figures, { name: 'mouse-trips', value: mouseTrips, unit: 'presses', n: files.length }];
}
