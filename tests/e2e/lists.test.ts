import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';
import { aTypist } from '../pages/typist.ts';

it('a list is narrowed, saved as a view, exported, and opened, by keyboard', async () => {
  const window = await aReadyWindow();
  const { page, complaints } = window;
  await aSavedRegistration(window);
  await aSavedRegistration(window, {
    'identification.birthName': 'SECOND-EXEMPLE',
    'identification.email': 'second.exemple@example.org',
  });
  const typist = aTypist(page);

  await typist.press('Alt+s');
  await page.getByText('2 inscriptions').waitFor();
  await page.locator('main input:focus').waitFor();
  await typist.type('second');
  await typist.press('Enter');
  await page.getByText('1 inscription', { exact: true }).waitFor();

  await typist.press('Control+s');
  await page.getByRole('dialog', { name: 'Enregistrer cette vue' }).locator('input:focus').waitFor();
  await typist.type('Les seconds');
  await typist.press('Control+Enter');
  await page.getByText('Vue « Les seconds » enregistrée.').waitFor();

  await typist.press('Alt+x');
  await page.getByRole('dialog', { name: 'Exporter 1 inscription' }).getByText('Format').waitFor();
  await page.getByRole('radio', { name: /CSV\), pour un tableur/ }).press('Space');
  const download = page.waitForEvent('download');
  await typist.press('Control+Enter');
  const saved = readFileSync(await (await download).path(), 'utf8');
  await page.getByText('Liste enregistrée : 1 inscription.').waitFor();

  await page.getByRole('row', { name: /SECOND-EXEMPLE/ }).focus();
  await typist.press('Enter');
  await page.getByRole('heading', { level: 1, name: /SECOND-EXEMPLE/ }).waitFor();
  await page.goBack();
  await page.getByText('1 inscription', { exact: true }).waitFor();

  const [view] = await window.call('views.list', {});
  expect({
    view: [view?.name, view?.filters.text],
    lines: saved.trimEnd().split('\r\n').length,
    isRight: saved.includes('SECOND-EXEMPLE') && !saved.includes('TÉMOIN'),
    complaints,
  }).toEqual({ view: ['Les seconds', 'second'], lines: 2, isRight: true, complaints: [] });
});
