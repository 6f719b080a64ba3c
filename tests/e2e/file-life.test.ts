import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { aCampaign } from '../builders/campaign.ts';
import { aReadyWindow, aSavedRegistration, type ReadyWindow } from '../pages/ready-window.ts';
import { atStep, chooseFromList, openSearch } from '../pages/registration-page.ts';
import { aTypist, type Typist } from '../pages/typist.ts';

async function openFile(page: Page, typist: Typist): Promise<void> {
  await openSearch(page, typist);
  await typist.type('temoin');
  await page.getByRole('row', { name: /TÉMOIN Dominique/ }).waitFor();
  await typist.press('Tab', 'Enter');
  await page.getByRole('heading', { name: 'TÉMOIN Dominique' }).waitFor();
}

/** Registered on 20 November under a campaign that closes on the 30th; confirmations are due by 7 December. */
async function aFileOfNovember(window: ReadyWindow) {
  const campaign = aCampaign({
    windows: [
      {
        exams: ['cap'],
        opensAt: '2026-11-01',
        closesAt: '2026-11-30T17:00',
        confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
      },
    ],
  });
  await window.call('campaigns.import', { content: JSON.stringify(campaign) });
  return aSavedRegistration(window, { 'candidature.campaignId': campaign.id });
}

it('a candidate withdraws at the counter and is registered anew, by keyboard, under another number', async () => {
  const window = await aReadyWindow();
  const { page, call, complaints } = window;
  // A specialty whose épreuves are not listed: nothing to choose again there.
  const { number } = await aSavedRegistration(window, { 'qualification.specialtyCode': '50023223S' });
  const typist = aTypist(page);
  await openFile(page, typist);
  await typist.press('Alt+e');
  await page.getByRole('alertdialog').locator('textarea:focus').waitFor();
  await typist.type('Renonce au CAP');
  await typist.press('Control+Enter');
  await page.getByText('Candidature désinscrite.').waitFor();
  await page.getByText('Motif : Renonce au CAP.').waitFor();

  await typist.press('Alt+k');
  await page.getByText('N° candidat').first().waitFor();
  await typist.press('F2');
  await page.getByRole('heading', { name: 'Réinscription : ce qui sera repris' }).waitFor();
  await typist.press('Control+Enter');
  await atStep(page, 'Identification');
  await typist.press('Control+Enter');
  await atStep(page, 'Infos candidature');
  await page.locator('[role=radiogroup] :focus').waitFor({ state: 'attached' });
  await typist.press('Tab', 'ArrowDown');
  await chooseFromList(page, typist, 'Candidat individuel (libre)');
  await typist.press('Tab', 'Space', 'Control+Enter');
  for (const step of ['Qualification présentée', 'Acquis', 'Épreuves']) {
    await atStep(page, step);
    await typist.press('Control+Enter');
  }
  await atStep(page, 'Récapitulatif');
  await page.getByText('Pas encore enregistrée').waitFor();
  await typist.press('Control+s');
  await page.locator('.number-large').waitFor();

  const withdrawn = await call('registrations.get', { number });
  const found = await call('registrations.search', { query: 'temoin' });
  expect({
    withdrawn: [withdrawn.status, withdrawn.statusReason],
    statuses: found.map(({ status }) => status).sort(),
    numbers: new Set(found.map(({ registrationNumber }) => registrationNumber)).size,
    candidates: new Set(found.map(({ candidateNumber }) => candidateNumber)).size,
    complaints,
  }).toEqual({
    withdrawn: ['withdrawn', 'Renonce au CAP'],
    statuses: ['awaitingReturn', 'withdrawn'],
    numbers: 2,
    candidates: 1,
    complaints: [],
  });
});

it('a letter that comes late with a good postmark is in time, and the next one needs its number only', async () => {
  const window = await aReadyWindow();
  const { page, call, clock, complaints } = window;
  const { number } = await aFileOfNovember(window);
  clock.set('2026-12-12T10:00:00Z');
  await page.reload();
  const typist = aTypist(page);
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await typist.press('F6');
  await page.getByLabel('N° d’inscription, ou code lu').and(page.locator(':focus')).waitFor();
  await page.getByRole('tab', { name: 'À annuler (1)' }).waitFor();
  await typist.type(number);
  await typist.press('Enter');
  await page.getByLabel('Cachet de la poste').and(page.locator(':focus')).waitFor();
  await typist.type('07122026');
  await typist.press('Enter');
  await page.getByText('TÉMOIN Dominique : dans les délais.').waitFor();
  await page.getByLabel('N° d’inscription, ou code lu').and(page.locator(':focus')).waitFor();
  await page.getByRole('tab', { name: 'À annuler (0)' }).waitFor();

  const [kept] = await call('returns.ofFile', { number });
  expect({
    kept: [kept?.modality, kept?.postmarkedOn, kept?.receivedOn, kept?.verdict],
    status: (await call('registrations.get', { number })).status,
    postmark: await page.getByLabel('Cachet de la poste').inputValue(),
    strokes: typist.strokes(),
    complaints,
  }).toEqual({
    kept: ['post', '2026-12-07', '2026-12-12', 'onTime'],
    status: 'returned',
    postmark: '07/12/2026',
    // F6, fifteen figures, Enter, eight figures, Enter.
    strokes: 26,
    complaints: [],
  });
});

