import type { Page } from 'playwright-core';
import {
  atStep,
  chooseFromList,
  openSearch,
  typeIdentification,
} from '../../tests/pages/registration-page.ts';
import type { Typist } from '../../tests/pages/typist.ts';
import type { InventedPerson } from '../register/invented-people.ts';

/** Steps of a file as a clerk types them, for the five files whose effort is counted. */
export interface Clerk {
  page: Page;
  typist: Typist;
}

/** A date as it is typed: figures alone. */
function typedDate(isoDate: string): string {
  return isoDate.split('-').reverse().join('');
}

/** Searched under her name, found nowhere; then her identity and how to reach her. */
export async function beginFor({ page, typist }: Clerk, person: InventedPerson): Promise<void> {
  await openSearch(page, typist);
  await typist.type(person.birthName);
  await page.locator('main:not(:has([aria-busy=true]))').waitFor();
  await typist.press('F2');
  await typeIdentification(page, typist, { ...person, birthDate: typedDate(person.birthDate) });
}

/** Down the open services to the one of this exam, and on to the field after. */
export async function chooseService({ page, typist }: Clerk, exam: string): Promise<void> {
  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Space');
  const chosen = page.locator('label[data-selected]', { hasText: exam });
  for (let tries = 0; (await chosen.count()) === 0; tries += 1) {
    if (tries > 20) throw new Error(`no open service is called ${exam}`);
    await typist.press('ArrowDown');
  }
  await typist.press('Tab');
}

export async function chooseCategory({ page, typist }: Clerk, category: string): Promise<void> {
  await typist.press('ArrowDown');
  await chooseFromList(page, typist, category);
  await typist.press('Tab');
}

/** Its first words, then what is found. Ends in the field after. */
export async function chooseSpecialty({ page, typist }: Clerk, words: string, label: RegExp): Promise<void> {
  await atStep(page, 'Qualification présentée');
  await typist.type(words);
  await chooseFromList(page, typist, label);
  await typist.press('Tab');
}

/** The form goes to the next mark that is missing, until there is none. */
export async function typeMarks({ page, typist }: Clerk): Promise<void> {
  await atStep(page, 'Acquis');
  const next = page.getByLabel(/^Note de/).and(page.locator(':focus'));
  const papers = page.locator('[aria-current=step]', { hasText: 'Épreuves' });
  let last = '';
  for (;;) {
    await typist.press('Control+Enter');
    await next.or(papers).first().waitFor();
    if ((await papers.count()) > 0) return;
    const label = (await next.getAttribute('id')) ?? '';
    if (label === last) throw new Error('the same mark is asked for again');
    last = label;
    await typist.type('12,5');
  }
}

/** Read back, saved, printed and told to be so. */
export async function saveAndPrint({ page, typist }: Clerk): Promise<void> {
  await atStep(page, 'Récapitulatif');
  await page.locator('main:not(:has(.loading))').waitFor();
  await typist.press('Control+s');
  await page.locator('.number-large').waitFor();
  await typist.press('Control+p');
  await page.getByText(/^(Envoyé à|Impression en cours sur|Imprimé sur) /).waitFor();
}
