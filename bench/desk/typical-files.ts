import { atStep, chooseFromList, openSearch } from '../../tests/pages/registration-page.ts';
import { WRITTEN_PHONE } from '../../tests/builders/returned-stack.ts';
import type { InventedPerson } from '../register/invented-people.ts';
import type { ReturnedPage } from './prepare-station.ts';
import {
  beginFor,
  chooseCategory,
  chooseService,
  chooseSpecialty,
  saveAndPrint,
  typeMarks,
  type Clerk,
} from './type-answers.ts';

/** Somebody new for a CAP: a language and a sport to choose. */
export async function typeCap(clerk: Clerk, person: InventedPerson): Promise<void> {
  const { page, typist } = clerk;
  await beginFor(clerk, person);
  await chooseService(clerk, 'Certificat d’aptitude');
  await chooseCategory(clerk, 'Candidat individuel (libre)');
  await typist.press('Space', 'Control+Enter');
  await chooseSpecialty(clerk, 'patiss', /^Pâtissier/);
  await typist.press('Space', 'Control+Enter');
  await atStep(page, 'Acquis');
  await typist.press('Control+Enter');
  await atStep(page, 'Épreuves');
  await page.getByRole('combobox').first().and(page.locator(':focus')).waitFor();
  await typist.type('an');
  await chooseFromList(page, typist, 'Anglais');
  await typist.press('Tab', 'Tab', 'Space', 'Control+Enter');
  await saveAndPrint(clerk);
}

/** Somebody who failed the bac pro last year: found again, the marks of ten or more are kept. */
export async function typeRepeatedBacPro(clerk: Clerk, person: InventedPerson): Promise<void> {
  const { page, typist } = clerk;
  await openSearch(page, typist);
  await typist.type(`${person.birthName} ${person.givenNames.slice(0, 3)}`);
  await page.getByRole('row', { name: new RegExp(person.birthName) }).waitFor();
  await typist.press('Tab', 'Enter');
  await page.getByRole('heading', { level: 1, name: person.birthName }).waitFor();
  await typist.press('Alt+k');
  await page.getByText('N° candidat').first().waitFor();
  await typist.press('F2');
  await page.getByText(/^Session \d{4} non obtenue/).waitFor();
  await typist.press('Control+Enter');
  await atStep(page, 'Identification');
  await typist.press('Control+Enter');
  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Tab');
  await chooseCategory(clerk, 'Ex-scolaire');
  await typist.press('Space', 'Control+Enter');
  await atStep(page, 'Qualification présentée');
  await typist.press('Control+Enter');
  await typeMarks(clerk);
  await atStep(page, 'Épreuves');
  await typist.press('Tab', 'Space', 'Tab', 'Space', 'Control+Enter');
  await saveAndPrint(clerk);
}

/** Somebody who works, with an arrangement that was notified before, and asks it again. */
export async function typeBrevetWithArrangement(clerk: Clerk, person: InventedPerson): Promise<void> {
  const { page, typist } = clerk;
  await beginFor(clerk, person);
  await chooseService(clerk, 'Brevet professionnel');
  await chooseCategory(clerk, 'Formation continue');
  await typist.press('ArrowRight');
  await page.getByRole('radio', { name: 'Aménagement déjà notifié' }).waitFor();
  await typist.press('Tab', 'Space', 'Control+Enter');
  await chooseSpecialty(clerk, 'coiffure', /^Coiffure/);
  await typist.press('Space', 'Control+Enter');
  await atStep(page, 'Acquis');
  await typist.press('Control+Enter');
  await atStep(page, 'Épreuves');
  await typist.press('Control+Enter');
  await saveAndPrint(clerk);
}

/** The least that is asked: a CS whose épreuves leave nothing to choose. */
export async function typeLeast(clerk: Clerk, person: InventedPerson): Promise<void> {
  const { page, typist } = clerk;
  await beginFor(clerk, person);
  await chooseService(clerk, 'Certificat de spécialisation');
  await chooseCategory(clerk, 'Formation continue');
  await typist.press('Space', 'Control+Enter');
  await chooseSpecialty(clerk, 'coiffure', /^Coiffure/);
  await typist.press('Control+Enter');
  await atStep(page, 'Acquis');
  await typist.press('Control+Enter');
  await atStep(page, 'Épreuves');
  await typist.press('Control+Enter');
  await saveAndPrint(clerk);
}

/** A sheet that came back with its telephone corrected in red: read, typed, accepted, printed again. */
export async function amendFromRedPen({ page, typist }: Clerk, { jpeg }: ReturnedPage): Promise<void> {
  await typist.press('Alt+r');
  await page.getByRole('heading', { name: 'Retours', level: 1 }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'retour.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) });
  await page.locator('.stack-start :focus').waitFor();
  await typist.press('c');
  await page.locator('.decision input:focus').waitFor();
  await typist.type(WRITTEN_PHONE);
  await typist.press('Escape');
  await page.getByRole('button', { name: /^Accepter/, disabled: false }).waitFor();
  await typist.press('a');
  await page.getByRole('heading', { name: 'Une nouvelle version' }).waitFor();
  await typist.press('Control+p');
  await page.getByText('1 confirmation à l’imprimante.').waitFor();
}
