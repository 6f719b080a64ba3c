import type { Figure } from '../figures.ts';
import { atStep } from '../../tests/pages/registration-page.ts';
import type { InventedPerson } from '../register/invented-people.ts';
import type { DeskWindow } from './desk-window.ts';
import { waitsOf } from './waits.ts';

/** A good typist: some 90 words a minute. */
const BETWEEN_KEYS_MS = 110;

/** Text fields of the first step in the order of Tab, each with something right to type, and what is wrong where a rule says so. */
const FIELDS = (person: InventedPerson) =>
  [
    { path: 'identification.birthName', right: person.birthName, wrong: undefined },
    { path: 'identification.givenNames', right: person.givenNames, wrong: undefined },
    { path: 'identification.birthDate', right: '12041990', wrong: '31021990' },
    { path: 'identification.addressLine1', right: '12 rue de l’Exemple', wrong: undefined },
    { path: 'identification.postcode', right: '06000', wrong: undefined },
    { path: 'identification.phone', right: '06 00 00 00 01', wrong: '06' },
    { path: 'identification.email', right: person.email, wrong: 'personne' },
  ] as const;

/** Every key of the first step of so many registrations; and every Tab out of a field, until its answer is judged on screen. */
export async function measureTyping(
  window: DeskWindow,
  people: readonly InventedPerson[],
): Promise<Figure[]> {
  const { page, typist, ask } = window;
  const keys: number[] = [];
  const timings: number[] = [];
  const leaving: number[] = [];
  for (const [index, person] of people.entries()) {
    await window.goTo(`registration/${crypto.randomUUID()}`);
    await atStep(page, 'Identification');
    for (const { path, right, wrong } of FIELDS(person)) {
      const isWrong = index % 2 === 1 && wrong !== undefined;
      await page.locator(`[id="field:${path}"] input`).focus();
      await ask('takeKeyWaits');
      await ask('takeEventTimings');
      await page.keyboard.type(isWrong ? wrong : right, { delay: BETWEEN_KEYS_MS });
      keys.push(...(await ask('takeKeyWaits')));
      timings.push(...(await ask('takeEventTimings')));
      leaving.push(await leave(window, path, isWrong));
    }
    await typist.press('Alt+a');
    await page.getByRole('heading', { name: 'Accueil', level: 1 }).waitFor();
  }
  const unseen = Math.max(0, keys.length - timings.length);
  const byChromium = waitsOf('keystroke-event-timing', [
    ...timings,
    ...Array.from({ length: unseen }, () => 16),
  ]);
  return [...waitsOf('keystroke-to-paint', keys), ...byChromium, ...waitsOf('field-to-field', leaving)];
}

/** The next field has the keys, and what was wrong with this one is said. */
function leave({ waitFor, typist }: DeskWindow, path: string, isWrong: boolean): Promise<number> {
  const field = `[id="field:${path}"]`;
  return waitFor(() => typist.press('Tab'), {
    present: isWrong ? [{ selector: `${field} .field-error` }] : [],
    absent: [`${field} input:focus`],
  });
}
