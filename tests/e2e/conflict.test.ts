import { expect, it } from 'vitest';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aSyncStation } from '../builders/sync-station.ts';
import { aReadyWindow, aSavedRegistration } from '../pages/ready-window.ts';

const postgres = usePostgres();
const LOCALITY = 'identification.locality';

it('a supervisor decides between two counters by keyboard, and the other counter learns it', async () => {
  const central = await aCentral(postgres, { training: true });
  const other = aSyncStation({ training: true, block: '6200' });
  await other.enrolAt(central);
  const window = await aReadyWindow();
  const { page, call, complaints } = window;
  await call('sync.enrol', { serverUrl: central.url, code: await central.code() });
  const { number } = await aSavedRegistration(window);
  const send = async () => {
    await page.keyboard.press('Alt+l');
    await page.getByRole('heading', { name: 'Lots', exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Envoi terminé/).waitFor();
  };
  await send();
  await other.sync();
  other.amend(number, { [LOCALITY]: 'Cannes' });
  await other.sync();
  await call('registrations.amend', { number, changes: { [LOCALITY]: 'Menton' } });
  await send();
  const card = page.getByRole('region', { name: /Désaccord entre guichets/ });
  await card.getByRole('radio', { name: 'Prendre la proposition' }).focus();
  await page.keyboard.press('Space');
  await card.getByRole('button', { name: /^Trancher/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Vu avec le candidat');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Tranché : la décision part au prochain envoi.').waitFor();
  await send();
  await other.sync();

  expect({
    here: (await call('registrations.get', { number })).answers.identification.locality,
    there: findRegistration(other.database, number)?.answers.identification.locality,
    left: await card.count(),
    complaints,
  }).toEqual({ here: 'Menton', there: 'Menton', left: 0, complaints: [] });
});
