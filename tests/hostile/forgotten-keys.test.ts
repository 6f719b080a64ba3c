import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { healthKeyOf, KEY_BYTES } from '#main/database/health-seal.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createVault } from '#main/vault/vault.ts';
import { PASSPHRASE, SET_UP } from '../builders/station.ts';
import { until } from '../builders/until.ts';
import { countInMemory } from './find-in-memory.ts';
import { knownPeople } from './known-people.ts';
import { startRunningStation } from './running-station.ts';
import { workWithPeople } from './work-with-people.ts';

it('a locked station holds its keys no more, neither that of the base nor that of what tells of health', async () => {
  const station = await startRunningStation();
  onTestFinished(async () => {
    await station.kill();
    station.forget();
  });
  await station.call('station.setup', { ...SET_UP, training: true });
  await workWithPeople(station.call, knownPeople(2, 7));
  const vault = createVault(station.data, createFileSecretStore(join(station.settings, 'station.key')));
  const { databaseKey } = await vault.unlock('agent.essai', PASSPHRASE);
  const health = healthKeyOf(databaseKey) ?? new Uint8Array();
  const held = () =>
    [databaseKey.subarray(0, KEY_BYTES), health].map((key) => countInMemory(station.pid, key));

  const isForgotten = () => held().every((count) => count === 0);
  const lock = async () => {
    await station.call('session.lock', {});
    await until('keys forgotten', isForgotten).catch(() => undefined);
    return held();
  };

  const sinceItsSetUp = { open: held(), locked: await lock() };
  await station.call('session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });
  await station.call('registrations.search', { query: 'a' });
  const unlocked = { open: held(), locked: await lock() };

  expect([sinceItsSetUp.locked, unlocked.locked]).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect([...sinceItsSetUp.open, ...unlocked.open].every((count) => count > 0)).toBe(true);
});