it('deposited pieces are controlled one after the other by their letters, until the file is complete', async () => {
  const window = await aReadyWindow();
  const { page, call, complaints } = window;
  const { number } = await aSavedRegistration(window);
  await call('pieces.set', { number, pieceId: 'identityDocument', state: 'deposited' });
  const receivedOn = '2026-11-20';
  await call('returns.record', { number, modality: 'counter', receivedOn, signed: true, dated: true });
  const typist = aTypist(page);
  await typist.press('F4');
  const current = page.getByRole('row', { selected: true });
  await current.getByText('Déposée').waitFor();
  await typist.press('n');
  await page.getByRole('dialog').locator('textarea:focus').waitFor();
  await typist.type('Illisible');
  await typist.press('Control+Enter');
  await current.getByText('Non conforme').waitFor();
  await page.getByText('Aucune pièce déposée n’attend un contrôle.').waitFor();
  await typist.press('c');
  await current.getByText('Conforme', { exact: true }).waitFor();
  await page.getByText('Dossier complet').waitFor();

  const { status, events } = await call('registrations.get', { number });
  expect({ status, events: events.map(({ kind }) => kind), complaints }).toEqual({
    status: 'complete',
    events: ['pieceSet', 'returnRecorded', 'pieceSet', 'pieceSet'],
    complaints: [],
  });
});

it('a person cancels the files she ticks, and only those', async () => {
  const window = await aReadyWindow();
  const { page, call, clock } = window;
  const { number } = await aFileOfNovember(window);
  clock.set('2026-12-12T10:00:00Z');
  await page.reload();
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  const typist = aTypist(page);
  await typist.press('F6');
  await page.getByRole('tab', { name: 'À annuler (1)' }).click();
  await page.getByRole('checkbox', { name: 'TÉMOIN Dominique' }).focus();
  await typist.press('Space', 'Alt+e');
  await page.getByRole('alertdialog').locator('textarea:focus').waitFor();
  await typist.type('Aucun retour à la date limite');
  await typist.press('Control+Enter');
  await page.getByText('1 candidature annulée.').waitFor();
  await page.getByText('Aucune échéance de retour n’est passée sans retour.').waitFor();

  const { status, statusReason } = await call('registrations.get', { number });
  expect([status, statusReason]).toEqual(['cancelled', 'Aucun retour à la date limite']);
});

it('those who are reminded, then those who are cancelled, are written to at once', async () => {
  const window = await aReadyWindow();
  const { page, call, clock, printed, complaints } = window;
  const { number } = await aFileOfNovember(window);
  clock.set('2026-12-12T10:00:00Z');
  await page.reload();
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  const typist = aTypist(page);
  const writeAndPrint = async () => {
    await page.getByRole('dialog').waitFor();
    await typist.press('Control+Enter');
    await page.getByText('1 lettre établie et archivée.').waitFor();
    await page.getByRole('button', { name: /Imprimer les lettres/ }).waitFor();
    await typist.press('Control+p');
    await page.getByText('Imprimé sur essai.').waitFor();
    await typist.press('Escape');
  };
  await typist.press('F6');
  await page.getByRole('tab', { name: 'À annuler (1)' }).click();
  await page.getByRole('checkbox', { name: 'TÉMOIN Dominique' }).focus();
  await typist.press('Space', 'Alt+l');
  // The notice of this campaign sends no reminder: whoever heads the bureau says why she does.
  await page.getByLabel('Motif, là où la notice n’envoie pas de relance').fill('Grève de la poste');
  await writeAndPrint();
  await typist.press('Alt+e');
  await page.getByRole('alertdialog').locator('textarea:focus').waitFor();
  await typist.type('Aucun retour à la date limite');
  await typist.press('Control+Enter');
  await page.getByText('1 candidat à prévenir').waitFor();
  await typist.press('Alt+o');
  await writeAndPrint();

  const { letters } = await call('letters.list', { number });
  expect([letters.map(({ kind }) => kind), printed, complaints]).toEqual([
    ['cancellation', 'reminder'],
    ['Relance (1)', 'Annulation (1)'],
    [],
  ]);
});
