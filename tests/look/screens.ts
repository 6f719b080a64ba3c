import type { Page } from 'playwright-core';
import type { ShownWork } from './fill-station.ts';

export interface ShownScreen {
  /** Of its picture. */
  name: string;
  route: string;
  heading: string | RegExp;
  /** From there to what is looked at. */
  act?: (page: Page) => Promise<void>;
}

const step = (title: string) => async (page: Page) => {
  await page.getByRole('button', { name: new RegExp(`^\\d ${title}`) }).click();
  await page.locator('[aria-current=step]', { hasText: title }).waitFor();
};
const tab = (title: string | RegExp) => async (page: Page) => {
  await page.getByRole('tab', { name: title }).click();
  await page.getByRole('tabpanel', { name: title }).waitFor();
};

const ADMINISTRATION = [
  ['retention', 'Conservation'],
  ['disposal', 'Élimination'],
  ['holds', 'Litiges'],
  ['access', 'Droit d’accès'],
  ['printer', 'Imprimante'],
  ['safekeeping', 'Sauvegarde'],
  ['clerks', 'Agents'],
  ['keys', 'Clés'],
  ['passphrase', 'Ma phrase de passe'],
] as const;

/**
 * Every screen as a clerk meets it, in one walk over one station. Not the scanners of the machine, nor the
 * audit log: screens ask several things at once, and the order of their lines is a matter of chance.
 */
export function screensOf({ number, candidateNumber, draftId, stackId, pageId }: ShownWork): ShownScreen[] {
  const draft = { route: `registration/${draftId}`, heading: /^Nouvelle inscription/ };
  const dossier = { route: `dossier/${number}`, heading: 'EXEMPLE Camille Élodie' };
  return [
    { name: 'home', route: 'home', heading: 'Accueil' },
    { name: 'search', route: 'search', heading: 'Candidat' },
    { name: 'search-found', route: 'search', heading: 'Candidat', act: search('temoin') },
    { name: 'search-nobody', route: 'search', heading: 'Candidat', act: search('zzyzx') },
    { ...draft, name: 'registration-1-identification', act: step('Identification') },
    { ...draft, name: 'registration-2-candidature', act: step('Infos candidature') },
    { ...draft, name: 'registration-3-qualification', act: step('Qualification présentée') },
    { ...draft, name: 'registration-4-achievements', act: step('Acquis') },
    { ...draft, name: 'registration-5-papers', act: step('Épreuves') },
    { ...draft, name: 'registration-6-summary', act: step('Récapitulatif') },
    {
      name: 'registration-problems',
      route: 'registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a12',
      heading: 'Nouvelle inscription',
      async act(page) {
        await page.keyboard.press('Control+Enter');
        await page.getByText(/réponses sont à corriger/).waitFor();
      },
    },
    { name: 'registration-7-numbers', route: `numbers/${number}`, heading: 'EXEMPLE Camille Élodie' },
    { ...dossier, name: 'dossier' },
    { ...dossier, name: 'dossier-pieces', act: tab(/^Pièces/) },
    { ...dossier, name: 'dossier-letters', act: tab('Lettres') },
    { ...dossier, name: 'dossier-portal', act: tab('Portail') },
    { ...dossier, name: 'dossier-history', act: tab(/^Historique/) },
    { name: 'correction', route: `correction/${number}`, heading: /^Corriger l’identité/ },
    { name: 'amendment', route: `amendment/${number}`, heading: /^Modifier/ },
    { name: 'candidate', route: `candidate/${candidateNumber}`, heading: 'EXEMPLE Camille Élodie' },
    { name: 'returns', route: 'returns', heading: 'Retours' },
    { name: 'returns-stack', route: `returns/${stackId}`, heading: 'Retours' },
    {
      name: 'returns-page',
      route: `returns/${stackId}/${pageId}`,
      heading: 'Retours',
      act: (page) => page.locator('.decision input:focus').waitFor(),
    },
    { name: 'pieces', route: 'pieces', heading: 'Pièces' },
    { name: 'pieces-of-file', route: `pieces/${number}`, heading: 'Pièces' },
    { name: 'mail', route: 'mail', heading: 'Courrier' },
    { name: 'portfolios', route: 'portfolios', heading: 'Bordereaux' },
    { name: 'portfolio', route: 'portfolios/training-2027/soins', heading: /^Filière soins/ },
    { name: 'prints', route: 'prints', heading: 'Impressions' },
    { name: 'sync', route: 'sync', heading: 'Lots' },
    { name: 'lists', route: 'lists', heading: 'Listes' },
    { name: 'figures', route: 'figures', heading: 'Tableau de bord' },
    { name: 'campaigns', route: 'campaigns', heading: 'Campagnes' },
    { name: 'campaign', route: 'campaigns/training-2027', heading: /^Entraînement/ },
    { name: 'reference', route: 'reference', heading: 'Référentiel' },
    ...ADMINISTRATION.map(([name, title]) => ({
      name: `administration-${name}`,
      route: 'administration',
      heading: 'Administration',
      act: tab(title),
    })),
    { name: 'palette', route: 'home', heading: 'Accueil', act: dialog('Control+k') },
    { name: 'keys', route: 'home', heading: 'Accueil', act: dialog('?') },
  ];
}

function search(typed: string) {
  return async (page: Page) => {
    await page.getByRole('searchbox').fill(typed);
    await page.locator('main:not(:has([aria-busy=true]))').waitFor();
    await page.getByText('Inscriptions trouvées').waitFor();
  };
}

function dialog(keys: string) {
  return async (page: Page) => {
    await page.keyboard.press(keys);
    await page.getByRole('dialog').waitFor();
  };
}
