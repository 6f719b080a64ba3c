import { describe, expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aCampaign } from '../builders/campaign.ts';
import { PASSPHRASE } from '../builders/station.ts';
import { act, expectKeysAt, sayWhy } from '../pages/keys-at.ts';
import { aReadyWindow, aSavedRegistration, type ReadyWindow } from '../pages/ready-window.ts';
import { atStep } from '../pages/registration-page.ts';

/** Two files of November, whose confirmations are due by 7 December; it is the 12th. */
async function twoOverdueFiles(window: ReadyWindow): Promise<void> {
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
  const held = { 'candidature.campaignId': campaign.id };
  await aSavedRegistration(window, held);
  await aSavedRegistration(window, {
    ...held,
    'identification.birthName': 'SECOND',
    'identification.email': 'second.exemple@example.org',
  });
  window.clock.set('2026-12-12T10:00:00Z');
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Accueil' }).waitFor();
}

/** A draft of somebody from elsewhere, who is known already; its address. */
async function aDraft({ call, page }: ReadyWindow, step: number): Promise<void> {
  const id = '5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a11';
  const campaign = aCampaign({ id: 'essai-nice-2027', academyCode: '23', residence: 'required' });
  await call('campaigns.import', { content: JSON.stringify(campaign) });
  const answers = anAnswer({
    'candidature.campaignId': campaign.id,
    'identification.postcode': '13001',
    'identification.locality': 'Marseille',
  });
  await call('drafts.save', { id, answers, step });
  await page.goto(new URL(`#/registration/${id}`, page.url()).href);
}

describe('after an act on a file that takes away what had the keys, they stay near it', () => {
  it('when it ends, when a dialog of it is left, when the tour is left and when the station was locked', async () => {
    const window = await aReadyWindow();
    const { page, complaints } = window;
    const { number } = await aSavedRegistration(window);
    await page.goto(new URL(`#/dossier/${number}`, page.url()).href);
    await act(page, /^Désinscrire/);
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await expectKeysAt(page, 'button: Désinscrire');
    await act(page, /^Désinscrire/);
    await sayWhy(page, 'Renonce');
    await page.getByText('Candidature désinscrite.').waitFor();
    await expectKeysAt(page, 'main: TÉMOIN Dominique');

    await page.keyboard.press('Alt+q');
    await page.locator('.tour-card :focus').waitFor();
    await page.keyboard.press('Escape');
    await expectKeysAt(page, 'input: Nom et prénom, date de naissance');
    await page.keyboard.press('Alt+v');
    await expectKeysAt(page, 'input: Phrase de passe');
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expectKeysAt(page, 'input: Nom et prénom, date de naissance');
    expect(complaints).toEqual([]);
  });

  it('when files are cancelled, and when those who are to be told are written to', async () => {
    const window = await aReadyWindow();
    const { page, complaints } = window;
    await twoOverdueFiles(window);
    await page.keyboard.press('F6');
    await page.getByRole('tab', { name: 'À annuler (2)' }).click();
    await page.getByRole('checkbox', { name: 'TÉMOIN Dominique' }).press('Space');
    await act(page, /^Annuler 1/);
    await sayWhy(page, 'Aucun retour à la date limite');
    await page.getByRole('tab', { name: 'À annuler (1)' }).waitFor();
    await expectKeysAt(page, 'tabpanel: À annuler (1)');

    await act(page, /^Établir sa lettre/);
    await act(page, /^Établir la lettre/);
    await page.getByText('1 lettre établie et archivée.').waitFor();
    await expectKeysAt(page, 'button: Fermer');
    await page.keyboard.press('Escape');
    await expectKeysAt(page, 'button: Établir sa lettre');

    await page.getByRole('checkbox', { name: 'SECOND Dominique' }).press('Space');
    await page.keyboard.press('Alt+e');
    await sayWhy(page, 'Aucun retour à la date limite');
    await page.getByRole('tab', { name: 'À annuler (0)' }).waitFor();
    await expectKeysAt(page, 'tabpanel: À annuler (0)');
    expect(complaints).toEqual([]);
  });

  it('when the answers of a known person are taken up, and given back', async () => {
    const window = await aReadyWindow();
    const { page, complaints } = window;
    await aSavedRegistration(window);
    await aDraft(window, 1);
    await act(page, 'C’est la même personne');
    await page.getByRole('button', { name: /^Reprendre ces réponses/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Inscription du candidat/).waitFor();
    await expectKeysAt(page, 'group: 1 Identification');
    await act(page, 'Ce n’est pas cette personne');
    await page.getByText('Cette personne est peut-être déjà connue').waitFor();
    await expectKeysAt(page, 'group: 1 Identification');
    expect(complaints).toEqual([]);
  });

  it('when an achievement is taken out, and when a rule is set aside and put back', async () => {
    const window = await aReadyWindow();
    const { page, complaints } = window;
    await aDraft(window, 4);
    await atStep(page, 'Acquis');
    await page.keyboard.press('Alt+n');
    await act(page, 'Retirer cet acquis');
    await page.getByText('Aucun acquis déclaré.').waitFor();
    await expectKeysAt(page, 'group: 4 Acquis');

    await page.getByRole('button', { name: /^6 Récapitulatif/ }).press('Enter');
    await page.getByLabel('Motif pour lever la règle').fill('Déménagement en cours');
    await act(page, 'Lever la règle');
    await page.getByText(/^Règle levée/).waitFor();
    await expectKeysAt(page, 'section: Règles qui peuvent être levées');
    await act(page, 'Rétablir la règle');
    await page.getByLabel('Motif pour lever la règle').waitFor();
    await expectKeysAt(page, 'section: Règles qui peuvent être levées');
    expect(complaints).toEqual([]);
  });
});
