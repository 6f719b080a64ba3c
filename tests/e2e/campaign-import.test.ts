import { expect, it } from 'vitest';
import { aCampaign } from '../builders/campaign.ts';
import { aReadyWindow, type ReadyWindow } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

/** The clerk goes to the campaigns and gives a file. */
async function giveFile({ page }: ReadyWindow, content: string): Promise<void> {
  await page.keyboard.press('Alt+c');
  await page.getByRole('heading', { name: 'Campagnes', exact: true }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'campagne.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}

it('a new file of a campaign shows what it changes, and is in force only once it is confirmed', async () => {
  const window = await aReadyWindow();
  const { page, call, complaints } = window;
  await call('campaigns.import', { content: JSON.stringify(aCampaign()) });
  await giveFile(window, JSON.stringify(aCampaign({ acknowledgesReturns: false })));
  const typist = aTypist(page);

  const row = page.getByRole('row', { name: /Accusé de réception des retours/ });
  await row.waitFor();
  const shown = (await row.innerText()).split(/\s*\t\s*/);
  const before = await call('campaigns.get', { id: 'essai-2027' });
  await page.getByRole('button', { name: /Mettre en vigueur/ }).waitFor();
  await typist.press('Control+Enter');
  await page.getByText('Campagne essai-2027 importée.').waitFor();
  const after = await call('campaigns.get', { id: 'essai-2027' });

  expect([shown, before.acknowledgesReturns, after.acknowledgesReturns, complaints]).toEqual([
    ['Accusé de réception des retours', 'oui', 'non'],
    true,
    false,
    [],
  ]);
});

it('a file with a fault is refused with the line, and Escape gives up a file that was compared', async () => {
  const window = await aReadyWindow();
  const { page, call } = window;
  const content = JSON.stringify(aCampaign(), null, 2);
  const line = content.split('\n').findIndex((one) => one.includes('"timeZone"')) + 1;
  await giveFile(window, content.replace('Europe/Paris', 'Europe/Nice'));
  await page.getByText(`Ligne ${line}`, { exact: true }).waitFor();
  await page.getByText('Rien n’a été importé').waitFor();

  await giveFile(window, content);
  await page.getByRole('heading', { name: 'Nouvelle campagne : Campagne d’essai 2027' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: /Nouvelle campagne/ }).waitFor({ state: 'detached' });

  const campaigns = await call('campaigns.list', {});
  expect(campaigns.filter(({ id }) => id === 'essai-2027')).toEqual([]);
});
