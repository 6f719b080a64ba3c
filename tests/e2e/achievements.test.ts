import { expect, it } from 'vitest';
import { atStep, beginRegistration, chooseFromList, typeIdentification } from '../pages/registration-page.ts';
import { aReadyWindow, type ReadyWindow } from '../pages/ready-window.ts';
import { aTypist, type Typist } from '../pages/typist.ts';

async function savedRegistration({ page, call }: ReadyWindow, typist: Typist) {
  await page.getByText('Pas encore enregistrée').waitFor();
  await typist.press('Control+s');
  const shown = await page.locator('.number-large').textContent();
  return call('registrations.get', { number: shown ?? '' });
}

it('a clerk enters a DMA and a notified arrangement by keyboard: the exemptions come by themselves, one is given up', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  const typist = aTypist(page);
  await beginRegistration(page, typist);
  await typeIdentification(page, typist);

  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Space', 'Tab', 'ArrowDown');
  await chooseFromList(page, typist, 'Formation continue');
  await typist.press('Tab', 'ArrowRight');
  await page.getByRole('radio', { name: 'Aménagement déjà notifié' }).waitFor();
  await typist.press('Tab', 'Space', 'Control+Enter');

  await atStep(page, 'Qualification présentée');
  await typist.type('accompagnement soins');
  await chooseFromList(page, typist, /^Accompagnement soins et services/);
  await typist.press('Tab', 'Space', 'Control+Enter');

  await atStep(page, 'Acquis');
  await typist.press('Alt+n');
  await page
    .getByRole('button', { name: /Type d’acquis/ })
    .and(page.locator(':focus'))
    .waitFor();
  await typist.press('ArrowDown');
  await chooseFromList(page, typist, 'Autre spécialité ou autre diplôme obtenu');
  await typist.press('Tab', 'ArrowDown');
  await chooseFromList(page, typist, /DMA/);
  await page.getByText('décochez ce que le candidat veut passer').waitFor();
  await typist.press('Tab', 'Tab');
  await typist.fill('2017');
  await typist.press('ArrowDown');
  await chooseFromList(page, typist, 'Corse');
  await typist.press('Tab', 'Tab', 'Space', 'Control+Enter');

  await atStep(page, 'Épreuves');
  const asks = await page.getByRole('combobox').count();
  await typist.press('Control+Enter');
  await atStep(page, 'Récapitulatif');
  const registration = await savedRegistration(window, typist);

  expect({
    asks,
    exempt: registration.examPapers.filter(({ state }) => state === 'exempt').map(({ code }) => code),
    french: registration.examPapers.find(({ code }) => code === 'E5-A')?.state,
    disability: registration.answers.candidature.disabilityRequest,
    pieces: registration.pieces.map(({ id }) => id).filter((id) => /arrangement|achievement/.test(id)),
  }).toEqual({
    asks: 0,
    exempt: ['E4', 'E5-B', 'E6', 'E7'],
    french: 'toSit',
    disability: 'existing',
    pieces: ['arrangementDecision', 'achievement-dma-2017-27'],
  });
});

it('a minor is registered for a CAP in progressive form by keyboard, and is told what to show', async () => {
  const window = await aReadyWindow();
  const { page } = window;
  const typist = aTypist(page);
  await beginRegistration(page, typist);
  await typeIdentification(page, typist, { birthDate: '01012010' });

  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Space', 'ArrowDown', 'ArrowDown', 'Tab', 'ArrowDown');
  await chooseFromList(page, typist, 'Enseignement à distance');
  await typist.press('Tab', 'Space', 'Control+Enter');

  await atStep(page, 'Qualification présentée');
  await typist.type('patissier');
  await chooseFromList(page, typist, /^Pâtissier/);
  await typist.press('Tab', 'ArrowRight', 'Control+Enter');

  await atStep(page, 'Acquis');
  await typist.press('Control+Enter');
  await atStep(page, 'Épreuves');
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
  await typist.fill('Anglais');
  await typist.press('Tab', 'Space', 'Control+Enter');

  await atStep(page, 'Récapitulatif');
  await page
    .getByText('une inscription dans un établissement ou un organisme de formation est à justifier')
    .waitFor();
  const { answers, examPapers } = await savedRegistration(window, typist);

  expect({
    exam: answers.candidature.exam,
    form: answers.qualification.form,
    chosen: examPapers.flatMap(({ code, language, choice }) =>
      (language ?? choice) ? [`${code} ${language ?? choice}`] : [],
    ),
  }).toEqual({ exam: 'cap', form: 'progressive', chosen: ['EG3 Demi-fond', 'EG5 Anglais'] });
});
