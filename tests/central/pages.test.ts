import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { addOfficeUser } from '#central/index.ts';
import { aBrowser } from '../builders/browser.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { anEnrolledStation } from '../builders/protocol-station.ts';

const postgres = usePostgres();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

it('the pages of the centre have no fault that axe can see', async () => {
  const central = await aCentral(postgres);
  const station = await anEnrolledStation(central);
  await station.send([station.op()]);
  const place = { ...central, blobsFolder: '' };
  const person = { login: 'temoin', name: 'Personne Témoin', role: 'administrator' } as const;
  await addOfficeUser(place, { ...person, password: 'phrase-du-rectorat' });
  const browser = await aBrowser();
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${central.url}/rectorat`);
  await page.getByLabel('Identifiant').fill('temoin');
  await page.getByLabel('Mot de passe').fill('phrase-du-rectorat');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Postes' }).waitFor();
  const faults: Record<string, unknown> = {};
  for (const path of [
    '/portail',
    '/rectorat',
    '/rectorat/receptions',
    '/rectorat/quarantaine',
    '/rectorat/chiffres',
  ]) {
    await page.goto(central.url + path);
    await page.evaluate(AXE);
    faults[path] = await page.evaluate('axe.run().then((r) => r.violations.map((v) => v.id))');
  }
  expect(Object.values(faults).flat()).toEqual([]);
});
