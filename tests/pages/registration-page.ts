import type { Page } from 'playwright-core';
import type { Typist } from './typist.ts';

/** The tab of a step, when it is the one on screen and has the keys: whoever types sees the focus first. */
export async function atStep(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^\\d ${name}`), disabled: false })
    .and(page.locator('[aria-current=step]'))
    .waitFor();
  await page.locator('.step-body:focus, .step-body :focus').first().waitFor({ state: 'attached' });
}

/** The search screen, once its field has the keys. */
export async function openSearch(page: Page, typist: Typist): Promise<void> {
  await typist.press('F3');
  await page.getByRole('heading', { name: 'Candidat', exact: true }).waitFor();
  await page.locator('main input:focus').waitFor();
}

/** Search, then the seven steps, for a fictitious person; everything by keyboard. Ends on the read-back, not yet saved. */
export async function typeRegistration(page: Page, typist: Typist): Promise<void> {
  await beginRegistration(page, typist);
  await typeIdentification(page, typist);
  await typeCandidature(page, typist);
  await typeQualification(page, typist);
  await atStep(page, 'Acquis');
  await typist.press('Control+Enter');
  await typeExamPapers(page, typist);
  await atStep(page, 'Récapitulatif');
}

/** Nobody is found under the name: F2 begins a new registration. */
export async function beginRegistration(page: Page, typist: Typist): Promise<void> {
  await openSearch(page, typist);
  await typist.type('EXEMPLE');
  await page.getByText('Personne ne correspond à « EXEMPLE ».').waitFor();
  await typist.press('F2');
}

const CAMILLE = {
  birthName: 'EXEMPLE',
  givenNames: 'Camille Élodie',
  birthDate: '12041990',
  email: 'camille.exemple@example.org',
};

/** Somebody born in Nice; `person` says what else she is called, with her birth date as it is typed. */
export async function typeIdentification(
  page: Page,
  typist: Typist,
  person: Partial<typeof CAMILLE> = {},
): Promise<void> {
  const { birthName, givenNames, birthDate, email } = { ...CAMILLE, ...person };
  await atStep(page, 'Identification');
  // Civility: the second of two, then the fields in the order of the identity card.
  await typist.press('ArrowRight', 'Tab');
  await typist.fill(birthName, '', givenNames, birthDate, '');
  await typist.type('Nice');
  await chooseFromList(page, typist, /^Nice/);
  await typist.press('Tab', 'Tab');
  await typist.fill('12 rue de l’Exemple', '', '06000', 'Nice', '', '', email);
  await typist.press('Control+Enter');
}

async function typeCandidature(page: Page, typist: Typist): Promise<void> {
  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Space', 'Tab', 'ArrowDown');
  await chooseFromList(page, typist, 'Expérience professionnelle');
  await typist.press('Tab', 'Space', 'Control+Enter');
}

async function typeQualification(page: Page, typist: Typist): Promise<void> {
  await atStep(page, 'Qualification présentée');
  await typist.type('assistance gest');
  await chooseFromList(page, typist, /^Assistance à la gestion/);
  await typist.press('Tab', 'Space', 'Control+Enter');
}

/** Two languages, then EPS: fit, two of the national list. */
async function typeExamPapers(page: Page, typist: Typist): Promise<void> {
  await atStep(page, 'Épreuves');
  await page.getByRole('combobox').first().and(page.locator(':focus')).waitFor();
  await typist.type('an');
  await chooseFromList(page, typist, 'Anglais');
  await typist.press('Tab');
  await typist.type('e');
  await chooseFromList(page, typist, 'Espagnol');
  await typist.press('Tab', 'Tab', 'Space', 'Tab', 'Space', 'Control+Enter');
}

/** Goes down the open list to an option, and takes it. Waits for the field to have the keys again, as a person would. */
export async function chooseFromList(page: Page, typist: Typist, name: string | RegExp): Promise<void> {
  const option = page.getByRole('option', { name }).first();
  await option.waitFor();
  while ((await option.getAttribute('data-focused')) === null) await typist.press('ArrowDown');
  await typist.press('Enter');
  await option.waitFor({ state: 'detached' });
  await page.locator('.field :focus').waitFor();
}
