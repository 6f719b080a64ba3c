import { expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aCampaign } from '../builders/campaign.ts';
import { PASSPHRASE } from '../builders/station.ts';
import { aReadyWindow } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('an entitled clerk sets a rule aside with a reason, and the file remembers it', async () => {
  const { page, call } = await aReadyWindow();
  const typist = aTypist(page);
  const campaign = aCampaign({ id: 'essai-nice-2027', academyCode: '23', residence: 'required' });
  await call('campaigns.import', { content: JSON.stringify(campaign) });
  const answers = anAnswer({
    'candidature.campaignId': 'essai-nice-2027',
    'identification.postcode': '13001',
    'identification.locality': 'Marseille',
  });
  await call('drafts.save', { answers: { ...answers }, step: 6 });
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await page.getByText('TÉMOIN Dominique').first().click();
  await page.keyboard.press('Enter');

  const reason = page.getByLabel('Motif pour lever la règle');
  await reason.waitFor();
  const sentence = page.getByText(/département 13.*n’est pas dans l’académie Nice/).first();
  await sentence.waitFor();
  await reason.focus();
  await typist.type('Déménagement en cours, bail présenté');
  await typist.press('Enter');
  await page.getByText('Règle levée. Motif : Déménagement en cours, bail présenté').waitFor();
  await typist.press('Control+s');
  const number = await page.locator('.number-large').textContent();
  const { events } = await call('registrations.get', { number: number ?? '' });

  expect(events.map(({ kind, detail }) => [kind, detail['code'], detail['reason']])).toEqual([
    ['overridden', 'residence-other-academy', 'Déménagement en cours, bail présenté'],
  ]);
});

it('a supervisor beside a counter agent approves under her own name, and the session stays the agent’s', async () => {
  const { page, call } = await aReadyWindow();
  const typist = aTypist(page);
  const campaign = aCampaign({ id: 'essai-nice-2027', academyCode: '23', residence: 'required' });
  await call('campaigns.import', { content: JSON.stringify(campaign) });
  const clerk = { login: 'dominique.temoin', name: 'Dominique Témoin', role: 'counterAgent' } as const;
  const { temporaryPassphrase } = await call('clerks.add', clerk);
  await call('session.unlock', { login: clerk.login, passphrase: temporaryPassphrase });
  await call('station.changePassphrase', { before: temporaryPassphrase, after: 'quatre mots bien à moi' });
  const answers = anAnswer({
    'candidature.campaignId': 'essai-nice-2027',
    'identification.postcode': '13001',
    'identification.locality': 'Marseille',
  });
  await call('drafts.save', { answers: { ...answers }, step: 6 });
  await page.getByRole('heading', { name: 'Accueil' }).waitFor();
  await page.getByText('TÉMOIN Dominique').first().click();
  await page.keyboard.press('Enter');

  await page.getByLabel('Motif pour lever la règle').fill('Déménagement en cours, bail présenté');
  await page.getByLabel('Identifiant du gestionnaire').fill('agent.essai');
  await page.getByLabel('Sa phrase de passe').fill(PASSPHRASE);
  await typist.press('Enter');
  await page.getByText('Règle levée. Motif : Déménagement en cours, bail présenté').waitFor();
  await typist.press('Control+s');
  const number = await page.locator('.number-large').textContent();
  const { events } = await call('registrations.get', { number: number ?? '' });

  expect(events.map(({ agent, detail }) => [agent, detail['approvedBy']])).toEqual([
    ['Dominique Témoin', 'Agent Essai'],
  ]);
});
