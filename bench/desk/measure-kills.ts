import { SeededRandom } from '#simulator/seeded-random.ts';
import type { Figure } from '../figures.ts';
import { atStep } from '../../tests/pages/registration-page.ts';
import type { InventedPerson } from '../register/invented-people.ts';
import { openWindow, unlock, type DeskWindow } from './desk-window.ts';
import type { DeskProgram } from './desk-program.ts';

/** Without a pause: the draft that waits for one would lose them all. */
const BETWEEN_KEYS_MS = 60;

/** Of the first step, in the order of Tab. */
const FIELDS = [
  ['birthName', (person: InventedPerson) => person.birthName],
  ['usageName', () => 'FICTIVE'],
  ['givenNames', (person: InventedPerson) => person.givenNames],
  ['birthDate', () => '12/04/1990'],
] as const;

/** Killed while somebody types, at a moment of chance: how many of the fields she had begun are not as she left them. */
export async function measureKills(
  start: () => Promise<DeskProgram>,
  people: readonly InventedPerson[],
): Promise<Figure[]> {
  const random = new SeededRandom('desk/kills');
  const lost: number[] = [];
  for (const person of people) lost.push(await killedWhile(start, person, random));
  return [
    { name: 'fields-lost-after-kill-most', value: Math.max(...lost), unit: 'fields', n: lost.length },
    {
      name: 'fields-lost-after-kill-mean',
      value: lost.reduce((sum, one) => sum + one, 0) / lost.length,
      unit: 'fields',
      n: lost.length,
    },
  ];
}

async function killedWhile(
  start: () => Promise<DeskProgram>,
  person: InventedPerson,
  random: SeededRandom,
): Promise<number> {
  const texts = FIELDS.map(([, text]) => text(person));
  const strokes = random.integer(1, texts.join('').length);
  const draft = `registration/${crypto.randomUUID()}`;
  const program = await start();
  const window = await openWindow(program.url);
  await unlock(window);
  await window.goTo(draft);
  await atStep(window.page, 'Identification');
  await window.typist.press('ArrowRight', 'Tab');
  const typed = await typeSome(window, texts, strokes);
  await program.kill();
  await window.close();

  const again = await start();
  const after = await openWindow(again.url);
  await unlock(after);
  await after.goTo(draft);
  await atStep(after.page, 'Identification');
  const kept = await Promise.all(
    FIELDS.map(([name]) => after.page.locator(`[id="field:identification.${name}"] input`).inputValue()),
  );
  await after.close();
  await again.end();
  return typed.filter((text, index) => text !== kept[index]).length;
}

/** So many letters, with Tab between the fields; what each field held when the keys stopped. */
async function typeSome({ page }: DeskWindow, texts: readonly string[], strokes: number): Promise<string[]> {
  const typed: string[] = [];
  let left = strokes;
  for (const text of texts) {
    const part = text.slice(0, left);
    if (part === '') break;
    await page.keyboard.type(part, { delay: BETWEEN_KEYS_MS });
    typed.push(part);
    left -= part.length;
    if (left > 0) await page.keyboard.press('Tab');
  }
  return typed;
}
