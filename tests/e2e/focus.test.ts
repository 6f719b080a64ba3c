import { describe, expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation } from '../builders/sync-station.ts';
import { act, actInRow, expectKeysAt, sayWhy } from '../pages/keys-at.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';

const postgres = usePostgres();
const LOCALITY = 'identification.locality';

describe('after an act that takes away what had the keys, they go', () => {
  it('in Lots, to what is to be done next: send, write another batch, decide the next disagreement', async () => {
    const central = await aCentral(postgres, { training: true });
    const other = aSyncStation({ training: true, block: '6200' });
    await other.enrolAt(central);
    const window = await aReadyWindow();
    const { page, call, complaints } = window;
    const { number } = await aSavedRegistration(window);
    await page.keyboard.press('Alt+l');
    await page.getByLabel('Adresse du serveur').fill(central.url);
    await page.getByLabel('Code de rattachement').fill(await central.code());
    await act(page, 'Rattacher');
    await page.getByRole('button', { name: 'Rattacher' }).waitFor({ state: 'detached' });
    await expectKeysAt(page, 'button: Envoyer');
    await page.keyboard.press('Enter');
    await page.getByText('Envoi terminé.').waitFor();
    await expectKeysAt(page, 'button: Envoyer');

    await call('registrations.amend', { number, changes: { [LOCALITY]: 'Antibes' } });
    await page.getByLabel('Dossier ou clé').fill(aFolder());
    await act(page, 'Écrire un lot');
    await page.getByText(/^Lot écrit et relu/).waitFor();
    await expectKeysAt(page, 'input: Dossier ou clé');

    await other.sync();
    other.amend(number, { [LOCALITY]: 'Cannes' });
    await other.sync();
    await call('registrations.amend', { number, changes: { [LOCALITY]: 'Menton' } });
    await page.keyboard.press('Control+Enter');
    const cards = page.getByRole('region', { name: /Désaccord entre guichets/ });
    await cards.nth(1).waitFor();
    for (const place of ['section: Désaccord entre guichets', 'section: Par clé USB']) {
      await cards.first().getByRole('radio', { name: 'Prendre la proposition' }).press('Space');
      const left = (await cards.count()) - 1;
      await act(page, /^Trancher pour/);
      await sayWhy(page, 'Vu avec le candidat');
      await expect.poll(() => cards.count()).toBe(left);
      await expectKeysAt(page, place);
    }
    expect(complaints).toEqual([]);
  });

  it('in Impressions and on the home screen, to the row that follows, then to what is left around the list', async () => {
    const window = await aReadyWindow();
    const { page, call, complaints } = window;
    const { number } = await aSavedRegistration(window);
    await call('confirmations.print', { number });
    await page.keyboard.press('F9');
    const print = page.getByRole('row', { name: /^Confirmation/ });
    await print.getByText('Imprimée').waitFor();
    await print.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expectKeysAt(page, 'row: Confirmation');
    await page.keyboard.press('Enter');
    await act(page, /^Imprimer$/);
    await page.getByText(/envoyé à nouveau/).waitFor();
    await expectKeysAt(page, 'row: Confirmation');
    await actInRow(page, 'Impressions', /^Retirer/);
    await print.waitFor({ state: 'detached' });
    await expectKeysAt(page, 'main: Impressions');

    await call('drafts.save', { answers: anAnswer(), step: 3 });
    await call('drafts.save', { answers: anAnswer({ 'identification.birthName': 'SECOND' }), step: 3 });
    await page.keyboard.press('Alt+a');
    const drafts = page.getByRole('button', { name: /^Jeter le brouillon/ });
    await drafts.nth(1).waitFor();
    for (const place of ['row:', 'section: Brouillons']) {
      const left = (await drafts.count()) - 1;
      await actInRow(page, 'Brouillons', /^Jeter/);
      await expect.poll(() => drafts.count()).toBe(left);
      await expectKeysAt(page, place);
    }
    await act(page, 'Défaire');
    await page.getByText('Défait.').waitFor();
    await expectKeysAt(page, 'section: Brouillons');
    for (const keys of ['F1', 'Control+k', '?']) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expectKeysAt(page, 'section: Brouillons');
    }
    expect(complaints).toEqual([]);
  });

  it('in Listes, to the beginning of the list', async () => {
    const window = await aReadyWindow();
    const { page, call, complaints } = window;
    await aSavedRegistration(window);
    await call('views.save', { name: 'Les CAP', filters: { exams: ['cap'] } });
    await page.keyboard.press('Alt+s');
    await act(page, /Vue enregistrée/);
    await page.getByRole('option', { name: 'Les CAP' }).press('Enter');
    await act(page, 'Supprimer la vue');
    await page.getByText('Vue « Les CAP » supprimée.').waitFor();
    await expectKeysAt(page, 'main: Listes');
    await act(page, /^Effacer le filtre/);
    await expectKeysAt(page, 'main: Listes');
    await page.getByLabel('Nom ou numéro').fill('zzyzx');
    await page.getByLabel('Nom ou numéro').press('Enter');
    await act(page, 'Effacer les filtres');
    await page.getByText('Aucune inscription ne répond').waitFor({ state: 'detached' });
    await expectKeysAt(page, 'main: Listes');
    expect(complaints).toEqual([]);
  });

  it('in Administration, to the form that goes on, or to the list that was acted on', async () => {
    const window = await aReadyWindow();
    const { page, complaints } = window;
    const { number } = await aSavedRegistration(window);
    const tab = async (name: string) => {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByRole('tabpanel', { name, exact: true }).waitFor();
    };
    await page.keyboard.press('Alt+u');
    await tab('Conservation');
    await page.getByLabel('Années d’usage courant').fill('3');
    await act(page, /^Enregistrer les durées/);
    await page.getByRole('grid', { name: 'Changements des durées' }).waitFor();
    await expectKeysAt(page, 'section: Durées');

    await tab('Litiges');
    await page.getByLabel('N° inscription').fill(number);
    await page.getByLabel('Motif').fill('Recours gracieux');
    await act(page, /^Conserver/);
    await page.getByText('Dossier conservé pour litige.').waitFor();
    await expectKeysAt(page, 'input: N° inscription');
    await actInRow(page, 'Dossiers conservés pour litige', /^Mettre fin/);
    await sayWhy(page, 'Jugement rendu');
    await page.getByText('Aucun dossier n’est conservé pour litige.').waitFor();
    await expectKeysAt(page, 'section: Dossiers conservés pour litige');

    await tab('Sauvegarde');
    await page.getByLabel('Heures entre deux copies').fill('7');
    await act(page, 'Régler');
    await page.getByText('Rythme des copies réglé.').waitFor();
    await expectKeysAt(page, /(input: Heures entre deux copies|section: Vérifier et copier)/);

    await tab('Agents');
    await page.getByLabel('Nom', { exact: true }).fill('Dominique Témoin');
    await page.getByLabel('Identifiant').fill('dominique.temoin');
    await act(page, /^Ajouter/);
    await act(page, 'C’est noté');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectKeysAt(page, 'input: Nom');
    await page.getByRole('row', { name: /Dominique/ }).focus();
    await act(page, 'Désactiver Dominique Témoin');
    await page.getByRole('button', { name: 'Réactiver Dominique Témoin' }).waitFor();
    await expectKeysAt(page, 'row: Dominique Témoin');
    expect(complaints).toEqual([]);
  });
});
