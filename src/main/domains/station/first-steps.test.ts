import { expect, it } from 'vitest';
import { anotherClerk } from '../../../../tests/builders/clerk.ts';
import { anEmptyStation, aStation, PASSPHRASE } from '../../../../tests/builders/station.ts';

it('first steps are remembered over a restart; what was done elsewhere counts, another data folder begins anew', async () => {
  const station = await aStation({ beginsFirstSteps: true });
  const before = await station.call('station.firstSteps', {});
  await station.call('station.keepFirstSteps', { done: 'printer' });
  await station.call('station.keepFirstSteps', { isDismissed: true });
  await station.call('station.makeRecoveryKey', {});
  await station.call('scanners.choose', { scanner: 'folder:retours', source: 'folder' });
  await station.core.close();

  const again = anEmptyStation({ folder: station.folder, secrets: station.secrets });
  await again.call('session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });
  const after = await again.call('station.firstSteps', {});
  const other = await aStation({ secrets: station.secrets });
  expect([before, after, await other.call('station.firstSteps', {})]).toEqual([
    { isBegun: true, done: [], isDismissed: false },
    { isBegun: true, done: ['recoveryKey', 'scanner', 'printer'], isDismissed: true },
    { isBegun: false, done: ['scanner'], isDismissed: false },
  ]);
});

it('a counter agent says done what she may do; what others do, and the end of the reminder, are not hers', async () => {
  const station = await aStation({ beginsFirstSteps: true });
  const back = { login: 'agent.essai', passphrase: PASSPHRASE };
  await station.call('session.unlock', (await anotherClerk(station, 'counterAgent', back)).own);
  const refused = [{ done: 'campaign' }, { done: 'recoveryKey' }, { isDismissed: true }];
  for (const input of refused) {
    expect((await station.failure('station.keepFirstSteps', input)).code).toBe('forbidden');
  }
  await station.call('station.keepFirstSteps', { done: 'printer' });
  expect(await station.call('station.firstSteps', {})).toEqual({
    isBegun: true,
    done: ['printer'],
    isDismissed: false,
  });
});
