import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../pages/axe.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';

function addressOf(page: Page, route: string): string {
  return new URL(`#/${route}`, page.url()).href;
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('axe finds nothing wrong on any screen', async () => {
    const window = await aReadyWindow({ colorScheme });
    const { page } = window;
    const { number } = await aSavedRegistration(window);
    await window.call('confirmations.print', { number });
    const { candidateNumber } = await window.call('registrations.get', { number });
    const screens: [address: string, heading: string | RegExp][] = [
      ['setup/recoveryKey', /^Mise en service/],
      ['setup/campaign', /campagne$/],
      ['setup/printer', /imprimante$/],
      ['setup/summary', /résumé$/],
      ['home', 'Accueil'],
      ['search', 'Candidat'],
      ['registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a11', 'Nouvelle inscription'],
      [`amendment/${number}`, /^Modifier/],
      [`numbers/${number}`, 'TÉMOIN Dominique'],
      [`dossier/${number}`, 'TÉMOIN Dominique'],
      [`correction/${number}`, /^Corriger l’identité/],
      [`candidate/${candidateNumber}`, 'TÉMOIN Dominique'],
      ['returns', 'Retours'],
      ['pieces', 'Pièces'],
      [`pieces/${number}`, 'Pièces'],
      ['mail', 'Courrier'],
      ['prints', 'Impressions'],
      ['sync', 'Lots'],
      ['lists', 'Listes'],
      ['figures', 'Tableau de bord'],
      ['administration', 'Administration'],
      ['administration/about', 'Administration'],
      ['portfolios', 'Bordereaux'],
      ['portfolios/training-2027/alimentation', 'Filière alimentation'],
      ['campaigns', 'Campagnes'],
      ['campaigns/training-2027', /^Entraînement/],
    ];
    const found: Record<string, string[]> = {};
    for (const [address, heading] of screens) {
      await page.goto(addressOf(page, address));
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      const wrong = await violations(page);
      if (wrong.length > 0) found[address] = wrong;
    }
    expect(found).toEqual({});
  });

  it('axe finds nothing wrong on the form with its problems, nor on the locked station', async () => {
    const { page, core } = await aReadyWindow({ colorScheme });
    await page.goto(addressOf(page, 'registration/5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a12'));
    await page.getByRole('heading', { name: 'Nouvelle inscription' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/réponses sont à corriger/).waitFor();
    const form = await violations(page);
    const help = await violationsOfHelp(page);
    await core.call('session.lock', {});
    await page.getByText('Le poste est verrouillé').waitFor();
    expect({ form, ...help, locked: await violations(page) }).toEqual({
      form: [],
      field: [],
      handbook: [],
      overflow: 0,
      locked: [],
    });
  });
});

/** Of a field, then the handbook; the latter read without scrolling sideways at 200 % zoom too. */
async function violationsOfHelp(page: Page) {
  await page.getByLabel('Adresse électronique').focus();
  await page.keyboard.press('F1');
  await page.getByText('Ce que disent les règles').waitFor();
  const field = await violations(page);
  await page.keyboard.press('F1');
  await page.getByRole('navigation', { name: 'Sommaire du manuel' }).waitFor();
  const handbook = await violations(page);
  await page.setViewportSize({ width: 683, height: 384 });
  const overflow = await page.evaluate(
    "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.side-panel-dialog'))",
  );
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return { field, handbook, overflow };
}
